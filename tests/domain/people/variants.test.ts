import { describe, expect, it } from 'vitest'
import { isSameBody } from '#app/domain/people/bodies.ts'
import { areVariants, findVariants, isNameOf, nameKey } from '#app/domain/people/variants.ts'

const person = (text: string) => {
  const [, honorific = '', name = '', body] = /^((?:Mr|Ms|Mrs|Herr|Frau|г-н|г-жа)\.? )?([^@]+?)(?: @ (.*))?$/u.exec(text) ?? []
  return { honorific: honorific.trim(), name, organisations: body ? [body] : [] }
}
const variants = (a: string, b: string): boolean => areVariants(person(a), person(b)) && areVariants(person(b), person(a))

it('knows a name that was written down with a form of address, or without', () => {
  const written = ['Ms. Ada Bloom', 'ADA BLOOM', 'Bloom', 'Ada', 'Ada Bloomer', '']
  expect(written.map((each) => isNameOf('Ada Bloom', each))).toEqual([true, true, true, false, false, false])
  expect(isNameOf('Dr. Ada Bloom', 'Ada Bloom')).toBe(true)
})

describe('one person in two spellings', () => {
  it.each([
    ['Katrin Vogel', 'Kathrin Vogel'], ['Ms. Kathrin Belling @ GIZ', 'Katrin Belling'], ['Нуржанова Айгуль', 'Нурджанова Айгуль'], ['Нуржанова А.К.', 'Нурджанова А.К.'], ['Нуржанова А. @ Комитет статистики', 'Нурджанова А. @ Комитет статистики'],
    ['Dilshod Rahmonov', 'Dilshod Raxmonov'], ['Anna Pettersson', 'Anna Petterson'], ['Raushan Kassenova', 'Raushan Kasenova'], ['Dmitri Sokolov', 'Dmitry Sokolov'], ['Sergei Ivanov', 'Sergey Ivanov'], ['Erik Johansson', 'Eric Johansson'],
    ['Yusuf Majidi', 'Yusuf Madjidi'], ['Maria Schmidt', 'Maria Schmitt'], ['Наталья Орлова', 'Наталия Орлова'], ['Jasur Abdullayev', 'Jasur Abdullaev'], ['Нурджанова Айгуль Сериковна', 'Нуржанова Айгуль'], ['Söderberg Lars', 'Lars Soederberg'],
    ['Mr. Almaz Turgunbaev @ Ministry of Energy', 'Mr. Almaz Turgunbayev @ Ministry of Energy'],
    ['Yelena Kim', 'Elena Kim'], ['Mr. Kairat Omarov @ World Bank', 'Mr. Kairat Omirov @ World Bank'],
  ])('%s and %s', (a, b) => expect(variants(a, b)).toBe(true))
})

describe('no variants', () => {
  it.each([
    ['two people, a man and a woman', 'Mr. Aziz Karimov', 'Ms. Aziza Karimova'], ['without a form of address too', 'Aziz Karim', 'Aziza Karim'], ['brother and sister', 'Каримов Тимур', 'Каримова Тимур'], ['one surname', 'Jong-Sung Hwang', 'Hyoung Gun Wang'],
    ['near surnames of other people', 'Min-su Kim', 'Min-su Lim'], ['near given names', 'Maria Petrova', 'Marina Petrova'], ['short names', 'Li Na', 'Liu Na'], ['initials', 'J. Smith', 'John Smith'], ['surname and initials', 'Садыков К.Т.', 'Садыков Канат Тимурович'],
    ['one name, two orders', 'Vogel Katrin', 'Katrin Vogel'], ['another script', 'Айгуль Нуржанова', 'Aigul Nurdzhanova'], ['accents', 'José Pérez', 'Jose Perez'], ['a further name', 'Ana Prado', 'Ana Lucia Prado'],
    ['other initials', 'Иванов А.К.', 'Иваноф Б.П.'], ['one initial and no more', 'Нуржанова А.', 'Нурджанова А.'], ['other organisations', 'Katrin Vogel @ World Bank', 'Kathrin Vogel @ Ministry of Energy'],
    ['a form of address of each kind', 'Mr. Sasha Vogel', 'Ms. Sascha Vogel'], ['nothing in common', 'Ana Prado', 'Rui Costa'], ['one name alone', 'Prado', 'Prada'], ['a slip without more evidence', 'Kairat Omarov', 'Kairat Ocarov'],
  ])('%s: %s and %s', (_why, a, b) => expect(variants(a, b)).toBe(false))
})

describe('all variants of many', () => {
  const named = (name: string) => ({ key: nameKey(name), name, honorific: '', organisations: [] })

  it('come in the order of the list, each once', () => {
    const found = findVariants(['Ana Prado', 'Kathrin Belling', 'Dilshod Rahmonov', 'Katrin Belling', 'Dilshod Raxmonov'].map(named))
    expect(found.map((pair) => pair.map((each) => each.name))).toEqual([['Kathrin Belling', 'Katrin Belling'], ['Dilshod Rahmonov', 'Dilshod Raxmonov']])
  })

  it('are found behind initials', () => {
    expect(findVariants(['Нуржанова Айгуль Сериковна', 'Пак Виктор', 'Нурджанова А.С.'].map(named)).map((pair) => pair.map((each) => each.name))).toEqual([['Нуржанова Айгуль Сериковна', 'Нурджанова А.С.']])
  })

  it('stay apart among thousands of namesakes', () => {
    const syllables = [...'bdgklmnprt'].flatMap((letter) => ['a', 'i', 'u'].map((vowel) => letter + vowel))
    const many = Array.from({ length: 1_900 }, (_, at) => named(`Ivan ${syllables[at % 30]}${syllables[Math.floor(at / 30) % 30]}${syllables[Math.floor(at / 900)]}n`))
    expect(findVariants([...many, named('Ivan Pettersson'), named('Ivan Petersson')]).map((pair) => pair.map((each) => each.name))).toEqual([['Ivan Pettersson', 'Ivan Petersson']])
  })

  it('have one key whatever order, accents and hyphens', () => {
    expect([nameKey('Jong-Sung HWANG'), nameKey('Hwang Jong Sung'), nameKey('Бекмуратова Д.А.'), nameKey('Д. А. Бекмуратова')]).toEqual(['hwang jong sung', 'hwang jong sung', 'а бекмуратова д', 'а бекмуратова д'])
  })
})

describe('organisations', () => {
  it.each([
    ['World Bank', 'World Bank Group'], ['European Commission', 'DG Research & Innovation, European Commission'], ['ITU', 'International Telecommunication Union'], ['UNDP', 'United Nations Development Programme'],
    ['EBRD', 'European Bank for Reconstruction and Development'], ['KOICA', 'Korea International Cooperation Agency'], ['Asian Development Bank (ADB)', 'ADB'], ['Ministry of Energy', 'Ministry of Energy, Kyrgyz Republic'],
    ['Ministry of Labour', 'Ministry of Labor'], ['Centre for Policy Studies', 'Center for Policy Studies'], ['Министерство финансов', 'Министерства финансов РФ'], ['MoE', 'Ministry of Energy of the Kyrgyz Republic'], ['Минфин', 'Министерство финансов'], ['НСК', 'Национальный статистический комитет'], ['Всемирный банк', 'World Bank'],
    ['Climate Department', 'Ministry of Environment'], ['Faculty of Law', 'Osh State University'], ['Institute of Hydrology', 'Institute of Hydrology and Ecology'],
  ])('%s may be %s', (a, b) => expect([isSameBody(a, b), isSameBody(b, a)]).toEqual([true, true]))

  it.each([
    ['World Bank', 'Asian Development Bank'], ['World Bank', 'ADB'], ['Ministry of Finance', 'Ministry of Economy'], ['UNDP', 'UNICEF'], ['Институт гидрологии', 'ТОО «АкваСенсор»'], ['Busan EDC National Pilot Smart City', 'National Information Society Agency'],
    ['Bishkek Heat Utility', 'Consumers’ Union'], ['Port of Lisbon', 'University of Porto'], ['Ministry of Energy', 'Thermal Advisory Group'],
  ])('%s is not %s', (a, b) => expect([isSameBody(a, b), isSameBody(b, a)]).toEqual([false, false]))
})
