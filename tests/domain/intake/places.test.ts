import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countryNamed, countryOf, findCities, findCity, findCountries } from '#app/domain/intake/places.ts'
import { COUNTRIES } from '#app/domain/intake/places-table.ts'
import { isZone } from '#app/domain/time.ts'

describe('a city', () => {
  it.each([
    ['Astana', 'Astana'], ['Nur-Sultan, Kazakhstan', 'Astana'], ['Нур-Султан', 'Astana'], ['в Астане', 'Astana'], ['Астана қаласында', 'Astana'], ['Астанада', 'Astana'], ['г. Алматы', 'Almaty'], ['из Алматы', 'Almaty'], ['Alma-Ata', 'Almaty'], ['в Шымкенте', 'Shymkent'], ['Усть-Каменогорск', 'Ust-Kamenogorsk'], ['в Усть-Каменогорске', 'Ust-Kamenogorsk'],
    ['Бишкек ш.', 'Bishkek'], ['в Бишкеке', 'Bishkek'], ['Бишкекте', 'Bishkek'], ['г. Ош', 'Osh'], ['в Каракол', 'Karakol'], ['Jalal-Abad', 'Jalal-Abad'], ['Жалал-Абад', 'Jalal-Abad'],
    ['ш. Душанбе', 'Dushanbe'], ['Душанбеде', 'Dushanbe'], ['Хуҷанд', 'Khujand'], ['в Худжанде', 'Khujand'], ['Toshkent shahri', 'Tashkent'], ['Toshkentda', 'Tashkent'], ['Тошкентда', 'Tashkent'], ['из Ташкента', 'Tashkent'], ['Самаркандом', 'Samarkand'], ['Buxoro', 'Bukhara'], ['Farg‘ona', 'Fergana'], ['Fargʻona', 'Fergana'], ["Farg'ona", 'Fergana'],
    ['BAKU', 'Baku'], ['Тбилиси', 'Tbilisi'], ['в Ереване', 'Yerevan'], ['Стамбул', 'Istanbul'], ['в Анкаре', 'Ankara'], ['Дубае', 'Dubai'], ['New Delhi', 'New Delhi'], ['Delhi', 'New Delhi'], ['в Пекине', 'Beijing'], ['Улан-Батор', 'Ulaanbaatar'], ['Kabul', 'Kabul'], ['Исламабад', 'Islamabad'], ['서울', 'Seoul'], ['Tokyo', 'Tokyo'], ['Washington, D.C.', 'Washington'], ['Washington DC', 'Washington'], ['London', 'London'], ['Bruxelles', 'Brussels'], ['Genève', 'Geneva'], ['в Женеве', 'Geneva'], ['Вена', 'Vienna'], ['в Москве', 'Moscow'], ['St. Petersburg', 'Saint Petersburg'], ['Mary, Turkmenistan', 'Mary'],
  ])('%s', (text, name) => expect(findCity(text)?.city.name).toBe(name))

  it.each(['Ms. Mary Collins', 'Mary K. Jones', 'an osh of rice', 'конференция', 'Sofia Petrova', 'Registration and coffee', 'Министерство финансов', ''])('none in %s', (text) => expect(findCities(text)).toEqual([]))

  it('stands where it is printed, with its country and clock', () => {
    const text = 'From Tashkent to\nв Бишкеке'
    expect(findCities(text).map(({ start, end, city }) => [text.slice(start, end), city.country, city.zone])).toEqual([['Tashkent', 'Uzbekistan', 'Asia/Tashkent'], ['Бишкеке', 'Kyrgyzstan', 'Asia/Bishkek']])
    expect(countryOf('Нур-Султан')).toBe('Kazakhstan')
    expect(countryOf('Atlantis')).toBeNull()
  })
})

describe('a country', () => {
  it.each([
    ['Kyrgyz Republic', 'Kyrgyzstan'], ['Кыргызская Республика', 'Kyrgyzstan'], ['в Казахстане', 'Kazakhstan'], ['Қазақстан', 'Kazakhstan'], ['O‘zbekiston', 'Uzbekistan'], ['Ўзбекистонда', 'Uzbekistan'], ['Тоҷикистон', 'Tajikistan'], ['Republic of Korea', 'Republic of Korea'], ['South Korea', 'Republic of Korea'], ['대한민국', 'Republic of Korea'], ['UK', 'United Kingdom'],
  ])('%s', (text, name) => {
    expect(findCountries(text)[0]?.country).toBe(name)
    expect(countryNamed(text)).toBe(name)
  })
})

describe('the table', () => {
  it('has a clock that exists for every place', () => {
    expect(COUNTRIES.flatMap(({ zone, zones }) => [zone, ...Object.values(zones ?? {})]).filter((zone) => !isZone(zone))).toEqual([])
  })

  it('names each city and country once', () => {
    const names = COUNTRIES.flatMap(({ names, cities }) => [names.split(';')[0], ...cities.map((city) => `city ${city.split(';')[0]}`)])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(findCities(text).every(({ start, end }) => start < end)).toBe(true)
      findCountries(text)
    }), { numRuns: 300 })
  })
})
