import { parse } from 'csv-parse/sync'
import { rowsAsLines } from '#app/files/rows.ts'

const SEPARATORS = ['\t', ';', ',', '|']
const LOOKED_AT = 40

/** The character between the values, when the first lines agree on one; undefined when the text is no table. */
export function separatorOf(text: string): string | undefined {
  const told = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1]
  if (told) return told
  const lines = withoutQuoted(text.slice(0, 20_000)).split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, LOOKED_AT)
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const split = counts.filter((count) => count > 0)
    const usual = split.sort((a, b) => a - b)[Math.floor(split.length / 2)] ?? 0
    return { separator, usual, agreeing: counts.filter((count) => count > 0 && count === usual).length }
  })
  const best = scored.sort((a, b) => b.agreeing - a.agreeing || b.usual - a.usual)[0]
  return best && lines.length > 1 && best.agreeing >= lines.length * 0.6 ? best.separator : undefined
}

function withoutQuoted(text: string): string {
  return text.replace(/"[^"]{0,2000}"/g, '')
}

/** A table with values between `separator`, quoted or not, as lines with tabs. */
export function readCsv(text: string, separator: string): string {
  const rows = parse(text.replace(/^\uFEFF?sep=.\r?\n/i, ''), {
    delimiter: separator, bom: true, relaxQuotes: true, relaxColumnCount: true, skipEmptyLines: false, escape: '"', quote: '"',
  })
  return rowsAsLines(rows.map((row) => row.map((value) => value.replaceAll('\r\n', '\n').replaceAll('\r', '\n')))).join('\n')
}
