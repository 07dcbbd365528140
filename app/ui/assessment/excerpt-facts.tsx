import { formatDay } from '#app/domain/time.ts'
import { CONFIDENTIALITY_WORDS, QuotedAs } from '#app/ui/assessment/attribution.tsx'
import type { Attributable } from '#app/ui/assessment/attribution.tsx'
import { Whence } from '#app/ui/assessment/said.tsx'
import type { SaidFacts } from '#app/ui/assessment/said.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

type ExcerptFactsProps = { base: string; excerpt: SaidFacts & Attributable & { speaker_id: string | null; author_name: string; at_ms: number }; clock: Clock }

/** Who said the words, where and when, and how they may be used. */
export function ExcerptFacts({ base, excerpt, clock }: ExcerptFactsProps) {
  return (
    <Facts>
      <Fact term="Said by">
        {excerpt.speaker_id === null ? excerpt.speaker || 'not named' : <a href={`${base}/people/${excerpt.speaker_id}`}>{excerpt.speaker}</a>} {excerpt.sample === 1 && <SampleMark />}
        {excerpt.institution !== '' && <span className="under small soft">{excerpt.institution}</span>}
      </Fact>
      <Fact term="Kind of source">{excerpt.source_kind || 'not named'}</Fact>
      <Fact term="What it is">{excerpt.kind}</Fact>
      <Fact term="May be read by">{CONFIDENTIALITY_WORDS[excerpt.confidentiality]}</Fact>
      <Fact term="Quoted as"><QuotedAs said={excerpt} /></Fact>
      <Fact term="Where">{excerpt.engagement_id ? <a href={`${base}/engagements/${excerpt.engagement_id}`}>{excerpt.title}</a> : <a href={`${base}/documents/${excerpt.document_id}`}>{excerpt.document_title}</a>}</Fact>
      <Fact term="When">{excerpt.title === null ? (excerpt.dated_day ? formatDay(excerpt.dated_day) : 'not dated') : <Whence said={{ ...excerpt, title: excerpt.city }} />}</Fact>
      <Fact term="Language">{languageName(excerpt.language)}</Fact>
      <Fact term="Marked">{excerpt.author_name}, <At ms={excerpt.at_ms} clock={clock} /></Fact>
    </Facts>
  )
}
