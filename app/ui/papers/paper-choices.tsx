import { choiceQuery } from '#app/domain/papers/choice.ts'
import type { PaperChoice } from '#app/domain/papers/choice.ts'
import type { PaperKind } from '#app/domain/papers/kinds.ts'
import type { Audience } from '#app/domain/papers/paper.ts'
import { ChipLink, Chips } from '#app/ui/kit/chips.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'

const READERS: Record<Audience, string> = { team: 'the team, with sources', counterpart: 'counterparts' }

/** For whom and in which languages a paper is meant; each choice is a page of its own. Nothing where there is only one. */
export function PaperChoices({ kind, choice, here }: { kind: PaperKind; choice: PaperChoice; here: string }) {
  const to = (more: Partial<PaperChoice>): string => `${here}${choiceQuery(kind, { ...choice, ...more })}`
  const { audiences, languages, beside } = kind
  return (
    <div className="stack tight acts">
      {audiences.length > 1 && <Chips label="For">{audiences.map((each) => <ChipLink key={each} href={to({ audience: each })} current={each === choice.audience}>For {READERS[each]}</ChipLink>)}</Chips>}
      {languages.length > 1 && <Chips label="Language">{languages.map((each) => <ChipLink key={each} href={to({ language: each, second: choice.second === each ? '' : choice.second })} current={each === choice.language}>{languageName(each)}</ChipLink>)}</Chips>}
      {beside && <Chips label="Beside it"><ChipLink href={to({ second: '' })} current={choice.second === ''}>Nothing beside</ChipLink>{languages.filter((each) => each !== choice.language).map((each) => <ChipLink key={each} href={to({ second: each })} current={each === choice.second}>{languageName(each)} beside</ChipLink>)}</Chips>}
    </div>
  )
}

/** 'for counterparts, in Russian and English'. */
export function choiceWords({ audience, language, second }: PaperChoice): string {
  return `for ${audience === 'team' ? 'the team' : 'counterparts'}, in ${languageName(language)}${second === '' ? '' : ` and ${languageName(second)}`}`
}
