/** What somebody has to do because of an answer: a proposed time to decide about, a deputy to take in. One kind of task, whatever way it came. */
import type { Id } from '#app/domain/ids.ts'
import type { Instant } from '#app/domain/time.ts'
import { guestNow, nameOf } from '#app/operations/guests.server.ts'
import type { Guest } from '#app/operations/guests.server.ts'
import type { Edit } from '#db/changes.server.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { listOpenTasks, nextTaskPosition } from '#db/received.server.ts'

type Asking = Pick<Guest, 'id' | 'honorific' | 'name' | 'mission_id' | 'engagement_id' | 'clock_show_ms' | 'clock_from_ms'>

/** The columns of the task; `wanted` says what the guest wants. */
export async function replyTask(tx: Tx, id: Id, guest: Asking, wanted: string, nowMs: Instant) {
  const { mission_id, engagement_id } = guest
  return {
    id, mission_id, kind: 'reply', position: await nextTaskPosition(tx, mission_id), part: '', title: `${nameOf(guest)} ${wanted}`.slice(0, 300), owner: '', engagement_id,
    created_ms: guestNow(guest, nowMs), created_by: nameOf(guest),
  }
}

type FromPage = { kind: 'counter' | 'deputy'; sequence: number; word: string; deputy?: string; start_ms?: Instant; end_ms?: Instant | null; proposed?: string }

/** What a guest sent from their page, as a reply that waits with its task. */
export async function insertPageTask(tx: Tx, edit: Edit, guest: Guest, { kind, sequence, word, deputy = '', start_ms, end_ms, proposed = '' }: FromPage, nowMs: Instant): Promise<void> {
  const [id, taskId, by] = [newId(nowMs), newId(nowMs), nameOf(guest)]
  await edit.insert('task', await replyTask(tx, taskId, guest, kind === 'counter' ? `proposes ${proposed}` : `sends ${deputy}`, nowMs))
  await edit.insert('received_mail', {
    id, mission_id: guest.mission_id, invitation_id: guest.id, task_id: taskId, kind, state: 'task', channel: 'page', dedupe_key: `page ${id}`, from_name: by, from_address: guest.sent_address, received_ms: nowMs, sequence,
    answer: kind === 'deputy' ? 'deputy' : 'none', word, deputy, start_ms: start_ms ?? null, end_ms: end_ms ?? null, proposed, size: 0,
  })
}

/** What a guest asked for before and nobody has settled gives way to what they say at `saidMs`, whichever way either came. */
export async function settleEarlier(tx: Tx, edit: Edit, guest: Asking, kind: FromPage['kind'], nowMs: Instant, saidMs = nowMs): Promise<void> {
  for (const row of await listOpenTasks(tx, guest.id, kind, saidMs)) {
    await edit.update('received_mail', row.id, row.revision, { state: 'settled', reason: 'newer', settled_by: nameOf(guest), settled_ms: nowMs })
    if (row.task_id) await edit.update('task', row.task_id, null, { status: 'done', settled_ms: guestNow(guest, nowMs) })
  }
}

/** 'Name, Title' */
export function deputyWords({ deputy, title }: { deputy: string; title: string }): string {
  return [deputy, title].filter(Boolean).join(', ')
}
