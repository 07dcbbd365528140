/** Where to go after signing in: a path of this application as an address line holds it, never another site; '/' for anything else. */
export function returnPath(text: string | null | undefined): string {
  if (!text || text.length > 300 || !/^\/(?![/\\])/.test(text) || /[^\u0021-\u007e]|\\/.test(text)) return '/'
  return text.startsWith('/sign-in') ? '/' : text
}
