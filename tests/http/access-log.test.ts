import { expect, it } from 'vitest'
import { redactPath } from '#app/http/access-log.server.ts'

it.each(['/invitation/abc.secret', '/Invitation/abc.secret?x=secret', '/invitation//abc.secret/calendar.ics', '//invitation/abc.secret', '/sign-in/link/secret', '/SIGN-IN//link/secret'])('keeps the secret of %s out of the log', (target) => {
  expect(redactPath(target)).not.toContain('secret')
})

it('says which page it was', () => {
  expect(redactPath('/missions/told/notes?text=x')).toBe('/missions/told/notes')
})
