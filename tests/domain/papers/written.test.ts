import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plain } from '#app/domain/papers/paper.ts'
import { textsOf } from '#app/domain/papers/runs.ts'
import { writtenBlocks } from '#app/domain/papers/written.ts'

const blocks = (text: string) => writtenBlocks(text, (run, look) => ({ text: run, ...look }))

it('makes paragraphs, headings, lists and quotes, with what is bold and what leans', () => {
  expect(blocks('One **bold** and *leaning*.\n\n# Head\n\n- first\n  - deeper\n- second\n\n1. counted\n\n> said\n\n~~gone~~ left')).toEqual([
    { kind: 'paragraph', text: [{ text: 'One ' }, { text: 'bold', bold: true }, { text: ' and ' }, { text: 'leaning', italic: true }, { text: '.' }] },
    { kind: 'heading', level: 3, text: [{ text: 'Head' }] },
    { kind: 'list', ordered: false, items: [{ text: [{ text: 'first' }], items: [{ text: [{ text: 'deeper' }] }] }, { text: [{ text: 'second' }] }] },
    { kind: 'list', ordered: true, items: [{ text: [{ text: 'counted' }] }] },
    { kind: 'paragraph', look: 'quote', text: [{ text: 'said' }] },
    { kind: 'paragraph', text: [{ text: ' left' }] },
  ])
})

/** True when the letters of one text stand in the other in the same order. */
function standsIn(letters: string, text: string): boolean {
  let at = 0
  return [...letters].every((letter) => (at = text.indexOf(letter, at) + 1) > 0)
}

it('invents no letter and changes no order', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
    expect(standsIn(textsOf({ blocks: blocks(text) }).map(plain).join('').replaceAll(/\s/g, ''), text)).toBe(true)
  }))
})
