import { Mark } from '#app/ui/kit/mark.tsx'

/** What one of a note's texts is to it: its text now, or one that came too late; nothing for an earlier one. */
export function TextState({ text, current }: { text: { number: number; aside: number }; current: number }) {
  if (text.number === current) return <p><Mark icon="confirmed" state="confirmed">the note’s text now</Mark></p>
  if (text.aside === 1) return <p><Mark icon="postponed" state="warning">came too late, kept aside</Mark></p>
  return null
}
