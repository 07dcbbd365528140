import { latinOf } from '#app/domain/text.ts'

/** 'Harbour Forum 2027' → 'harbour-forum-2027'; at most 60 characters; 'mission' when nothing is left. `taken` gets a number. */
export function slugOf(title: string, taken: readonly string[] = []): string {
  const base = latinOf(title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || 'mission'
  let slug = base
  for (let n = 2; taken.includes(slug); n++) slug = `${base}-${n}`
  return slug
}
