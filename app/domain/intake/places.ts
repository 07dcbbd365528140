/** Cities that intake knows, with their country, their clock and the names under which they are printed. */
import type { Zone } from '#app/domain/time.ts'

export type City = { name: string; country: string; zone: Zone; names: string }

/** `country` of a city is the English name of the country, as in 'Kazakhstan'. */
export type CityFound = { start: number; end: number; printed: string; city: City }
export type CountryFound = { start: number; end: number; printed: string; country: string }

/** Every known city of a text, in order. */
export declare function findCities(text: string): CityFound[]
/** The first known city of a text, also inflected ('в Астане') or under an earlier name. */
export declare function findCity(text: string): CityFound | null
export declare function findCountries(text: string): CountryFound[]
/** 'Astana', 'Нур-Султан' → 'Kazakhstan'; null when the city is not known. */
export declare function countryOf(city: string): string | null
