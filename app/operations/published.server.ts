import { createHash } from 'node:crypto'
import { publishedChanges, publishedOf, whyUnpublishable } from '#app/domain/agenda/published.ts'
import type { PublishedAgenda, WhyUnpublishable } from '#app/domain/agenda/published.ts'
import type { Id } from '#app/domain/ids.ts'
import { perform } from '#app/operations/perform.server.ts'
import type { Done, Refused } from '#app/operations/perform.server.ts'
import type { PublicationInput, PublishAgendaInput } from '#app/operations/published.input.ts'
import type { Scope } from '#app/operations/scope.ts'
import type { Tx } from '#db/database.server.ts'
import { newId } from '#db/ids.server.ts'
import { findPublication, findPublicationOf, findVersion, loadPublishable } from '#db/published.server.ts'

/** What stands in for a version that nobody has numbered yet. */
export function stampOfPublished(content: PublishedAgenda): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)
}

/**
 * Publishes an agenda as it stands: a new version under the same address, with what changed since the one before. An address that was
 * withdrawn stays dead: publishing again makes a new one. Nothing can take a version back: somebody may have read it.
 */
export async function publishAgenda(scope: Scope, engagementId: Id, input: PublishAgendaInput): Promise<(Done & { number: number }) | Refused<WhyUnpublishable | 'same' | 'changed'>> {
  return await perform(scope, async (tx, begin) => {
    const facts = await loadPublishable(tx, scope.mission, engagementId)
    if (!facts) return { done: false as const, because: 'gone' as const }
    const because = whyUnpublishable(facts)
    if (because) return { done: false as const, because }
    const content = publishedOf(facts)
    if (stampOfPublished(content) !== input.seen) return { done: false as const, because: 'changed' as const }
    const before = await findPublicationOf(tx, scope.mission.id, engagementId)
    const latest = before && (await findVersion(tx, scope.mission.id, before.id))
    const changes = latest ? publishedChanges(latest.content, content) : []
    if (latest && before.state === 'open' && changes.length === 0) return { done: false as const, because: 'same' as const }
    const number = (latest?.number ?? 0) + 1
    const id = before?.id ?? newId(scope.nowMs)
    const edit = await begin({ verb: 'publish', noun: 'published-agenda', subjectId: engagementId, subjectTitle: content.title, facts: { number, count: changes.length }, undoable: false })
    if (!before) await edit.insert('published_agenda', { id, mission_id: scope.mission.id, engagement_id: engagementId, created_ms: scope.missionNowMs, account_name: scope.actor.name })
    else if (before.state !== 'open') await edit.update('published_agenda', id, before.revision, { state: 'open', generation: before.generation + 1 })
    await edit.insert('published_version', {
      id: newId(scope.nowMs), mission_id: scope.mission.id, published_id: id, number, content: JSON.stringify(content), changes: JSON.stringify(changes), at_ms: scope.missionNowMs, account_name: scope.actor.name,
    })
    return { done: true as const, actId: edit.actId, number }
  })
}

/** An address for the programme of the whole mission: it shows the latest version of every agenda that is published. */
export async function openProgramme(scope: Scope): Promise<Done | Refused<'same'>> {
  return await perform(scope, async (tx, begin) => {
    const before = await findPublicationOf(tx, scope.mission.id, null)
    if (before?.state === 'open') return { done: false as const, because: 'same' as const }
    const edit = await begin({ verb: 'open', noun: 'published-agenda', subjectId: scope.mission.id, subjectTitle: scope.mission.title, undoable: false })
    if (before) await edit.update('published_agenda', before.id, before.revision, { state: 'open', generation: before.generation + 1 })
    else await edit.insert('published_agenda', { id: newId(scope.nowMs), mission_id: scope.mission.id, engagement_id: null, created_ms: scope.missionNowMs, account_name: scope.actor.name })
    return { done: true as const, actId: edit.actId }
  })
}

/** The address is dead from now on. */
export async function withdrawPublished(scope: Scope, input: PublicationInput): Promise<Done | Refused> {
  return await perform(scope, async (tx, begin) => {
    const found = await findPublication(tx, input.published)
    if (!found || found.missionId !== scope.mission.id || found.state !== 'open') return { done: false as const, because: 'gone' as const }
    const edit = await begin({ verb: 'withdraw', noun: 'published-agenda', subjectId: found.engagementId ?? scope.mission.id, subjectTitle: await titleOf(tx, scope, found.engagementId), undoable: false })
    await edit.update('published_agenda', found.id, found.revision, { state: 'withdrawn' })
    return { done: true as const, actId: edit.actId }
  })
}

async function titleOf(tx: Tx, { mission }: Scope, engagementId: Id | null): Promise<string> {
  if (engagementId === null) return mission.title
  return (await tx.selectFrom('engagement').select('title').where('mission_id', '=', mission.id).where('id', '=', engagementId).executeTakeFirst())?.title ?? ''
}
