import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTexts } from '#app/domain/meetings/lines.ts'
import { begun, clashed, decided, due, isUnsent, markAnswered, marked, resumed, saved, step, typed, unmarked } from '#app/ui/enhance/capture/writing.ts'
import { cleanText } from '#app/domain/text.ts'
import type { Step, Writing } from '#app/ui/enhance/capture/writing.ts'

const EMPTY = { body: '', number: 0, time: '' }
const facts = { kind: 'fact', speaker: 'Director, sample', dimension: '' }

const sent = (writing: Writing): { writing: Writing; step: Step } => {
  const next = step(writing)
  if (!next) throw new Error('Nothing is to be sent')
  return next
}

describe('a note written on a device', () => {
  it('sends the newest text once, on the revision that it knows', () => {
    const both = due(typed(due(typed(begun(EMPTY), 'Two str', 1), 'a', 2), 'Two streets', 3), 'b', 4)
    const { writing, step: first } = sent(both)
    expect(first).toEqual({ send: 'save', save: { id: 'b', body: 'Two streets', written: 4, base: 0 } })
    const done = saved(writing, 'b', { body: 'Two streets', number: 1, time: '' }, 5)
    expect([isUnsent(done), done.since, step(done)]).toEqual([false, 0, undefined])
  })

  it('sends a save that may have arrived again as it was, before what was typed since', () => {
    const { writing } = sent(due(typed(begun(EMPTY), 'One', 1), 'a', 1))
    const later = due(typed(writing, 'One two', 2), 'b', 2)
    expect(sent(later).step).toEqual({ send: 'save', save: { id: 'a', body: 'One', written: 1, base: 0 } })
    const next = sent(saved(later, 'a', { body: 'One', number: 1, time: '' }, 3))
    expect(next.step).toEqual({ send: 'save', save: { id: 'b', body: 'One two', written: 2, base: 1 } })
  })

  it('does not take an answer twice, nor one to something else', () => {
    const { writing } = sent(due(typed(begun(EMPTY), 'One', 1), 'a', 1))
    const done = saved(writing, 'a', { body: 'One', number: 1, time: '' }, 2)
    expect(saved(done, 'a', { body: 'Other', number: 2, time: '' }, 3)).toBe(done)
    expect(saved(writing, 'x', { body: 'Other', number: 2, time: '' }, 3)).toBe(writing)
  })

  it('keeps blanks at the ends of lines in the field, and does not take them for something new', () => {
    const { writing } = sent(due(typed(begun(EMPTY), 'One \n', 1), 'a', 1))
    const done = saved(writing, 'a', { body: 'One\n', number: 1, time: '' }, 2)
    expect([done.text, isUnsent(done)]).toEqual(['One \n', false])
  })

  it('takes in what somebody else wrote elsewhere, in the field too', () => {
    const known = { body: 'a\n\nb\n\nc', number: 3, time: '' }
    const { writing } = sent(due(typed(begun(known), 'A\n\nb\n\nc', 1), 's', 1))
    const done = saved(typed(writing, 'A!\n\nb\n\nc', 2), 's', { body: 'A\n\nb\n\nC', number: 5, time: '' }, 3)
    expect([done.text, done.known.number, done.clash]).toEqual(['A!\n\nb\n\nC', 5, undefined])
  })

  it('holds everything back while both texts are looked at, and goes on top of theirs', () => {
    const theirs = { body: 'theirs', number: 2, by: 'Somebody' }
    const { writing } = sent(due(typed(begun({ body: 'x', number: 1, time: '' }), 'mine', 1), 's', 1))
    const torn = clashed(typed(writing, 'mine, more', 2), 's', { theirs, kept: 3 }, 2)
    expect([step(due(torn, 'n', 3)), torn.text, torn.since > 0]).toEqual([undefined, 'mine, more', true])
    expect(sent(decided(torn, 'mine, more\ntheirs', 't', 4)).step).toEqual({ send: 'save', save: { id: 't', body: 'mine, more\ntheirs', written: 4, base: 2 } })
    expect(isUnsent(decided(torn, 'theirs', 't', 4))).toBe(false)
  })
})

describe('words marked while writing', () => {
  it('are sent after the very text that they stand in, whatever is typed afterwards', () => {
    const first = marked(typed(begun(EMPTY), 'Sensors stand on two streets. ', 1), { ...facts, id: 'm', saveId: 'a', start: 17, end: 28 }, 1)
    const second = due(typed(first, 'Nothing of it.', 2), 'b', 2)
    const one = sent(second)
    expect(one.step).toMatchObject({ send: 'save', save: { id: 'a', body: 'Sensors stand on two streets.' } })
    const two = sent(saved(one.writing, 'a', { body: 'Sensors stand on two streets.', number: 1, time: '' }, 3))
    expect(two.step).toMatchObject({ send: 'mark', mark: { id: 'm', number: 1, start: 17, end: 28, body: 'two streets' } })
    const three = sent(markAnswered(two.writing, 'm', 'kept', '', 4))
    expect(three.step).toMatchObject({ send: 'save', save: { id: 'b', base: 1, body: 'Nothing of it.' } })
  })

  it('of a text that the server has need no other save', () => {
    const writing = marked(begun({ body: 'two streets', number: 4, time: '' }), { ...facts, id: 'm', saveId: 'a', start: 0, end: 3 }, 1)
    expect(sent(writing).step).toMatchObject({ send: 'mark', mark: { number: 4, body: 'two' } })
    expect(isUnsent(unmarked(writing, 'm', 2))).toBe(false)
  })

  it('lie where they lie in the cleaned text, and blanks alone mark nothing', () => {
    const writing = typed(begun(EMPTY), 'One  \n two ', 1)
    expect(marked(writing, { ...facts, id: 'm', saveId: 'a', start: 4, end: 11 }, 1).marks[0]).toMatchObject({ start: 5, end: 8, body: 'two' })
    expect(marked(writing, { ...facts, id: 'm', saveId: 'a', start: 3, end: 7 }, 1)).toBe(writing)
  })

  it('follow their words into a merged text, and into the text that was decided on', () => {
    const known = { body: 'a\nb\nc', number: 1, time: '' }
    const { writing } = sent(marked(typed(begun(known), 'a\nb\nc two streets', 1), { ...facts, id: 'm', saveId: 's', start: 6, end: 17 }, 1))
    expect(saved(writing, 's', { body: 'A longer\nb\nc two streets', number: 3, time: '' }, 2).marks[0]).toMatchObject({ number: 3, start: 13, end: 24 })
    const torn = clashed(writing, 's', { theirs: { body: 'a\nb\nd', number: 2, by: 'B' }, kept: 3 }, 2)
    const whole = sent(decided(torn, 'a\nb\nd\nc two streets', 't', 3))
    const done = saved(whole.writing, 't', { body: 'a\nb\nd\nc two streets', number: 4, time: '' }, 4)
    expect(done.marks[0]).toMatchObject({ number: 4, start: 8, end: 19, state: 'waiting' })
    expect(decided(torn, 'a\nb\nd', 't', 3).marks[0]).toMatchObject({ state: 'lost' })
  })
})

describe('a note that was kept on the device', () => {
  it('comes back as it was, while the page knows nothing newer', () => {
    const kept = typed(begun({ body: 'one', number: 2, time: '' }), 'one two', 2)
    expect(resumed(kept, { body: 'zero', number: 1, time: '' })).toEqual(kept)
    expect(resumed(kept, { body: 'three', number: 5, time: '' })).toEqual(kept)
  })

  it('gives way to a newer text when all of it was sent', () => {
    expect(resumed(begun({ body: 'one', number: 2, time: '' }), { body: 'three', number: 5, time: '' }).text).toBe('three')
  })
})

/** A server as the contract tells it, with another writer; it remembers every text ever saved. */
class Server {
  texts = new Map([[0, ''], [1, 'a\nb\nc\nd\ne\nf']])
  number = 1
  current = 1
  answers = new Map<string, (writing: Writing, now: number) => Writing>()
  marks = new Map<string, string>()

  get body(): string {
    return this.texts.get(this.current) as string
  }

  add(body: string): number {
    this.texts.set(++this.number, body)
    return this.number
  }

  take({ id, base, body }: { id: string; base: number; body: string }): (writing: Writing, now: number) => Writing {
    const before = this.answers.get(id)
    if (before) return before
    const merged = base === this.current ? body : mergeTexts(this.texts.get(base) as string, this.body, body)
    const answer = merged === undefined ? this.#aside(id, body) : this.#saved(id, merged)
    this.answers.set(id, answer)
    return answer
  }

  #aside(id: string, body: string): (writing: Writing, now: number) => Writing {
    const clash = { theirs: { body: this.body, number: this.current, by: 'B' }, kept: this.add(body) }
    return (writing, now) => clashed(writing, id, clash, now)
  }

  #saved(id: string, merged: string): (writing: Writing, now: number) => Writing {
    if (merged !== this.body) this.current = this.add(merged)
    const known = { body: merged, number: this.current, time: '' }
    return (writing, now) => saved(writing, id, known, now)
  }
}

/** The text with one more word at the end of a line. */
function grown(text: string, line: number, word: string): string {
  return text.split('\n').map((one, i) => (i === line ? `${one} ${word}` : one)).join('\n')
}

const doing = fc.record({ what: fc.constantFrom('type', 'type', 'save', 'send', 'send', 'other', 'mark', 'killed', 'decide'), line: fc.nat({ max: 5 }), arrives: fc.constantFrom('yes', 'yes', 'answer lost', 'request lost') })

it('loses no text and no mark and doubles none, whatever is lost on the way, whoever writes too, and however often the tab dies', () => {
  fc.assert(fc.property(fc.array(doing, { minLength: 5, maxLength: 60 }), (story) => {
    const server = new Server()
    let writing = begun({ body: server.body, number: 1, time: '' })
    let kept = writing
    const words: string[] = []
    const marks = new Map<string, string>()
    let torn = false
    let n = 0
    const send = (arrives: string): void => {
      const next = step(writing)
      if (!next) return
      kept = writing = next.writing
      if (arrives === 'request lost') return
      if (next.step.send === 'save') {
        const answer = server.take(next.step.save)
        if (arrives === 'yes') writing = answer(writing, n)
      } else {
        const { id, number, start, end, body } = next.step.mark
        expect(server.texts.get(number)?.slice(start, end)).toBe(body)
        server.marks.set(id, body)
        if (arrives === 'yes') writing = markAnswered(writing, id, 'kept', '', n)
      }
      kept = writing
    }
    for (const { what, line, arrives } of story) {
      n++
      torn ||= writing.clash !== undefined
      if (what === 'type') {
        kept = writing = typed(writing, grown(writing.text, line, `w${n}`), n)
        words.push(`w${n}`)
      }
      if (what === 'save') kept = writing = due(writing, `s${n}`, n)
      if (what === 'send') send(arrives)
      if (what === 'other') {
        server.current = server.add(grown(server.body, line, `o${n}`))
        words.push(`o${n}`)
      }
      if (what === 'killed') writing = resumed(kept, { body: server.body, number: server.current, time: '' })
      if (what === 'decide') kept = writing = decided(writing, `${writing.text}\n${writing.clash?.theirs.body ?? ''}`, `d${n}`, n)
      if (what === 'mark') {
        kept = writing = marked(writing, { ...facts, id: `m${n}`, saveId: `s${n}`, start: 0, end: 3 }, n)
        marks.set(`m${n}`, cleanText(writing.text.slice(0, 3)).trim())
      }
    }
    kept = writing = typed(writing, `${writing.text}\nend`, ++n)
    for (let rounds = 0; rounds < 99 && (isUnsent(writing) || writing.clash); rounds++) {
      n++
      torn ||= writing.clash !== undefined
      writing = writing.clash ? decided(writing, `${writing.text}\n${writing.clash.theirs.body}`, `e${n}`, n) : due(writing, `e${n}`, n)
      send('yes')
    }
    expect([isUnsent(writing), server.body]).toEqual([false, cleanText(writing.text)])
    const times = (word: string): number => server.body.split(/\s/).filter((one) => one === word).length
    for (const word of words) expect(times(word)).toSatisfy((found) => (torn ? found >= 1 : found === 1), `${word} once`)
    for (const mark of writing.marks) expect(mark.state === 'lost' ? undefined : server.marks.get(mark.id)).toBe(mark.state === 'lost' ? undefined : marks.get(mark.id))
    expect(writing.marks.map((mark) => mark.id)).toEqual([...marks.keys()])
  }), { numRuns: 400 })
})
