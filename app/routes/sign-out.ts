import { redirect } from '@remix-run/node'
import { cookieLine } from '#app/http/cookies.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { signOut } from '#app/operations/sign-in.server.ts'

export const action = signedIn(async ({ sessionHash }, { app }) => {
  await signOut(app.database, sessionHash)
  return redirect('/sign-in?out', { status: 303, headers: { 'Set-Cookie': cookieLine('caravan', '', 0, app.config), 'Clear-Site-Data': '"cache", "storage"' } })
})
