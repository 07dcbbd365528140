/** The text of a file in passages that can be marked: one below each heading, none longer than a screen or two. */
import { openingOf } from '#app/domain/meetings/notes.ts'

/** UTF-16 units of one passage. */
export const LONGEST_PASSAGE = 4_000
/** Passages of one file; what is further behind is left out, and the page says so. */
export const MOST_PASSAGES = 600
const LONGEST_HEADING = 120
/** Headings under which nothing stands yet go with the next one. */
const FEW_WORDS = 200

export type Passage = { title: string; number: string; page: number | null; body: string }

/** What came of reading the text of a file: the words for the page where the file stands. */
export const TEXT_STATES = ['read', 'cut', 'no-text', 'locked', 'damaged', 'too-much', 'busy', 'apart'] as const
export type TextState = (typeof TEXT_STATES)[number]

const WORDS: Record<TextState, string> = {
  read: 'Its text stands below and can be searched and marked.',
  cut: 'The beginning of its text stands below; it is longer than what is kept of one file.',
  'no-text': 'There is no text in it that could be read. Type the passages that matter by hand.',
  locked: 'It is protected by a password, so its text was not read. Send a copy without it, or type the passages that matter.',
  damaged: 'Its text could not be read: the file is damaged. Save it again in the program that made it, or type the passages that matter.',
  'too-much': 'It holds more than is read of one file. Send the pages that matter as a file of their own, or type them.',
  busy: 'Other files were being read just then. Read its text now.',
  apart: 'This document has passages of its own already, so the text of the file was not put beside them.',
}

/** What a file says, or why nothing of it was read. */
export type ReadText = { state: TextState; passages: readonly Passage[] }

/** One or two sentences: what is so and what to do. */
export function textStateWords(state: string): string {
  return Object.hasOwn(WORDS, state) ? WORDS[state as TextState] : 'Its text was not read yet.'
}

/** Pages or a whole text → passages in their order, all words kept but white space between them. `leftOut` says that the end is missing. */
export function passagesOf(pages: readonly { page: number | null; text: string }[]): { passages: Passage[]; leftOut: boolean } {
  const passages: Passage[] = []
  for (const { page, text } of pages) passages.push(...groupsOf(text).map((lines) => passageOf(lines, page)))
  return { passages: passages.slice(0, MOST_PASSAGES), leftOut: passages.length > MOST_PASSAGES }
}

function groupsOf(text: string): string[][] {
  const groups: string[][] = []
  let group: string[] = []
  let length = 0
  const close = (): void => {
    if (group.some((line) => line.trim() !== '')) groups.push(group)
    group = []
    length = 0
  }
  for (const line of text.split('\n').flatMap(shortLines)) {
    const begun = group.length > 0
    if (begun && (length + line.length + 1 > LONGEST_PASSAGE || (headingOf(line) !== undefined && !(length < FEW_WORDS && group.every(isHeadingOrEmpty))))) close()
    group.push(line)
    length += line.length + 1
  }
  close()
  return groups
}

const isHeadingOrEmpty = (line: string): boolean => line.trim() === '' || headingOf(line) !== undefined

/** A line that is longer than a passage, cut between words. */
function shortLines(line: string): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > LONGEST_PASSAGE - 1) {
    const stop = Math.max(rest.lastIndexOf('. ', LONGEST_PASSAGE - 2) + 1, rest.lastIndexOf(' ', LONGEST_PASSAGE - 2))
    const at = stop > LONGEST_PASSAGE / 2 ? stop : LONGEST_PASSAGE - 1 - (isHigh(rest, LONGEST_PASSAGE - 2) ? 1 : 0)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return [...pieces, rest]
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}

function passageOf(lines: readonly string[], page: number | null): Passage {
  const body = lines.join('\n').replace(/^\s*\n|\n\s*$/g, '').replace(/\n{3,}/g, '\n\n').trim()
  const first = body.split('\n', 1)[0] ?? ''
  const heading = headingOf(first)
  return heading ? { ...heading, page, body } : { title: openingOf(body, 90), number: '', page, body }
}

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=\p{Lu})/u
const NAMED = /^(?:part|chapter|section|article|annex|appendix|часть|глава|раздел|статья|приложение|боби|моддаи|фасли|қисми|замимаи|бөлім|тарау|бап|қосымша|бөлүм|глава|берене|тиркеме|bob|modda|ilova|qism)(?:\s+(?:№\s*)?[\dIVXLivxl]+\b|[.:]|\s*$)/iu
const CONTENTS = /(?:\.{3,}|\s)\d{1,3}$/

/** The line as a heading, with the number that it begins with; undefined for a line of text or of a table of contents. */
function headingOf(raw: string): { title: string; number: string } | undefined {
  const line = raw.trim()
  const after = line.replace(NAMED, '')
  if (line.length < 3 || line.length > LONGEST_HEADING || raw.includes('\t') || CONTENTS.test(after) || /[;,]$/.test(line)) return undefined
  const number = NUMBERED.exec(line)?.[1] ?? ''
  const isHeading = (number !== '' && !/[.!?:]$/.test(line)) || after !== line || isCapitals(line)
  return isHeading ? { title: line, number } : undefined
}

function isCapitals(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? []
  return letters.length >= 5 && line === line.toUpperCase() && line !== line.toLowerCase()
}
