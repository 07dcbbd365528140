import { expect, it } from 'vitest'
import { redactPath } from '#app/http/access-log.server.ts'

it.each(['/invitation/abc.secret', '/Invitation/abc.secret?x=secret', '/invitation//abc.secret/calendar.ics', '//invitation/abc.secret', '/sign-in/link/secret', '/SIGN-IN//link/secret', '/agenda/abc.secret/schedule.xml', '/questionnaire/abc.secret/parts/1'])('keeps the secret of %s out of the log', (target) => {
  expect(redactPath(target)).not.toContain('secret')
})

it('says which page it was', () => {
  expect(redactPath('/missions/told/notes?text=x')).toBe('/missions/told/notes')
})

it('is not led astray by percent signs', () => {
  expect(redactPath('/%69nvitation/secret')).toBe('/invitation/[token]')
  expect(redactPath('/invitation%2Fsecret')).not.toContain('secret')
  expect(redactPath('/%E0%A4%A')).toBe('[unreadable]')
})
