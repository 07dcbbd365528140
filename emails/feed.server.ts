/** A feed as text: each event is rendered and verified once and kept, so that a feed joins what is there. */
import { setImmediate } from 'node:timers/promises'
import type { FeedEvent } from '#app/domain/calendar/feed.ts'
import { joinFeed, renderFeedEvent } from '#emails/ics.server.ts'

/** Events kept; the oldest go first. A mission of hundreds has some thousand at most. */
const KEPT = 5_000
/** Events rendered before anything else gets its turn: one takes about a millisecond. */
const AT_ONCE = 8

export type RenderFeed = (name: string, events: readonly FeedEvent[]) => Promise<string>

/** A renderer that remembers every event by what it says; an event that changed is rendered anew, the others are not touched. */
export function makeFeedRenderer(): RenderFeed {
  const kept = new Map<string, string>()
  return async (name, events) => {
    const blocks: string[] = []
    let fresh = 0
    for (const event of events) {
      const key = JSON.stringify(event)
      let block = kept.get(key)
      if (block === undefined) {
        if (fresh++ % AT_ONCE === AT_ONCE - 1) await setImmediate()
        block = renderFeedEvent(event)
        kept.set(key, block)
        if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
      }
      blocks.push(block)
    }
    return joinFeed(name, blocks)
  }
}
