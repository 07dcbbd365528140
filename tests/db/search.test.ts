import { expect, it } from 'vitest'
import { foldKey, sortKey } from '#app/domain/text.ts'
import type { Database } from '#db/database.server.ts'
import { eachDatabase } from '#tests/support/postgres.ts'

const PEOPLE = ['Yusuf Majidi', 'Маҷидӣ Юсуф', 'Гүлнара Өмүрова', 'Әлия Қожахметова', 'Oʻtkir Gʻaniyev', 'Фирдавс Саидзода', 'Jong-Sung Hwang', 'Hyoung Gun Wang']

eachDatabase('a name', (fresh) => {
  const found = async (database: Database, typed: string): Promise<string[]> =>
    (await database.read.selectFrom('person').select('name').where('name_key', 'like', `%${foldKey(typed)}%`).orderBy('sort_key').execute()).map((row) => row.name)

  it('is found in either script, with or without its marks, in any case', async () => {
    const database = await fresh.open()
    await database.write((tx) => tx.insertInto('person').values(PEOPLE.map((name, i) => ({ id: `p${i}`, name, name_key: foldKey(name), sort_key: sortKey(name) }))).execute())
    for (const typed of ['Маҷидӣ', 'Majidi', 'majidi', 'МАҶИДӢ', 'маджиди']) expect(await found(database, typed), typed).toEqual(['Маҷидӣ Юсуф', 'Yusuf Majidi'])
    for (const typed of ['Saidzoda', 'саидзода']) expect(await found(database, typed), typed).toEqual(['Фирдавс Саидзода'])
    for (const typed of ['Омурова', 'omurova', 'ӨМҮРОВА']) expect(await found(database, typed), typed).toEqual(['Гүлнара Өмүрова'])
    for (const typed of ['Кожахметова', 'қожахметова', 'Aliya']) expect(await found(database, typed), typed).toEqual(['Әлия Қожахметова'])
    for (const typed of ['Ganiyev', 'Otkir', "O'tkir"]) expect(await found(database, typed), typed).toEqual(['Oʻtkir Gʻaniyev'])
  })

  it('keeps people apart who only look alike', async () => {
    const database = await fresh.open()
    await database.write((tx) => tx.insertInto('person').values(PEOPLE.map((name, i) => ({ id: `p${i}`, name, name_key: foldKey(name), sort_key: sortKey(name) }))).execute())
    expect([await found(database, 'Hwang'), await found(database, 'Gun Wang')]).toEqual([['Jong-Sung Hwang'], ['Hyoung Gun Wang']])
  })
})
