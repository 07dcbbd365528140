/**
 * The demo: the roadshow of January and February 2020 as its deck prints it, then sample data for what the deck does not say.
 *
 * What the columns keep of the deck (`roadshow.json` is its extraction, `deck.txt` its text):
 *
 * - `source_line` is the line of `deck.txt` that a row comes from; null for everything that is not printed.
 * - `mission.printed_dates` is the range in the title as printed; `start_day` and `end_day` are what it says.
 * - `stop.printed_location` is the location cell. Cities carry the zone and their names over time, so that 2020 shows Nur-Sultan.
 * - `engagement.title` is the activity cell, `printed_day` the date cell, weekday and all, also where the row shares the cell of a row
 *   above; rows that share a cell share `printed_day_group` ('line 23'), so the cell is printed once and flagged once. `day` is the date.
 * - `engagement.inferred_fields` names what a row that slipped into the wrong column takes from the rows around it.
 * - `engagement.header_start_minute` and `header_end_minute` are the hours in the agenda sheet's header; its items have their own.
 * - `engagement_alias` is another title printed elsewhere, `origin` where.
 * - `participation.printed_name` and `printed_title` are this appearance's own snapshot; two printed affiliations are joined by '; '.
 *   `representative_of` is a role or body that the deck names without a person. `precedence` is the order with which every printed list agrees.
 * - `affiliation.title` is the printed title without the organisation, `rank` the order in which several are printed.
 * - `document` and `outline_node` hold the deck itself (kind 'slides'), the contents of the technical note ('report', 58 entries with
 *   printed numbers, titles and pages), Part 5 of the survey ('questionnaire') and the charter ('charter'), whose `body` is Tajik and whose
 *   `translation` is the analyst's draft.
 * - `task` of kind 'work-plan' holds a row of the plan; `owner` is empty where the cell is.
 * - `rating.printed_column` is the column of the dot (1 is the first after the dimension), `printed_header` the heading above it;
 *   `certain` is 0 where that heading is empty. The reason says the place, and the evidence is empty.
 *
 * Kinds, countries and zones are read, not printed. Statuses, times and everything else in `samples.ts` are named in `sample_fields`
 * or stand in rows marked `sample`.
 */
import type { Mailbox } from '#app/domain/people/mailbox.ts'
import { instantOf } from '#app/domain/time.ts'
import { edit } from '#db/changes.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Database } from '#db/database.server.ts'
import { MISSION_ID, loadMission, loadSchedule } from '#db/seed/deck-schedule.server.ts'
import { loadDirectory } from '#db/seed/deck-directory.server.ts'
import { loadPapers } from '#db/seed/deck-papers.server.ts'
import { loadSamples, loadTeam } from '#db/seed/samples.server.ts'
import roadshow from '#db/seed/roadshow.json'

/** The address of the demo's coordinator. */
export const DEMO_COORDINATOR = 'coordinator@example.org'

/** When the demo's own clock stands at the first start: two days before the first engagement. */
const REHEARSAL = { day: '2020-01-27', minute: 9 * 60, zone: 'Asia/Almaty' }

/** What `MAIL_FROM` is when it is not set. */
const ORGANISER: Mailbox = { name: 'Caravan', address: 'invites@example.org' }

/** Loads the roadshow and the samples into an installation without missions; returns whether it did. `organiser` is the mailbox that invitations come from. */
export async function seedDemo(database: Database, nowMs: number, organiser: Mailbox = ORGANISER): Promise<boolean> {
  return await database.write(async (tx) => {
    const known = await tx.selectFrom('mission').select('id').limit(1).executeTakeFirst()
    if (known) return false
    await loadTeam(tx, nowMs)
    const title = await loadMission(tx, { showMs: instantOf(REHEARSAL.day, REHEARSAL.minute, REHEARSAL.zone).at, fromMs: nowMs })
    const begin = (from: string, atMs: number): Promise<Edit> =>
      edit(tx, { missionId: MISSION_ID, atMs, accountId: null, actorName: 'Caravan', verb: 'load', noun: 'mission', subjectId: MISSION_ID, subjectTitle: title, facts: { from }, undoable: false })
    const deck = await begin(`the deck of ${roadshow.meta.deck_date.verbatim}`, nowMs)
    await loadDirectory(deck)
    await loadSchedule(deck)
    await loadPapers(deck)
    await loadSamples(tx, await begin('sample data', nowMs + 1), organiser)
    return true
  })
}
