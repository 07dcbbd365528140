import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/database.server.ts'
import { command, makeInstallation } from '#tests/support/command.ts'

const SCHEDULE = 'Visit to two cities\n\nLocation\tDate\tActivity\nNur-Sultan, Kazakhstan\tTuesday, 2nd March 2027\tMeeting with the Agency of Roads\n\t\tQ&A session\nBishkek, Kyrgyzstan\tThursday, 5th March 2027\tWorkshop on rural roads\n'
const AGENDA = 'Agenda\nRural roads\nFriday, March 5, 2027, 9:30 – 11:00\nHall, Bishkek\n\n- 9:30 - 9:50 Welcome\n  Ms. Ana North, Director, Agency of Roads\n- 9:50 - 11:00 Discussion\n'

describe('caravan import', () => {
  let installation: ReturnType<typeof makeInstallation>
  let folder: string
  beforeEach(async () => {
    installation = makeInstallation()
    folder = installation.url.slice('file:'.length).replace(/caravan\.db$/, '')
    writeFileSync(`${folder}schedule.txt`, SCHEDULE)
    writeFileSync(`${folder}agenda.txt`, AGENDA)
    writeFileSync(`${folder}letter.txt`, 'Dear colleague,\nthank you for your letter.\n')
    await command('mission', 'create', 'roads', '--title', 'Roads', '--from', '2027-03-01', '--to', '2027-03-06')
  })
  afterEach(() => installation.clear())

  const rows = async (): Promise<string[]> => {
    const database = openDatabase(installation.url)
    const found = await database.read.selectFrom('engagement').select(['title', 'day']).orderBy('id').execute()
    await database.close()
    return found.map(({ title, day }) => `${day} ${title}`)
  }

  it('says what would change and changes nothing, then stores it in one act', async () => {
    const shown = await command('import', `${folder}schedule.txt`)
    expect(shown).toEqual({
      exit: 0, err: '', out: [
        'schedule “Visit to two cities”, 2–5 Mar 2027: 3 engagements, 2 stops', 'at a new stop in Nur-Sultan', '+ Tue 2 Mar 2027 Meeting with the Agency of Roads', '+ Tue 2 Mar 2027 Q&A session', 'at a new stop in Bishkek', '+ Fri 5 Mar 2027 Workshop on rural roads',
        '! “Thursday, 5th March 2027”: 5 Mar 2027 is a Friday', 'Nothing was changed; add --yes to store it.', '',
      ].join('\n'),
    })
    expect(await rows()).toEqual([])
    expect((await command('import', `${folder}schedule.txt`, '--mission', 'roads', '--yes')).out).toMatch(/Stored 3 rows\. It can be undone as a whole in the history\.\n$/)
    expect(await rows()).toEqual(['2027-03-02 Meeting with the Agency of Roads', '2027-03-02 Q&A session', '2027-03-05 Workshop on rural roads'])
    expect((await command('lint', '--mission', 'roads')).out).toMatch(/^error\tweekday-mismatch\troads\tBishkek · 1 row/m)

    const agenda = await command('import', `${folder}agenda.txt`, '--yes')
    expect(agenda.out.split('\n').slice(1, 5)).toEqual(['to “Workshop on rural roads”, Fri 5 Mar 2027, Bishkek', '+ Fri 5 Mar 2027 09:30–09:50 Welcome', '+ Fri 5 Mar 2027 09:50–11:00 Discussion', '+ person Ana North'])
    const again = await command('import', `${folder}agenda.txt`)
    expect(again.out.split('\n').slice(2, 4)).toEqual(['= Fri 5 Mar 2027 09:30–09:50 Welcome', '= Fri 5 Mar 2027 09:50–11:00 Discussion'])
    expect((await command('check')).exit).toBe(0)
  })

  it('says in one sentence what is wrong', async () => {
    for (const [words, sentence] of [
      [[`${folder}letter.txt`], /^No agenda and no schedule can be found in it;/], [[`${folder}nothing.txt`], /cannot be read; name a file that is there\.$/m], [[], /^FILE is missing\. Usage: caravan import FILE/],
    ] as const) {
      const said = await command('import', ...words)
      expect([said.exit, said.out]).toEqual([2, ''])
      expect(said.err).toMatch(sentence)
    }
    expect((await command('import', `${folder}agenda.txt`, '--mission', 'nowhere')).exit).toBe(3)
    await command('mission', 'create', 'other', '--title', 'Other')
    expect((await command('import', `${folder}agenda.txt`)).err).toBe('Say which mission: --mission other or roads.\n')
  })
})
