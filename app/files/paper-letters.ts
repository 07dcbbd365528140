/** What of a text can stand on paper at all. */
import type { Run, Text } from '#app/domain/papers/paper.ts'

/** Signs that no page shows and that XML forbids: controls except the line end, and what is no character. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g

/** The text with tabs as spaces, line ends as LF, and without signs that a file may not hold; half a surrogate pair becomes U+FFFD. */
export function legible(text: Text): Text {
  return text.map((run): Run => ({ ...run, text: run.text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ').replaceAll(UNSEEN, '') }))
}
