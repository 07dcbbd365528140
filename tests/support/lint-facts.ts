/** An invented mission as the lint reads it: two stops, no mistake; each test plants its own. */
import type { AppearanceFacts, EngagementFacts, ItemFacts, MissionFacts, NodeFacts, RatedFacts, StopFacts } from '#app/domain/roadshow/lint-facts.ts'

export function stopOf(more: Partial<StopFacts> = {}): StopFacts {
  return { id: 'stop-1', placeId: 'place-1', city: 'Lisbon', cityNow: more.city ?? 'Lisbon', names: ['Lisbon', 'Lisboa'], country: 'Portugal', zone: 'Europe/Lisbon', arriveDay: '2027-03-01', departDay: '2027-03-03', printedLocation: null, sourceLine: 3, ...more }
}

export function rowOf(more: Partial<EngagementFacts> = {}): EngagementFacts {
  return {
    id: 'row-1', stopId: 'stop-1', city: 'Lisbon', kind: 'meeting', title: 'Meeting with the port', status: 'confirmed', day: '2027-03-02', zone: 'Europe/Lisbon', startMinute: 600, endMinute: 660,
    startMs: null, endMs: null, room: '', team: '', fallbackOfId: null, inferred: [],
    headerStartMinute: null, headerEndMinute: null, printedDay: null, printedDayGroup: null, venue: 'Town hall', venueText: 'Town hall', language: 'English', interpretation: '', aliases: [], sourceLine: 5, ...more,
  }
}

export function itemOf(id: string, startMinute: number, endMinute: number | null, more: Partial<ItemFacts> = {}): ItemFacts {
  return { id, engagementId: 'row-1', kind: 'presentation', title: `Item ${id}`, day: '2027-03-02', startMinute, endMinute, track: '', talks: false, sourceLine: null, ...more }
}

export function speakerOf(itemId: string | null, person: string, role = 'speaker', more: Partial<AppearanceFacts> = {}): AppearanceFacts {
  return { engagementId: 'row-1', itemId, person, personId: person, name: person, honorific: '', role, printedTitle: '', body: '', ...more }
}

export function nodeOf(position: number, number: string, more: Partial<NodeFacts> = {}): NodeFacts {
  return { id: `node-${position}`, documentId: 'report', position, level: number.split('.').length, number, title: `Section ${position}`, sourceLine: 100 + position, ...more }
}

export function ratedOf(name: string, more: Partial<RatedFacts> = {}): RatedFacts {
  return { dimensionId: `dimension-${name.toLowerCase()}`, name, level: 'mid', certain: true, asPrinted: true, evidence: 1, printedColumn: 2, printedHeader: 'Mid', stale: undefined, meetings: 2, sourceKinds: 2, sourceLine: 200, ...more }
}

export function missionOf(more: Partial<MissionFacts> = {}): MissionFacts {
  return {
    mission: { id: 'mission-1', title: 'Harbours', aliases: [], programme: '', languages: '', sourceLine: 1 }, today: '2027-02-01',
    stops: [stopOf()], engagements: [rowOf()], items: [], appearances: [], documents: [{ id: 'report', title: 'Report on harbours', language: 'en', sourceLine: 99 }], nodes: [], tasks: [], ratings: [], followed: [], untranslated: [], apart: new Set(), offDays: [], workingDays: new Set(), ...more,
  }
}
