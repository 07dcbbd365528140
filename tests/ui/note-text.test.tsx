import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { NoteText, Passage } from '#app/ui/meetings/note-text.tsx'

const shown = (text: string, more: Partial<Parameters<typeof NoteText>[0]> = {}) => renderToStaticMarkup(<NoteText text={text} lang="en" marks={[]} {...more} />)
const decoded = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
const sentences = (text: string) => [...shown(text, { form: 'mark' }).matchAll(/value="(\d+)-(\d+)"/g)].map(([, from, to]) => text.slice(Number(from), Number(to)))

it('shows markup as what it means, and lets sentences be chosen without its signs', () => {
  const text = '## Data\nA **common register** is missing. *They want a pilot.*\n- Sensors on [two streets](https://x.example).\n- Staff: `four`'
  expect(shown(text)).toBe('<div class="spoken" lang="en"><h3 data-level="2"><span data-at="3">Data</span></h3><p><span data-at="8">A </span><strong><span data-at="12">common register</span></strong><span data-at="29"> is missing.</span><span data-at="41"> </span><em><span data-at="43">They want a pilot.</span></em></p>'
    + '<ul><li><p><span data-at="65">Sensors on </span><a href="https://x.example" rel="noopener noreferrer nofollow"><span data-at="77">two streets</span></a><span data-at="108">.</span></p></li><li><p><span data-at="112">Staff: </span><code><span data-at="120">four</span></code></p></li></ul></div>')
  expect(sentences(text)).toEqual(['A **common register** is missing.', 'They want a pilot.', 'Sensors on [two streets](https://x.example).', 'Staff: `four`'])
})

it('marks words across the signs of the markup at their places', () => {
  const text = 'No **common register** yet.'
  expect(shown(text, { marks: [{ id: 'x', number: 1, start: 5, end: 26 }] })).toContain('<span data-at="0">No </span><strong><mark data-at="5" id="e-x">common register</mark></strong><mark data-at="22"> yet</mark>')
})

it('says of every run where it stands, whatever is written', () => {
  const part = fc.constantFrom('Sensors', ' ', '\n', '\n\n', '*', '**', '`', '# ', '- ', '1. ', '> ', '[', '](http://x.example)', '<script>', '\\', '&amp;', '"', 'Данные', '. ')
  fc.assert(fc.property(fc.array(part, { maxLength: 30 }), fc.nat(40), fc.nat(20), (parts, start, length) => {
    const text = parts.join('')
    const html = shown(text, { form: 'mark', marks: start + length < text.length && length > 0 ? [{ id: 'm', number: 1, start, end: start + length }] : [] })
    for (const [, at, words] of html.matchAll(/data-at="(\d+)"[^>]*>([^<]*)</g)) expect(text.startsWith(decoded(words ?? ''), Number(at))).toBe(true)
    expect(html).not.toContain('<script')
  }), { numRuns: 1_500 })
})

it('shows a passage as the whole text would', () => {
  const text = '## Data\nNo **common register** yet.\n- They want *a pilot*. Staff leaves.'
  const words = { start: text.indexOf('a pilot'), end: text.indexOf('a pilot') + 7 }
  expect(renderToStaticMarkup(<Passage text={text} lang="en" words={words} around={{ start: 8, end: text.indexOf(' Staff') }} />)).toBe(
    '<blockquote class="spoken" lang="en"><p>… <span data-at="8">No </span><strong><span data-at="13">common register</span></strong><span data-at="30"> yet.</span></p>'
    + '<p><span data-at="38">They want </span><em><mark data-at="49" id="e-words">a pilot</mark></em><span data-at="57">.</span> …</p></blockquote>')
})

it('shows a document’s text as it is', () => {
  expect(shown('# 1. *Star*\n- a', { plain: true })).toBe('<div class="spoken" lang="en"><p><span data-at="0"># 1.</span><span data-at="4"> </span><span data-at="5">*Star*</span></p><p><span data-at="12">- </span><span data-at="14">a</span></p></div>')
})
