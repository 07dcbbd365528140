import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFile } from '#app/domain/lists.ts'
import type { ListFile } from '#app/domain/lists.ts'
import { foldKey } from '#app/domain/text.ts'
import { listCsv } from '#app/files/list-csv.ts'
import { listXlsx } from '#app/files/list-xlsx.ts'
import { LIST_NAMES, loadList } from '#app/operations/lists.server.ts'
import type { Scope } from '#app/operations/scope.ts'
import { openDatabase } from '#db/database.server.ts'
import type { Database } from '#db/database.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { seedDemo } from '#db/seed/demo.server.ts'
import { loadMissionScope } from '#tests/support/mission-scope.ts'

const NOW = Date.UTC(2027, 2, 4, 9)
let database: Database
let scope: Scope

beforeAll(async () => {
  database = openDatabase(':memory:')
  await migrate(database)
  await seedDemo(database, NOW)
  scope = await loadMissionScope(database, 'smart-city-regional-roadshow', NOW)
})
afterAll(() => database.close())

async function rowsOf(name: string, query = '', as: Scope = scope, most?: number): Promise<ListFile> {
  const file = await loadList(as, name, new URLSearchParams(query), most)
  if (!file) throw new Error(`no list ${name}`)
  return file
}

const csvOf = (file: ListFile): string[][] => parse(Buffer.from(listCsv(file)), { bom: true, relax_column_count: true }) as string[][]
const xlsxOf = async (file: ListFile): Promise<unknown[][]> => (await readXlsxFile(await listXlsx(file), { trim: false }))[0]?.data as unknown as unknown[][]

describe('every list of the demo', () => {
  it('has the rows that its page has', async () => {
    const counts: Record<string, number> = {}
    for (const name of LIST_NAMES) counts[name] = (await rowsOf(name)).rows.length
    expect(counts).toEqual({ engagements: 18, notes: 4, evidence: 17, findings: 6, tasks: 10, people: 8, organisations: 22, places: 16, documents: 4, holdings: 8, mail: 0, issues: 32, 'persons-met': 0 })
  })

  it('is narrowed as its page is, and takes what makes no sense for nothing asked', async () => {
    expect((await rowsOf('engagements', 'status=confirmed')).rows.every((row) => row[7] === 'confirmed')).toBe(true)
    expect((await rowsOf('engagements', 'status=nonsense&kind=nonsense&stop=../x')).rows).toHaveLength(18)
    expect((await rowsOf('people', 'text=hwang')).rows.map((row) => row[1])).toEqual(['Jong-Sung Hwang'])
    expect((await rowsOf('issues', 'severity=error')).rows).toHaveLength(7)
    expect((await rowsOf('evidence', 'source=donor')).rows.length).toBeLessThan(17)
    expect(await loadList(scope, 'constructor', new URLSearchParams())).toBeUndefined()
  })

  it('holds all pages, and says where it was cut', async () => {
    await database.write(async (tx) => {
      for (let n = 0; n < 130; n++) await tx.insertInto('task').values({ id: `many-${n}`, mission_id: scope.mission.id, kind: 'action', position: n, title: `Task ${n}` }).execute()
    })
    const whole = await rowsOf('tasks')
    expect([whole.rows.length, new Set(whole.rows.map((row) => row[1])).size, whole.cut]).toEqual([140, 140, null])
    const cut = await rowsOf('tasks', '', scope, 60)
    expect([cut.rows.length, cut.cut, csvOf(cut).at(-1), (await xlsxOf(cut)).at(-1)?.[0]]).toEqual([60, 60, ['Only the first 60 rows stand here. Narrow the list to get the rest.'], 'Only the first 60 rows stand here. Narrow the list to get the rest.'])
    await database.write((tx) => tx.deleteFrom('task').where('kind', '=', 'action').execute())
  })

  it('shows a private note to its author alone', async () => {
    const { engagement_id: engagementId } = await database.read.selectFrom('note').select('engagement_id').executeTakeFirstOrThrow()
    await database.write((tx) => tx.insertInto('note').values({ id: 'a-private', mission_id: scope.mission.id, engagement_id: engagementId, author_id: 'demo-member', author_name: 'M', body: 'canary-private', body_key: foldKey('canary-private'), private: 1, created_ms: NOW, changed_ms: NOW }).execute())
    const as = (accountId: string): Scope => ({ ...scope, actor: { ...scope.actor, accountId } })
    expect(listCsv(await rowsOf('notes', '', as('demo-member')))).toContain('canary-private')
    expect(listCsv(await rowsOf('notes', '', as('demo-coordinator')))).not.toContain('canary-private')
    await database.write((tx) => tx.deleteFrom('note').where('id', '=', 'a-private').execute())
  })
})

describe('the files', () => {
  it('say day, hours, city and offset in columns that can be sorted, and moments with whose clock they are', async () => {
    const rows = csvOf(await rowsOf('engagements', 'kind=workshop'))
    expect(rows[0]?.slice(0, 6)).toEqual(['Day', 'Start', 'End', 'City', 'Offset', 'Title'])
    expect(rows.find((row) => row[3] === 'Dushanbe')?.slice(0, 5)).toEqual(['2020-02-04', '09:30', '12:00', 'Dushanbe', 'UTC+5'])
    const moments = listFile('x', [{ label: 'Sent', kind: 'moment', value: () => ({ ms: Date.UTC(2020, 0, 27, 3, 5), zone: 'Asia/Dushanbe', city: 'Dushanbe' }) }], [{}], null)
    expect(csvOf(moments)).toEqual([['Sent', 'Sent, clock'], ['2020-01-27 08:05', 'Dushanbe, UTC+5']])
    const [, typed] = await xlsxOf(moments)
    expect(typed).toEqual([new Date('2020-01-27T08:05:00Z'), 'Dushanbe, UTC+5'])
  })

  const HOSTILE = ['=1+1', '+41 44 000', '-2', '@SUM(A1)', '\t=cmd|x', '＝1+1', '12345678901234567890', '007', '2020-02-04', 'TRUE', 'граждании Оинномаи мазкур ҷҳқғӣӯ', 'қазақ ұлты ңө', 'oʻzbek', '"quoted", ; \n line', ' spaced ', "'apostrophe", '한국어', '👩‍🚒', '1e5', '0x10', 'toString', '__proto__', 'constructor', '_x0041_']
  const text = (values: readonly string[]): ListFile => ({ title: 'Hostile / [texts]: *?', cut: null, columns: [{ label: 'Words', kind: 'text' }], rows: values.map((value) => [value]) })
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/

  it('keep every letter of text; what a spreadsheet takes for a formula begins with an apostrophe in CSV and is a text in Excel', async () => {
    expect(csvOf(text(HOSTILE)).slice(1)).toEqual(HOSTILE.map((value) => [FORMULA.test(value) ? `'${value}` : value]))
    expect((await xlsxOf(text(HOSTILE))).slice(1)).toEqual(HOSTILE.map((value) => [value]))
    const sheet = Buffer.from(await listXlsx(text(HOSTILE)))
    expect(sheet.subarray(0, 2).toString()).toBe('PK')
    expect(listCsv(text(['x'])).startsWith('\ufeff')).toBe(true)
  })

  it('keep any text', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() === value)
    await fc.assert(fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (values) => {
      expect(csvOf(text(values)).slice(1)).toEqual(values.map((value) => [FORMULA.test(value) ? `'${value}` : value]))
      expect((await xlsxOf(text(values))).slice(1).map((row) => String(row[0]))).toEqual(values)
    }), { numRuns: 40 })
  })

  it('write days as days, hours as hours, numbers as numbers, and leave empty what nobody knows', async () => {
    const file: ListFile = { title: 'Typed', cut: null, columns: [{ label: 'Day', kind: 'day' }, { label: 'Start', kind: 'minute' }, { label: 'N', kind: 'number' }, { label: 'T', kind: 'text' }], rows: [['2020-02-04', 570, 12, '12'], ['1583-01-01', null, null, null], ['9999-12-31', 0, 0, '']] }
    expect(csvOf(file).slice(1)).toEqual([['2020-02-04', '09:30', '12', '12'], ['1583-01-01', '', '', ''], ['9999-12-31', '00:00', '0', '']])
    const [, first, second, third] = await xlsxOf(file)
    expect(first?.slice(2)).toEqual([12, '12'])
    expect(first?.[0]).toEqual(new Date('2020-02-04T00:00:00Z'))
    expect(second?.[0]).toBe('1583-01-01')
    expect(third?.[2]).toBe(0)
  })
})
