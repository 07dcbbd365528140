import { describe, expect, it } from 'vitest'
import { paperText } from '#app/files/paper-text.ts'
import { LETTERS, WHOLE, head, paperOf, row, text } from '#tests/support/paper-samples.ts'

describe('a paper as plain text', () => {
  it('reads as a mail does', () => {
    expect(paperText(WHOLE)).toBe(`Mission

Aide-mémoire
============
29 January – 7 February 2020

A team visited four cities.

1 Findings
----------

The level is High (●●●), as heard; softly → ○○◦.

> ${LETTERS.tg}

1.1 Points

1. First◦
   - Inner
2. Second

- Loose

Tables

Time  Item
09:00–09:30  Opening

A  B  C
Across
one  two  three

Welcome
again
    Добро пожаловать

[Boxes and arrows]
Figure 1. The platform

A remark
on two lines

____________________
Somebody, sample
Director

Somebody, sample
Director, State Enterprise

--
Report
◦ sample data
`)
  })

  it('sets the cells of a long row under each other', () => {
    const long = 'Deputy Head of Department, Ministry of Industry and New Technologies of the Republic'
    expect(paperText(paperOf([{ kind: 'table', look: 'lines', widths: [1, 1], rows: [head('Name', 'Title'), row('Somebody', long), row('Another', 'Director')] }], { header: '', footer: '' })))
      .toBe(`Name  Title\n\nSomebody\n    ${long}\n\nAnother  Director\n`)
  })

  it('says all of a paper of one line', () => {
    expect(paperText(paperOf([{ kind: 'paragraph', text: text('Hello') }], { header: '', footer: '' }))).toBe('Hello\n')
  })
})
