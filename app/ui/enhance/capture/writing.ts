/**
 * A note while it is written on a device: what stands in the field, what the server is known to hold, and what still has
 * to be sent. Pure: ids and times come in, every change gives a new value, and the whole of it can be kept and read back.
 */
import { standingOf } from '#app/domain/meetings/excerpts.ts'
import { mergeTexts } from '#app/domain/meetings/lines.ts'
import { cleanText } from '#app/domain/text.ts'

/** One text on its way. `base` is set when it is first sent: from then on it may have arrived, and must be sent again as it is. */
export type Save = { id: string; body: string; written: number; base?: number }

/** What is told of marked words. */
export type MarkFacts = { kind: string; speaker: string; dimension: string }
/** Marked words: `start` and `end` lie in the text of `save`, or, once that was answered, in revision `number`, or else in `within`. */
export type Mark = MarkFacts & { id: string; start: number; end: number; body: string; save?: string; number?: number; within?: string; state: 'waiting' | 'kept' | 'refused' | 'lost'; told: string; at: number }

/** A note as the server told it; `time` is when it was saved, in the meeting's city. */
export type Known = { body: string; number: number; time: string }
export type Theirs = { body: string; number: number; by: string }
export type Clash = { theirs: Theirs; /** The revision that holds what was sent from here; 0 when none does. */ kept: number }

export type Writing = {
  /** As it stands in the field; what is sent of it is cleaned as the server would. */
  text: string
  /** The note as the server last told it. */
  known: Known
  queue: readonly Save[]
  marks: readonly Mark[]
  /** Since when something stands here that the server has not confirmed; 0 when there is nothing such. */
  since: number
  clash?: Clash
  /** Why nothing is sent any more, in words. */
  stopped?: string
}

export type Step = { send: 'save'; save: Save & { base: number } } | { send: 'mark'; mark: Mark & { number: number } }

/** The writing of a page that was opened: a note that the server holds, or an empty one. */
export function begun(known: Known): Writing {
  return { text: known.body, known, queue: [], marks: [], since: 0 }
}

/** What was kept on the device, beside the page as it is now: the later of both texts, and nothing unsent is dropped. */
export function resumed(kept: Writing, known: Known): Writing {
  if (known.number <= kept.known.number || isUnsent(kept)) return goingOn(kept)
  return { ...begun(known), marks: kept.marks }
}

/** What the server refused before may be tried once more: by now it may be otherwise. */
export function goingOn(kept: Writing): Writing {
  const { stopped, ...rest } = kept
  return stopped === undefined ? kept : rest
}

/** True while the server has not confirmed all of it. */
export function isUnsent({ text, known, queue, marks }: Writing): boolean {
  return queue.length > 0 || isNew(cleanText(text), known.body) || marks.some((mark) => mark.state === 'waiting')
}

/** An empty note is never saved: what was saved last stays. */
function isNew(text: string, than: string): boolean {
  return text !== than && text.trim() !== ''
}

export function typed(writing: Writing, text: string, now: number): Writing {
  return settled({ ...writing, text }, now)
}

/** What stands in the field becomes a save, unless it is one already or `anyway`. What was not sent yet makes room for the newer text. */
export function due(writing: Writing, id: string, now: number, anyway = false): Writing {
  const { queue, known, clash } = writing
  const last = queue.at(-1)
  const text = cleanText(writing.text)
  if (clash || !(anyway ? text.trim() !== '' : isNew(text, last?.body ?? known.body))) return writing
  const replaced = last !== undefined && last.base === undefined && !writing.marks.some((mark) => mark.save === last.id)
  return { ...writing, queue: [...(replaced ? queue.slice(0, -1) : queue), { id, body: text, written: now }] }
}

type Marking = MarkFacts & { start: number; end: number; id: string; saveId: string }

/** Words of the field are marked; the text they stand in is sent before them, whatever is typed afterwards. */
export function marked(writing: Writing, { saveId, ...marking }: Marking, now: number): Writing {
  const span = cleanSpan(writing.text, marking)
  if (!span) return writing
  const queued = due(writing, saveId, now)
  const save = queued.queue.at(-1)
  const place = queued.clash ? { within: cleanText(queued.text) } : save ? { save: save.id } : { number: queued.known.number }
  return settled({ ...queued, marks: [...queued.marks, { ...marking, ...span, ...place, state: 'waiting', told: '', at: now }] }, now)
}

/** A selection of the field, without the blanks at its ends, as it lies in the cleaned text; undefined when it holds no letter. */
function cleanSpan(text: string, { start, end }: { start: number; end: number }): { start: number; end: number; body: string } | undefined {
  const chosen = text.slice(start, end)
  const body = cleanText(chosen).trim()
  if (body === '') return undefined
  const before = text.slice(0, start + chosen.length - chosen.trimStart().length)
  const from = cleanText(`${before}.`).length - 1
  return cleanText(text).startsWith(body, from) ? { start: from, end: from + body.length, body } : undefined
}

/** A mark that was not sent, or could not be, is taken back. */
export function unmarked(writing: Writing, id: string, now: number): Writing {
  return settled({ ...writing, marks: writing.marks.filter((mark) => mark.id !== id) }, now)
}

/** What to send now, with the writing that has to be kept before it is sent; undefined when there is nothing. Marks go before the next text. */
export function step(writing: Writing): { writing: Writing; step: Step } | undefined {
  if (writing.stopped !== undefined) return undefined
  const mark = writing.marks.find((one) => one.state === 'waiting' && one.number !== undefined)
  if (mark) return { writing, step: { send: 'mark', mark: { ...mark, number: mark.number as number } } }
  const [first, ...rest] = writing.queue
  if (writing.clash || !first) return undefined
  const save = { ...first, base: first.base ?? writing.known.number }
  return { writing: { ...writing, queue: [save, ...rest] }, step: { send: 'save', save } }
}

/** The server holds the save: as it was sent, or merged with what somebody else wrote meanwhile. An answer to another save changes nothing. */
export function saved(writing: Writing, saveId: string, known: Known, now: number): Writing {
  const [save, ...rest] = writing.queue
  if (save?.id !== saveId) return writing
  const marks = writing.marks.map((mark) => (mark.save === saveId ? placed(mark, save.body, known) : mark))
  const after: Writing = { ...writing, known, queue: rest, marks }
  return settled(known.body === save.body ? after : rebased(after, save.body), now)
}

/** The server kept the save beside the note, because somebody else changed the same lines: both texts are to be looked at. */
export function clashed(writing: Writing, saveId: string, clash: Clash, now: number): Writing {
  return writing.queue[0]?.id === saveId ? settled(stalled(writing, clash), now) : writing
}

/** The person decided what the note should say, having seen both texts; it goes on top of theirs. */
export function decided(writing: Writing, text: string, saveId: string, now: number): Writing {
  if (!writing.clash) return writing
  const { clash, ...rest } = writing
  const { number, body } = clash.theirs
  const queued = due({ ...rest, text, known: { number, body, time: '' } }, saveId, now)
  const last = queued.queue.at(-1)
  const marks = queued.marks.map((mark): Mark => {
    if (mark.state !== 'waiting' || mark.within === undefined) return mark
    const { within, ...bare } = mark
    const standing = standingOf({ ...mark, words: mark.body }, cleanText(text), within)
    if (standing.state === 'lost') return { ...mark, state: 'lost' }
    return { ...bare, start: standing.start, end: standing.end, ...(last ? { save: last.id } : { number }) }
  })
  return settled({ ...queued, marks }, now)
}

/** The server will not take it, for a reason that sending again does not change. Everything stays here. */
export function stopped(writing: Writing, reason: string): Writing {
  return { ...writing, stopped: reason }
}

/** The note is cleared: what was sent is kept beside it, and there is nothing to send any more. */
export function shut(writing: Writing, saveId: string, reason: string, now: number): Writing {
  const [save, ...rest] = writing.queue
  if (save?.id !== saveId) return writing
  return { ...settled({ ...writing, queue: rest, known: { ...writing.known, body: save.body } }, now), stopped: reason }
}

export function markAnswered(writing: Writing, id: string, state: 'kept' | 'refused', told: string, now: number): Writing {
  return settled({ ...writing, marks: writing.marks.map((mark) => (mark.id === id ? { ...mark, state, told, at: now } : mark)) }, now)
}

function placed(mark: Mark, within: string, known: { body: string; number: number }): Mark {
  const { save: _, ...bare } = mark
  const standing = standingOf({ ...mark, words: mark.body }, known.body, within)
  return standing.state === 'lost' ? { ...bare, state: 'lost' } : { ...bare, start: standing.start, end: standing.end, number: known.number }
}

/** The field and what waits to be sent take in what somebody else wrote; where both changed the same lines, that is a clash. */
function rebased(writing: Writing, sent: string): Writing {
  const { known } = writing
  const text = mergeTexts(sent, known.body, cleanText(writing.text))
  const queue = writing.queue.map((save) => ({ ...save, merged: mergeTexts(sent, known.body, save.body) }))
  if (text === undefined || queue.some((save) => save.merged === undefined)) return stalled(writing, { theirs: { body: known.body, number: known.number, by: '' }, kept: 0 })
  const marks = writing.marks.map((mark) => {
    const save = queue.find((one) => one.id === mark.save)
    if (!save) return mark
    const standing = standingOf({ ...mark, words: mark.body }, save.merged as string, save.body)
    return standing.state === 'lost' ? { ...mark, state: 'lost' as const } : { ...mark, start: standing.start, end: standing.end }
  })
  return { ...writing, text, marks, queue: queue.map(({ merged, ...save }) => ({ ...save, body: merged as string })) }
}

/** Nothing more is sent until the person decided; marks remember the text that they stand in. */
function stalled(writing: Writing, clash: Clash): Writing {
  const marks = writing.marks.map(({ save, ...mark }): Mark => {
    const body = writing.queue.find((one) => one.id === save)?.body
    return body === undefined ? { ...mark, ...(save === undefined ? {} : { save }) } : { ...mark, within: body }
  })
  return { ...writing, queue: [], marks, clash }
}

function settled(writing: Writing, now: number): Writing {
  return { ...writing, since: isUnsent(writing) || writing.clash ? writing.since || now : 0 }
}
