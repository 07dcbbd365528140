import { Icon } from '#app/ui/kit/icon.tsx'

type WhyFace = { dimensionId: string; name: string; word: string }

/** The way back to the level whose reasons somebody came to read. */
export function WhyBack({ why, base }: { why: WhyFace | undefined; base: string }) {
  if (!why) return null
  return (
    <p className="acts">
      <a className="btn tight" href={`${base}/readiness/${why.dimensionId}`}><Icon name="back" /> {whyQuestion(why.name, why.word)}</a>
    </p>
  )
}

/** “Why is Infrastructure Low?”, with the words that a level has. */
export function whyQuestion(name: string, word: string): string {
  if (word.endsWith('?')) return `Is ${name} ${word}`
  if (word === 'Not rated') return `Why is ${name} not rated?`
  return word === 'Not enough evidence' ? `Why is there not enough evidence on ${name}?` : `Why is ${name} ${word}?`
}
