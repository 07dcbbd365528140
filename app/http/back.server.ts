/** The page that a form was sent from, as a path of this application without its `did`; `otherwise` when it cannot be told. */
export function backTo(request: Request, otherwise: string): string {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return otherwise
  const from = new URL(referer)
  if (from.origin !== (request.headers.get('origin') ?? new URL(request.url).origin)) return otherwise
  if (from.pathname.startsWith('//')) return otherwise
  from.searchParams.delete('did')
  return from.pathname + from.search
}

/** Lists whose address is not the path above a thing of theirs. */
const LISTS: Record<string, string> = { stops: 'grid' }

/** The same path, or the list that a thing stood in when the path leads to one of those that are gone. */
export function pastGone(path: string, gone: readonly string[]): string {
  const parts = (path.split('?')[0] ?? '').split('/')
  const at = parts.findIndex((part) => gone.includes(part))
  if (at < 1) return path
  const list = parts[at - 1] as string
  return [...parts.slice(0, at - 1), LISTS[list] ?? list].join('/')
}
