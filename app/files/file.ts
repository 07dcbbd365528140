/** What a file turns out to be, whatever its name says. */
export const FILE_FORMATS = ['docx', 'xlsx', 'csv', 'pdf', 'mail', 'calendar', 'html', 'text'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** One text of several in a file: a sheet, a message's body, an attachment. */
export type FilePart = { name: string; format: FileFormat; text: string }

/**
 * The text of a file as intake reads it: a table row per line with tabs between its cells, list items with their bullets. `parts` are all
 * texts of a file that holds several, `text` then the one that looks most like an agenda or schedule, or all sheets; `notes` are sentences for the person.
 * `pages` is the text page by page where the file has pages.
 */
export type FileText = { format: FileFormat; text: string; parts: FilePart[]; notes: string[]; pages?: string[] }

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 10 * 1_048_576
/** The longest text that a file may hold, in UTF-16 units: what intake reads at most. */
export const LONGEST_TEXT = 3_000_000
