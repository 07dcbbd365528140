/** Pasted text must cost what its bytes cost: reading of ordinary text and of texts made to go quadratic, from 256 KB to 2 MB. */
import { clockContextOf } from '#app/domain/intake/clock-context.ts'
import { findDates } from '#app/domain/intake/dates.ts'
import { findTimes } from '#app/domain/intake/times.ts'
import { readText } from '#app/domain/intake/read.ts'
import { median } from '#tests/bench/figures.ts'

const KB = 1_024
const SIZES = [256, 512, 1_024, 2_048]
/** What may be asked of it: how time grows with the text. */
const LIMIT = 1.2
const ROUNDS = 3

type Reader = { name: string; read: (text: string) => unknown }
const READERS: Reader[] = [
  { name: 'readText', read: (text) => readText(text) },
  { name: 'dates and times', read: (text) => [findDates(text, clockContextOf(text)), findTimes(text)] },
]

const TEXTS: Record<string, (length: number) => string> = {
  'ordinary agenda': (length) => filled(length, agendaLine),
  'ordinary schedule': (length) => filled(length, scheduleLine),
  'newlines': (length) => '\n'.repeat(length),
  'spaces': (length) => `${' '.repeat(length)}x`,
  'a': (length) => 'a'.repeat(length),
  '<': (length) => '<'.repeat(length),
  '(': (length) => '('.repeat(length),
  '1': (length) => '1'.repeat(length),
  'tabs': (length) => '\t'.repeat(length),
  'newline and tab': (length) => '\n\t'.repeat(length / 2),
  'x and spaces': (length) => `x${' '.repeat(length)}`,
  'bullets': (length) => '- '.repeat(length / 2),
  'times without an end': (length) => '9:30-'.repeat(length / 5),
  'lines of one digit': (length) => '1\n'.repeat(length / 2),
  'dates in one line': (length) => '4 May 2020, '.repeat(length / 12),
  'quote marks': (length) => '> '.repeat(length / 2),
  'addresses': (length) => 'a@'.repeat(length / 2),
  'full lines of times': (length) => filled(length, () => `${'9,00-9:30 '.repeat(195)}\n`),
  'full lines of dates': (length) => filled(length, () => `${'пн 4 May – '.repeat(175)}\n`),
  'full lines of marks': (length) => filled(length, () => `${'(- '.repeat(650)}\n`),
  'full lines of names': (length) => filled(length, () => `${'Mr. A. Bek, '.repeat(160)}\n`),
  'pipes': (length) => '| a '.repeat(length / 4),
}

/** Prints a line for each text and reader: milliseconds of CPU of each size, and the exponent from the smallest to the largest. */
export async function benchPaste(): Promise<void> {
  console.log(`pasted text, ${SIZES.join(', ')} KB: median ms of CPU of ${ROUNDS} rounds and the exponent of the fastest (≤ ${LIMIT})`)
  for (const reader of READERS) {
    for (const [name, make] of Object.entries(TEXTS)) {
      const rows = SIZES.map((size) => measured(reader, make(size * KB)))
      const growth = Math.log(Math.max(0.05, (rows.at(-1) as Row).best) / Math.max(0.05, (rows[0] as Row).best)) / Math.log((SIZES.at(-1) as number) / (SIZES[0] as number))
      console.log(`  ${reader.name.padEnd(16)} ${name.padEnd(22)} ${rows.map((row) => `${row.median.toFixed(1)} ms`.padStart(11)).join('')}   exponent ${growth.toFixed(2)}${growth > LIMIT ? '  TOO STEEP' : ''}`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

type Row = { median: number; best: number }

function measured(reader: Reader, text: string): Row {
  const flat = Buffer.from(text).toString()
  const times = Array.from({ length: ROUNDS }, () => {
    const from = process.cpuUsage()
    reader.read(flat)
    const used = process.cpuUsage(from)
    return (used.user + used.system) / 1_000
  })
  return { median: median(times), best: Math.min(...times) }
}

function filled(length: number, line: (i: number) => string): string {
  const lines: string[] = []
  for (let i = 0, size = 0; size < length; i++) {
    const next = line(i)
    lines.push(next)
    size += next.length
  }
  return lines.join('').slice(0, length)
}

function agendaLine(i: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(8 + (i % 10))}:${two((i * 7) % 60)} - ${two(9 + (i % 10))}:00\tSession ${i} Opening, logistics & maps\tRoom ${i % 9}\tMs. Ana Pérez, Director, Agency ${i % 50} <ana${i}@example.org>\n`
}

function scheduleLine(i: number): string {
  const city = ['Astana, Kazakhstan', 'Bishkek, Kyrgyzstan', 'Dushanbe, Tajikistan', 'Ташкент, Узбекистан'][i % 4] as string
  return `${city}\t${1 + (i % 28)} May 2023\t10.00 – 11.30\tMeeting with the Ministry of Finance ${i % 70}\n`
}
