/** Where to go after signing in: a path of this application, never another site; '/' for anything else. */
export function returnPath(text: string | null | undefined): string {
  if (!text || text.length > 300 || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\\]/.test(text)) return '/'
  return text.startsWith('/sign-in') ? '/' : text
}
