import type { Source } from '#app/domain/papers/paper.ts'

/** Where the source of a statement is read, below the mission's own address: 'notes/01h…'. Page and files link there. */
export function sourcePath({ noun, id, within }: Source): string {
  switch (noun) {
    case 'engagement': return `engagements/${id}`
    case 'note': return `notes/${id}`
    case 'excerpt': return `evidence/${id}`
    case 'finding': return `findings/${id}`
    case 'rating': return `readiness/${within ?? id}`
    case 'document': return `documents/${id}`
    case 'section': return within === undefined ? 'report' : `documents/${within}/sections/${id}`
    case 'node': return within === undefined ? `report#n-${id}` : `documents/${within}/nodes/${id}`
    case 'person': return `people/${id}`
    case 'organisation': return `organisations/${id}`
    case 'task': return `tasks/${id}`
  }
}
