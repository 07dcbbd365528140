import type { Source } from '#app/domain/papers/paper.ts'

/** One word for a source, under which its address is handed to the writing thread. */
export function sourceKey({ noun, id, within }: Source): string {
  return `${noun} ${id} ${within ?? ''}`
}
