import type { IconName } from '#app/ui/kit/icon.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'

const LOOKS: Record<string, { icon: IconName; state: string }> = {
  empty: { icon: 'idea', state: 'idea' }, 'in work': { icon: 'tentative', state: 'tentative' }, drafted: { icon: 'noted', state: 'noted' }, reviewed: { icon: 'confirmed', state: 'confirmed' }, done: { icon: 'cleared', state: 'cleared' },
}

/** How far a section is: empty, in work, drafted, reviewed, done. */
export function SectionStateMark({ state }: { state: string }) {
  const look = LOOKS[state] ?? LOOKS['empty']
  return look ? <Mark icon={look.icon} state={look.state}>{state}</Mark> : null
}
