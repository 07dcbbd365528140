import { Pager } from '#app/ui/kit/pager.tsx'

type PagingProps = { label: string; paging: { words: string; previous?: string | undefined; next?: string | undefined } | undefined }

/** The neighbours of a page of a list; nothing where all of it fits. */
export function Paging({ label, paging }: PagingProps) {
  if (!paging) return null
  return <Pager label={label} words={paging.words} previous={paging.previous ? { href: paging.previous } : undefined} next={paging.next ? { href: paging.next } : undefined} />
}
