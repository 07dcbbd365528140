/** The words in which pages say what a document is. */
import type { IconName } from '#app/ui/kit/icon.tsx'

export const DIRECTION_WORDS: Record<string, string> = { '': 'neither: a paper of its own', received: 'received', sent: 'sent' }
/** 'law' → 'Law'. */
export const kindLabel = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1)

type Level = { icon: IconName; state: string; word: string; choice: string; hint: string }
const LEVELS: Record<string, Level> = {
  team: { icon: 'lock', state: 'info', word: 'team only', choice: 'The team alone', hint: 'No guest sees it, also where it is handed out.' },
  counterpart: { icon: 'person', state: 'confirmed', word: 'for participants', choice: 'Participants too', hint: 'Where it is handed out, guests find it on the page of their invitation.' },
  public: { icon: 'link', state: 'confirmed', word: 'public', choice: 'Anybody', hint: 'Where it is handed out, it stands beside the published agenda as well.' },
}

/** How a level of confidentiality reads; one that is not known counts as the team's. */
export function levelOf(confidentiality: string): Level {
  return LEVELS[confidentiality] ?? (LEVELS['team'] as Level)
}

export const LEVEL_CHOICES = Object.entries(LEVELS).map(([value, { choice, hint }]) => ({ value, label: choice, hint }))

/** Why two documents look like one. */
export const ALIKE_WORDS = { file: 'holds the very same file', number: 'has the same number and date', title: 'has the same title, date and language' } as const
