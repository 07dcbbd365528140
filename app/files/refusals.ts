/** Why a file is not read, and the sentence that says so and what to do instead. */
const SENTENCES = {
  empty: 'This file is empty. Choose the file that holds the agenda or the schedule, or paste its text.',
  'no-text': 'There is no text in this file. Choose the file that holds the agenda or the schedule, or paste its text.',
  'too-large': 'This file is larger than 10 MB. Send a file with only the pages of the agenda or the schedule, or paste their text.',
  'too-long': 'This file holds more text than a long book. Send only the pages of the agenda or the schedule, or paste their text.',
  unknown: 'This is no kind of file that Caravan reads. Send a DOCX, XLSX, CSV, PDF, EML, ICS, HTML or text file, or paste the text.',
  picture: 'This is a picture, and Caravan reads text only. Send the document that the picture was made from, or type the text.',
  slides: 'These are slides, which Caravan does not read. Copy their text and paste it.',
  archive: 'This is an archive of files. Unpack it and send the one with the agenda or the schedule.',
  'old-word': 'This is a Word file of the old kind (.doc). Open it in Word, save it as .docx and send that.',
  'old-excel': 'This is an Excel file that Caravan does not read (.xls or .xlsb). Open it in Excel, save it as .xlsx and send that.',
  'outlook-message': 'This is a message in Outlook’s own form (.msg). Save it as .eml or as HTML and send that, or paste its text.',
  'open-document': 'This is an OpenDocument file. Save it as .docx, .xlsx or PDF and send that.',
  'rich-text': 'This is a rich text file (.rtf). Save it as .docx and send that, or paste its text.',
  locked: 'This file is protected by a password. Save a copy without the password and send that, or paste its text.',
  scanned: 'This PDF holds pictures of pages without text that could be read. Send the document that it was made from, or type the text.',
  broken: 'This file is damaged and cannot be read. Open it in the program that made it, save it again and send that, or paste its text.',
  swollen: 'This file unpacks to far more than an agenda or a schedule ever holds, so it was not read. Save a smaller copy and send that, or paste its text.',
  'too-heavy': 'This file took too long or too much memory to read. Send a copy with only the pages of the agenda or the schedule, or paste their text.',
  busy: 'Caravan is reading several other files just now. Send this one again in a minute.',
} as const

export type Refusal = keyof typeof SENTENCES

/** Thrown by a reader that knows why a file cannot be read. */
export class Refused extends Error {
  constructor(readonly because: Refusal) {
    super(because)
  }
}

/** One sentence for the person who sent the file: what is wrong and what to do. */
export function refusalSentence(because: Refusal): string {
  return SENTENCES[because]
}
