import { expect, it } from 'vitest'
import { returnPath } from '#app/http/return-path.server.ts'

it('goes to a path of this application', () => {
  for (const path of ['/', '/missions/told/notes?stop=north&text=%D1%80#at']) expect(returnPath(path)).toBe(path)
})

it.each(['', undefined, '//evil.example', '/\\evil.example', '/a\\b', 'https://evil.example', '/a\r\nb', '/\t/evil.example', '/ a', '/☃', '/sign-in', `/${'a'.repeat(300)}`])('starts at the first page for %j', (text) => {
  expect(returnPath(text)).toBe('/')
})
