import type { ReactNode } from 'react'
import { Mark } from '#app/ui/kit/mark.tsx'

type StorageWord = 'on this device' | 'saved' | 'cleared'

const marks = {
  'on this device': { icon: 'offline', state: 'requested' },
  saved: { icon: 'cleared', state: 'saved' },
  cleared: { icon: 'lock', state: 'cleared' },
} as const

/** How far a note has come: on this device, saved, cleared. */
export function StorageMark({ state, children }: { state: StorageWord; children?: ReactNode }) {
  const { icon, state: tone } = marks[state]
  return (
    <Mark icon={icon} state={tone}>
      {children ?? state}
    </Mark>
  )
}
