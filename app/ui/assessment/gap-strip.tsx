import type { Cell, CellState } from '#app/domain/assessment/gaps.ts'
import { groupWord } from '#app/domain/assessment/sources.ts'
import type { SourceGroup } from '#app/domain/assessment/sources.ts'

const LETTERS: Record<SourceGroup, string> = { government: 'G', company: 'C', donor: 'D', 'civil-society': 'S' }
const SIGNS: Record<CellState, string> = { evidence: '', asked: '?', open: '', nobody: '–' }
export const STATE_WORDS: Record<CellState, string> = { evidence: 'evidence', asked: 'asked', open: 'empty, can still be asked', nobody: 'empty, no such meeting ahead' }

const WIDE = 32
const HIGH = 20
const STEP = 36

/** One stop and dimension drawn: a box for each kind of source, its letter, then how many sentences, or what stands in their place. Words stand beside it. */
export function GapStrip({ cells }: { cells: readonly Cell[] }) {
  return (
    <svg className="strip" viewBox={`0 0 ${STEP * cells.length - 4} ${HIGH}`} width={STEP * cells.length - 4} height={HIGH} aria-hidden="true" focusable="false">
      {cells.map((cell, at) => <Box key={cell.group} cell={cell} x={at * STEP} />)}
    </svg>
  )
}

function Box({ cell, x }: { cell: Cell; x: number }) {
  return (
    <g className="gap" data-s={cell.state} data-n={heat(cell.count)}>
      <rect x={x + 0.75} y="0.75" width={WIDE - 1.5} height={HIGH - 1.5} />
      <text x={x + 6} y="14">{LETTERS[cell.group]}</text>
      <text className="n" x={x + WIDE - 5} y="14">{cell.count > 999 ? '1k' : cell.count || SIGNS[cell.state]}</text>
    </g>
  )
}

function heat(count: number): number {
  return count < 2 ? count : count < 4 ? 2 : 3
}

/** 'government 3; company asked; donor empty, can still be asked' */
export function stripWords(cells: readonly Cell[]): string {
  return cells.map((cell) => `${groupWord(cell.group)} ${cell.count > 0 ? cell.count : STATE_WORDS[cell.state]}`).join('; ')
}

/** What the boxes mean, each beside its words. */
export function GapLegend() {
  const sample = (state: CellState, count: number): Cell => ({ stopId: '', dimensionId: '', group: 'government', count, state })
  return (
    <ul className="legend" aria-label="How to read the boxes">
      <li>G government, C company, D donor, S civil society</li>
      <li><GapStrip cells={[sample('evidence', 3)]} /> three sentences of evidence</li>
      <li><GapStrip cells={[sample('asked', 0)]} /> asked in a meeting ahead</li>
      <li><GapStrip cells={[sample('open', 0)]} /> empty, can still be asked</li>
      <li><GapStrip cells={[sample('nobody', 0)]} /> empty, no such meeting ahead</li>
    </ul>
  )
}
