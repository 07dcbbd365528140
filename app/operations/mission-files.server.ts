import { count } from '#app/domain/text.ts'
import type { Id } from '#app/domain/ids.ts'
import { MissionFileInput } from '#app/operations/mission-files.input.ts'
import { wrongRow } from '#app/operations/mission-rows.server.ts'
import { coordinate, freeSlug } from '#app/operations/missions.server.ts'
import type { Actor } from '#app/operations/scope.ts'
import { edit } from '#db/changes.server.ts'
import type { Database, Db } from '#db/database.server.ts'
import { findFaultsAmong } from '#db/faults.server.ts'
import { countAct } from '#db/feeds.server.ts'
import { newId } from '#db/ids.server.ts'
import { bringRows } from '#db/mission-bring.server.ts'
import type { Pair } from '#db/mission-bring.server.ts'
import { UnfitFile, misfit } from '#db/mission-fit.server.ts'
import { dropMissionFile, keepMissionFile } from '#db/mission-files.server.ts'

type Read = { ok: true; file: MissionFileInput } | { ok: false; sentence: string }
export type BroughtIn = { done: true; slug: string; missionId: Id; title: string; heldElsewhere: number } | { done: false; because: 'unfit'; sentence: string }

const NO_FILE = 'This is no mission that Caravan took out: a file made by “Export the mission” begins with {"format":"caravan-mission".'

/** A mission out of the text of a file, every row checked by itself and against the others; or one sentence that says what is wrong. */
export async function readMissionFile(db: Db, text: string): Promise<Read> {
  const parsed = MissionFileInput.safeParse(jsonIn(text))
  if (!parsed.success) return { ok: false, sentence: envelopeSentence(text, parsed.error.issues[0]?.path ?? []) }
  const file = parsed.data
  for (const [table, rows] of Object.entries(file.tables)) {
    const wrong = wrongRow(table, rows)
    if (wrong) return { ok: false, sentence: wrong }
  }
  const wrong = await misfit(db, file.tables)
  return wrong === undefined ? { ok: true, file } : { ok: false, sentence: wrong }
}

function envelopeSentence(text: string, path: readonly PropertyKey[]): string {
  if (!/^\s*\{\s*"format"\s*:\s*"caravan-mission"/.test(text)) return NO_FILE
  if (path.length === 0) return 'The file ends too early or is damaged: it cannot be read as JSON. Export the mission once more.'
  if (path[0] === 'version') return 'This file was made by a newer Caravan, in a version of the format that this one does not know. Bring it in there, or update this Caravan.'
  return `The file is damaged at ${path.slice(0, 4).map(String).join(' → ')}.`
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Lets a file wait that was read without complaint; it is of whoever sent it, and goes after a day. */
export async function stageMissionFile({ database, nowMs }: Omit<Maker, 'actor'>, accountId: Id, file: { name: string; bytes: Uint8Array }): Promise<Id> {
  const id = newId(nowMs)
  await database.write((tx) => keepMissionFile(tx, { id, accountId, nowMs, ...file }))
  return id
}

/** Lets go of a file that waits. */
export async function dropStagedFile(database: Database, accountId: Id, id: Id): Promise<void> {
  await database.write((tx) => dropMissionFile(tx, id, accountId))
}

type Maker = { database: Database; actor: Actor; nowMs: number }

/**
 * The mission of a file with everything in it, in one transaction: all of it or nothing. Whoever brings it in coordinates it. `same` are
 * entries of the directory that somebody has said are one with those here; entries under the same id and name are one anyway.
 */
export async function bringMissionIn({ database, actor, nowMs }: Maker, file: MissionFileInput, same: readonly Pair[]): Promise<BroughtIn> {
  try {
    return await database.write(async (tx) => {
      const brought = await bringRows(tx, file.tables, same, (wanted) => freeSlug(tx, wanted))
      const [fault] = await findFaultsAmong(tx, brought.written)
      if (fault) throw new UnfitFile(`${count(fault.rows.length, 'row', 'rows')} of the file cannot stand (${fault.kind}): ${fault.rows.slice(0, 3).join('; ')}.`)
      const made = await edit(tx, {
        missionId: brought.missionId, atMs: nowMs, accountId: actor.accountId, actorName: actor.name, verb: 'bring-in', noun: 'mission', subjectId: brought.missionId, subjectTitle: brought.title, undoable: false,
      })
      await coordinate(made, brought.missionId, actor, nowMs)
      await countAct(tx)
      return { done: true, slug: brought.slug, missionId: brought.missionId, title: brought.title, heldElsewhere: brought.heldElsewhere }
    })
  } catch (error) {
    if (error instanceof UnfitFile) return { done: false, because: 'unfit', sentence: error.message }
    if (isAgainstTheRules(error)) return { done: false, because: 'unfit', sentence: 'Rows of the file contradict each other: two stand where one may, or one lacks what it needs. Nothing was brought in.' }
    throw error
  }
}

/** What the database itself refuses: SQLite by name, PostgreSQL by the classes 22 (data), 23 (constraints) and P0 (triggers). */
function isAgainstTheRules(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(SQLITE_CONSTRAINT|SQLITE_MISMATCH|SQLITE_TOOBIG|22|23|P0)/.test(String(error.code))
}
