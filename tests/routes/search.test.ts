import { afterAll, beforeAll, expect, it } from 'vitest'
import { OTHER, STRANGER, VIEWER, makeOther } from '#tests/support/other-mission.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

const WORD = 'Zyzzyva'
let site: Site
let base: string
let mine: string

beforeAll(async () => {
  site = await startSite()
  const { slug } = await site.database.read.selectFrom('mission').select('slug').executeTakeFirstOrThrow()
  base = `/missions/${slug}`
  await makeOther(site.database, slug, WORD)
  mine = await site.cookieOf()
})
afterAll(() => site.stop())

async function search(q: string, { at = base, cookie = mine, more = '' } = {}): Promise<string> {
  const answer = await site.ask(`${at}/search?q=${encodeURIComponent(q)}${more}`, { cookie })
  expect(answer.status).toBe(200)
  return (await answer.text()).replace(/<!-- -->/g, '')
}
const groups = (page: string): string[] => [...page.matchAll(/<h2 id="([a-z]+)">/g)].map((match) => match[1] ?? '')

it('finds nothing of another mission, whatever kind of thing it is', async () => {
  const page = await search(WORD)
  expect([groups(page), page.includes('Nothing found'), page.includes('other-')]).toEqual([[], true, false])
  const theirs = await search(WORD, { at: OTHER, cookie: await site.cookieOf(STRANGER) })
  expect(groups(theirs)).toEqual(['engagements', 'items', 'people', 'notes', 'excerpts', 'findings', 'documents', 'tasks'])
  expect((await site.ask(`${base}/search?q=${WORD}`, { cookie: await site.cookieOf(STRANGER) })).status).toBe(404)
})

it('finds people of the directory by every script, and marks why', async () => {
  for (const q of ['Маҷидӣ', 'majidi', 'MAJIDI yusuf']) expect(await search(q)).toMatch(/people\/p01"[^>]*>Mr\. (<mark>)?Yusuf(<\/mark>)? <mark>Majidi<\/mark>/)
  expect(await search('senior economist')).toContain('/people/p07"')
  expect(await search('hidden@example.org')).not.toContain('other-person')
})

it('finds titles of the past, aliases, sections and what a viewer may read', async () => {
  expect(await search('Astana')).toContain('/places/place-nursultan"')
  expect(await search('Нур-Султан')).toContain('/places/place-nursultan"')
  const page = await search('smart city', { cookie: await site.cookieOf(VIEWER) })
  expect(groups(page)).toEqual(expect.arrayContaining(['engagements', 'items', 'organisations', 'documents', 'tasks']))
  expect(page).toContain(`${base}/search?q=smart%20city&amp;in=documents`)
})

it('pages through one kind of thing', async () => {
  const first = await search('a', { more: '&in=documents' })
  const second = await search('a', { more: '&in=documents&page=2' })
  const paths = (page: string) => [...page.matchAll(/href="([^"]*\/documents\/[^"]*)"/g)].map((match) => match[1])
  expect([groups(first), groups(second), paths(first).length]).toEqual([['documents'], ['documents'], 30])
  expect(paths(second).some((path) => paths(first).includes(path))).toBe(false)
  expect(await search('a', { more: '&in=documents&page=999' })).toContain('Pages of results')
})

it('answers nothing, signs and very long words with a sentence', async () => {
  expect(await search('')).toContain('What are you looking for?')
  expect(await search('%_"\'<script>')).not.toContain('<script>alert')
  expect(await search('?!')).toContain('Type letters or digits')
  expect(await search('<b>bold</b>')).toContain('Nothing says “&lt;b&gt;bold&lt;/b&gt;”')
  expect(await search('x'.repeat(3_000))).toContain('Nothing found')
})
