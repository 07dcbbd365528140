import { ExternalHyperlink, TextRun } from 'docx'
import type { ParagraphChild } from 'docx'
import type { Run, Source, Text } from '#app/domain/papers/paper.ts'
import { SOFT } from '#app/files/paper-docx-type.ts'

/** Stands after what is sample data. */
export const SAMPLE = '\u25e6'

export type Setting = { linkOf: (source: Source | undefined) => string | undefined }
export type Size = { size?: number; bold?: boolean }

/** The runs of a text: each with its language, a link where it has a source. A line end in the text is a line end in Word. */
export function runsOf(text: Text, { linkOf }: Setting, look: Size = {}): ParagraphChild[] {
  return text.filter((run) => run.text !== '').map((run) => {
    const link = linkOf(run.source)
    const made = run.text.split('\n').map((line, at) => runOf(run, line + (run.sample && at === run.text.split('\n').length - 1 ? SAMPLE : ''), at > 0, look, link !== undefined))
    return link === undefined ? made : [new ExternalHyperlink({ link, children: made })]
  }).flat()
}

function runOf(run: Run, text: string, breaks: boolean, look: Size, linked: boolean): TextRun {
  const size = look.size
  return new TextRun({
    text, ...(breaks && { break: 1 }), ...((run.bold || look.bold) && { bold: true }), ...(run.italic && { italics: true }), ...(run.lang && { language: { value: run.lang } }),
    ...(run.small ? { size: Math.round((size ?? 20) * 0.88), color: SOFT } : size !== undefined && { size }), ...(linked && { style: 'Hyperlink' }),
  })
}
