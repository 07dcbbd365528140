import { cutSteady } from '#app/domain/text.ts'

/** A line that breaks neither within hours nor within the name of a city. */
export function Steady({ text }: { text: string }) {
  return <>{cutSteady(text).map((part, at) => (at % 2 === 1 ? <span key={at} className="steady">{part}</span> : part))}</>
}
