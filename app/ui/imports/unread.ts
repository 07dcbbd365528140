/** Why nothing can be made of a text, as the one sentence that its page says. */
const SENTENCES = {
  empty: 'There is no text yet. Paste the agenda or the schedule, or choose the file that holds it.',
  binary: 'This is no text: it looks like the inside of a file. Choose the file itself below, or copy the text out of it.',
  'nothing-found': 'No days and no times were found in this text, so it is no agenda and no schedule. Paste the part that says what happens when.',
  'too-long': 'This is far longer than any agenda or schedule. Paste only the pages that say what happens when.',
  'no-engagement': 'The engagement that this was meant for is gone. Read the text once more and choose another one.',
} as const

export function unreadSentence(because: keyof typeof SENTENCES): string {
  return SENTENCES[because]
}
