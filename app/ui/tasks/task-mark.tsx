import type { TaskStanding } from '#app/domain/meetings/tasks.ts'
import type { IconName } from '#app/ui/kit/icon.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'

const LOOKS: Record<TaskStanding, { icon: IconName; state: string }> = {
  open: { icon: 'requested', state: 'requested' }, late: { icon: 'warning', state: 'warning' }, done: { icon: 'confirmed', state: 'confirmed' }, dropped: { icon: 'cancelled', state: 'cancelled' },
}

/** Open, late, done, dropped. */
export function TaskMark({ standing }: { standing: TaskStanding }) {
  return <Mark icon={LOOKS[standing].icon} state={LOOKS[standing].state}>{standing}</Mark>
}
