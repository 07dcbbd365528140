import { Note } from '#app/ui/kit/note.tsx'

const WORDS = {
  'no-day': ['No day is known for a row.', 'Give the text, or the row, its day; everything else is kept.'],
  'no-city': ['No city is known for a new stop.', 'Choose a stop, or give the text its city.'],
  'no-zone': ['The clock of a new city is not known.', 'Choose its time zone where the city stands.'],
  'no-title': ['A new engagement needs a title.', 'Give the text its title under “What was understood”.'],
  'no-such-time': ['The clocks there skip a time of this text on that day.', 'Correct the time of that row.'],
} as const

export type Wants = keyof typeof WORDS

/** What storing waits for; everything that was chosen and typed is kept. */
export function Wanting({ because }: { because: string }) {
  const words = because in WORDS ? WORDS[because as Wants] : undefined
  if (!words) return null
  return <Note kind="error" role="alert" title={`Nothing was stored yet: ${words[0]}`}>{words[1]}</Note>
}
