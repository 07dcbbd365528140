import type { CSSProperties } from 'react'
import { AGREEMENT_WORDS, EVIDENCE_WORDS, confidenceFrom, weightWords } from '#app/domain/assessment/evidence.ts'
import type { Weight } from '#app/domain/assessment/evidence.ts'
import type { SinceJudged } from '#app/domain/assessment/findings.ts'
import { count } from '#app/domain/text.ts'
import { StaleMark } from '#app/ui/kit/stale-mark.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

/** Where on evidence × agreement a judgement stands, drawn; the words stand beside it. */
export function ConfidenceChip({ weight: { evidence, agreement } }: { weight: Weight }) {
  const place = { '--x': EVIDENCE_WORDS.indexOf(evidence), '--y': 2 - AGREEMENT_WORDS.indexOf(agreement) } as CSSProperties
  return <span className="nine" style={place} aria-hidden="true"><i /></span>
}

type FindingConfidenceProps = {
  counted?: Weight | undefined
  judged?: { weight: Weight; reason: string; by: string; atMs: number | null; since: SinceJudged; over: number } | undefined
  clock: Clock
}

/** What a person judged, why and when, what has come since; and what counting alone would say. */
export function FindingConfidence({ counted, judged, clock }: FindingConfidenceProps) {
  return (
    <div className="stack tight">
      {judged && (
        <>
          <p><ConfidenceChip weight={judged.weight} /> <b>{confidenceFrom(judged.weight)}</b>: {weightWords(judged.weight)}</p>
          <p className="small">{judged.reason} <span className="soft">· {judged.by}{judged.atMs !== null && <>, <At ms={judged.atMs} clock={clock} /></>}, over {count(judged.over, 'sentence', 'sentences')}</span></p>
          <Since since={judged.since} />
        </>
      )}
      {counted && <p className="small soft">{judged ? 'Counting alone says' : 'Nobody has judged it; counting alone says'}: {confidenceFrom(counted)}, {weightWords(counted)}.</p>}
      {!counted && !judged && <p className="soft">Nothing to judge yet.</p>}
    </div>
  )
}

function Since({ since: { contradicts, others, gone } }: { since: SinceJudged }) {
  if (contradicts > 0) return <p><StaleMark>{contradicts} {contradicts === 1 ? 'contradicts' : 'contradict'} since then</StaleMark></p>
  const parts = [others > 0 && `${others} more`, gone > 0 && `${gone} gone`].filter(Boolean)
  return parts.length > 0 && <p><Mark icon="info" state="info">{parts.join(', ')} since then</Mark></p>
}
