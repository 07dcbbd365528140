/** The files that a paper is written as, and what they are called. */
import type { Paper } from '#app/domain/papers/paper.ts'

export const PAPER_FORMATS = ['pdf', 'docx', 'txt'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

const FACTS: Record<PaperFormat, { words: string; mediaType: string }> = {
  pdf: { words: 'PDF', mediaType: 'application/pdf' },
  docx: { words: 'Word (DOCX)', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  txt: { words: 'Plain text', mediaType: 'text/plain; charset=utf-8' },
}

/** Long enough for a title, short enough for every file system beside a folder's path. */
const LONGEST_NAME = 100

/** True for the formats that `writePaper` writes. */
export function isPaperFormat(value: string): value is PaperFormat {
  return (PAPER_FORMATS as readonly string[]).includes(value)
}

/** What a button calls the format, and its media type. */
export function formatFacts(format: PaperFormat): { words: string; mediaType: string } {
  return FACTS[format]
}

/** 'Persons met, team, en.pdf'; 'Aide-mémoire, ru, edition 2.docx'. Holds no sign that Windows, macOS or Linux refuse in a name. */
export function paperFileName({ title, audience, language, second }: Pick<Paper, 'title' | 'audience' | 'language' | 'second'>, format: string, edition?: number): string {
  const ends = [audience === 'team' && 'team', [language, second].filter(Boolean).join('+'), edition !== undefined && `edition ${edition}`].filter(Boolean)
  const name = title.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ').replaceAll(/\s+/g, ' ').trim().replace(/^[.\s]+/, '')
  const short = [...name].slice(0, LONGEST_NAME).join('').replace(/[.\s]+$/, '')
  return `${[short || 'Paper', ...ends].join(', ')}.${format}`
}
