/** The page that a form was sent from, as a path of this application without its `did`; `otherwise` when it cannot be told. */
export function backTo(request: Request, otherwise: string): string {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return otherwise
  const from = new URL(referer)
  if (from.origin !== (request.headers.get('origin') ?? new URL(request.url).origin)) return otherwise
  from.searchParams.delete('did')
  return from.pathname + from.search
}
