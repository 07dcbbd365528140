/** Photos, scans and papers that belong to a note, a meeting or a document: which kinds, how many, how large. */
import { formatSize } from '#app/domain/text.ts'

const KINDS = {
  png: { word: 'picture', type: 'image/png', inline: true, endings: ['png'] },
  jpeg: { word: 'picture', type: 'image/jpeg', inline: true, endings: ['jpg', 'jpeg'] },
  webp: { word: 'picture', type: 'image/webp', inline: true, endings: ['webp'] },
  heic: { word: 'picture (HEIC)', type: 'image/heic', inline: false, endings: ['heic', 'heif'] },
  pdf: { word: 'PDF', type: 'application/pdf', inline: false, endings: ['pdf'] },
  docx: { word: 'Word document', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', inline: false, endings: ['docx'] },
  xlsx: { word: 'Excel workbook', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', inline: false, endings: ['xlsx'] },
  txt: { word: 'text', type: 'text/plain; charset=utf-8', inline: false, endings: ['txt', 'csv', 'md', 'log'] },
  svg: { word: 'drawing (SVG)', type: 'application/octet-stream', inline: false, endings: ['svg'] },
  html: { word: 'web page', type: 'application/octet-stream', inline: false, endings: ['html', 'htm'] },
} as const

export type AttachmentKind = keyof typeof KINDS
type KindFacts = { word: string; type: string; /** A browser may show it in a page of ours. */ inline: boolean; endings: readonly string[] }

const MB = 1_048_576
export const LARGEST_ATTACHMENT = 20 * MB
/** Of a meeting with its notes, or of a document with all versions of its files. */
export const MOST_OF_OWNER = 100 * MB
export const MOST_OF_MISSION = 500 * MB
/** The largest picture that a list shows as it is. */
const LARGEST_SHOWN = 5 * MB
/** How long the bytes of a removed file are kept, in milliseconds. */
export const KEPT_REMOVED_MS = 7 * 24 * 3_600_000

/** Facts of a kind; what no kind of ours is counts as bytes to be saved. */
export function kindFacts(kind: string): KindFacts {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind as AttachmentKind] : { word: 'file', type: 'application/octet-stream', inline: false, endings: [] }
}

/** True when a list shows the picture itself. */
export function hasThumbnail({ kind, size }: { kind: string; size: number }): boolean {
  return kindFacts(kind).inline && size <= LARGEST_SHOWN
}

/** The name under which a file is saved: it ends as its content says, whatever it was called. */
export function fileName(name: string, kind: string): string {
  const { endings } = kindFacts(kind)
  const ending = /\.(\w{1,8})$/.exec(name.toLowerCase())?.[1]
  return endings.length === 0 || (ending !== undefined && endings.includes(ending)) ? name : `${name}.${endings[0]}`
}

export type QuotaRefusal = 'meeting-full' | 'document-full' | 'mission-full'

/** Why a file of `size` bytes has no room beside what its meeting or document and the mission keep already; undefined when it has. */
export function noRoom(size: number, kept: { owner: number; mission: number }, full: 'meeting-full' | 'document-full' = 'meeting-full'): QuotaRefusal | undefined {
  if (kept.owner + size > MOST_OF_OWNER) return full
  return kept.mission + size > MOST_OF_MISSION ? 'mission-full' : undefined
}

/** One sentence: what is wrong and what to do. */
export function quotaSentence(because: QuotaRefusal | 'file'): string {
  if (because === 'file') return `This file is larger than ${formatSize(LARGEST_ATTACHMENT)}. Send a smaller copy: a photo in lower resolution, or a scan of fewer pages.`
  return because !== 'mission-full'
    ? `The files of one ${because === 'meeting-full' ? 'meeting' : 'document'} hold ${formatSize(MOST_OF_OWNER)} at most, and this one does not fit any more. Remove one that is not needed; its room is free a week later.`
    : `The files of one mission hold ${formatSize(MOST_OF_MISSION)} at most, and this one does not fit any more. Remove some that are not needed; their room is free a week later.`
}
