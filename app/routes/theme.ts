import { redirect } from '@remix-run/node'
import { backTo } from '#app/http/back.server.ts'
import { cookieLine } from '#app/http/cookies.server.ts'
import { open } from '#app/http/enter.server.ts'

const A_YEAR = 31_536_000

/** The look of the pages, kept in this browser. */
export const action = open(async ({ app, request }) => {
  const theme = (await request.formData()).get('theme')
  const known = theme === 'light' || theme === 'dark' ? theme : 'auto'
  return redirect(backTo(request, '/'), { status: 303, headers: { 'Set-Cookie': cookieLine('caravan-theme', known, known === 'auto' ? 0 : A_YEAR, app.config) } })
})
