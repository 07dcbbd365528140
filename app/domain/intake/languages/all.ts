/** Every language that intake knows. A word that two languages use differently is taken as in the earlier one. */
import { english } from '#app/domain/intake/languages/en.ts'
import { russian } from '#app/domain/intake/languages/ru.ts'
import type { Language } from '#app/domain/intake/languages/language.ts'

export const LANGUAGES: readonly Language[] = [english, russian]
