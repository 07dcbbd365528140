import type { Level } from '#app/domain/assessment/ratings.ts'
import { count } from '#app/domain/text.ts'
import { formatDay, formatDayNumber, wallOf } from '#app/domain/time.ts'
import type { PastRating } from '#app/ui/assessment/rating-history.tsx'
import { Scroll } from '#app/ui/kit/scroll.tsx'
import type { Clock } from '#app/ui/meetings/when.tsx'

/** More steps than these make it a comb; the table under it has them all. */
const MOST = 12
const LANES: readonly [Level, string][] = [['high', 'High'], ['mid', 'Mid'], ['low', 'Low'], ['none', 'Not enough']]
const LANE = 30
const TOP = 16
const LEFT = 84
const STEP = 92
const FLOOR = TOP + LANES.length * LANE

type LevelLineProps = { /** The newest first, as the table has them. */ ratings: readonly PastRating[]; name: string; stale: boolean; clock: Clock }

/** The levels of a dimension as a line of steps, the oldest first, one step for each time that somebody gave one; broken where another question was asked. */
export function LevelLine({ ratings, name, stale, clock }: LevelLineProps) {
  const steps = ratings.slice(0, MOST).toReversed()
  if (steps.length < 2) return null
  const wide = LEFT + steps.length * STEP
  return (
    <Scroll label={`Levels of ${name} as a line`}>
      <svg className="levels" role="img" viewBox={`0 0 ${wide} ${FLOOR + 22}`} width={wide} height={FLOOR + 22} aria-label={wordsOf(steps, name, stale, ratings.length, clock)} focusable="false">
        {LANES.map(([level, word]) => <g key={level}><line className="lane" x1={LEFT - 8} x2={wide} y1={yOf(level)} y2={yOf(level)} /><text x="0" y={yOf(level) + 4}>{word}</text></g>)}
        {steps.map((step, at) => <Step key={step.number} step={step} before={steps[at - 1]} x={LEFT + at * STEP} last={at === steps.length - 1} stale={stale} clock={clock} />)}
      </svg>
    </Scroll>
  )
}

type StepProps = { step: PastRating; before: PastRating | undefined; x: number; last: boolean; stale: boolean; clock: Clock }

function Step({ step, before, x, last, stale, clock }: StepProps) {
  const y = yOf(step.level)
  const joined = before !== undefined && isSameQuestion(before, step)
  return (
    <g data-level={step.certain ? step.level : 'unread'}>
      {joined && <path className="steps" d={`M${x} ${yOf(before.level)}V${y}`} />}
      {before !== undefined && !joined && <line className="break" x1={x - STEP / 4} x2={x - STEP / 4} y1={TOP - 8} y2={FLOOR - 8} />}
      <path className={last && stale ? 'steps open' : 'steps'} d={`M${x} ${y}h${last ? STEP / 2 : STEP}`} />
      <circle cx={x} cy={y} r="5" />
      <text className={last ? 'now' : undefined} x={x - 5} y={FLOOR + 12}>{dateOf(step, clock)}</text>
    </g>
  )
}

function yOf(level: Level): number {
  return TOP + LANES.findIndex(([lane]) => lane === level) * LANE
}

function isSameQuestion(one: PastRating, other: PastRating): boolean {
  return one.framework === other.framework && one.dimensionName === other.dimensionName
}

function dateOf({ atMs, asPrinted }: PastRating, clock: Clock): string {
  if (atMs === null) return asPrinted ? 'as printed' : 'no date'
  return formatDayNumber(wallOf(atMs, clock.zone).day)
}

function wordsOf(steps: readonly PastRating[], name: string, stale: boolean, all: number, clock: Clock): string {
  const said = steps.map((step) => `${step.word} ${step.atMs === null ? dateOf(step, clock) : `on ${formatDay(wallOf(step.atMs, clock.zone).day)}`}`)
  const earlier = all > steps.length ? `, ${count(all - steps.length, 'earlier one', 'earlier ones')} left out` : ''
  return `${name} over time: ${said.join(', then ')}${stale ? ', contradicted by newer evidence since' : ''}${earlier}`
}
