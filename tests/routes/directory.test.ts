import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OTHER, STRANGER, VIEWER, makeOther } from '#tests/support/other-mission.ts'
import { startSite } from '#tests/support/site.ts'
import type { Site } from '#tests/support/site.ts'

let site: Site
let base: string
let mine: string
let viewer: string
let stranger: string

beforeAll(async () => {
  site = await startSite()
  const { slug } = await site.database.read.selectFrom('mission').select('slug').executeTakeFirstOrThrow()
  base = `/missions/${slug}`
  await makeOther(site.database, slug, 'Zyzzyva')
  ;[mine, viewer, stranger] = [await site.cookieOf(), await site.cookieOf(VIEWER), await site.cookieOf(STRANGER)]
})
afterAll(() => site.stop())

const read = async (path: string, cookie = mine): Promise<{ status: number; text: string; to: string }> => {
  const answer = await site.ask(path, { cookie })
  return { status: answer.status, text: (await answer.text()).replace(/<!-- -->/g, ''), to: answer.headers.get('location') ?? '' }
}
const send = async (path: string, form: Record<string, string>, cookie = mine): Promise<{ status: number; text: string; to: string }> => {
  const answer = await site.ask(path, { cookie, form })
  return { status: answer.status, text: (await answer.text()).replace(/<!-- -->/g, ''), to: (answer.headers.get('location') ?? '').split('?')[0] ?? '' }
}
/** The path and the act of a redirect. */
const did = async (path: string, form: Record<string, string>): Promise<[string, string]> => {
  const answer = await site.ask(path, { cookie: mine, form })
  const to = new URL(answer.headers.get('location') ?? '/nowhere', site.origin)
  return [to.pathname, to.searchParams.get('did') ?? '']
}

describe('privacy of the shared directory', () => {
  it('shows contact details and remarks only where the person appears in a mission of mine', async () => {
    const theirs = await read(`${OTHER}/people/other-person`, stranger)
    expect(['hidden@example.org', '+000 555', 'Zyzzyva remark', 'Zyzzyva title'].map((text) => theirs.text.includes(text))).toEqual([true, true, true, true])
    const ours = await read(`${base}/people/other-person`)
    expect([ours.status, ours.text.includes('Илова Намуна'), ours.text.includes('show to members of a mission')]).toEqual([200, true, true])
    for (const page of ['people/other-person', 'people/other-person/edit', 'people/other-person/merge', 'people/other-person/merge?with=p01', 'people?in=all', 'people/duplicates', 'search?q=Namuna']) {
      const { status, text } = await read(`${base}/${page}`)
      expect([page, status, /hidden@example|000 555|Zyzzyva/.test(text)]).toEqual([page, 200, false])
    }
    const p01 = await site.database.read.selectFrom('person').select('email').where('id', '=', 'p01').executeTakeFirstOrThrow()
    expect((await read(`${OTHER}/people/p01`, stranger)).text.includes(p01.email)).toBe(false)
    expect((await read(`${base}/people/p01`, viewer)).text.includes(p01.email)).toBe(true)
  })

  it('refuses to merge people whose details are hidden, and changes none of them unseen', async () => {
    const merge = await send(`${base}/people/p01/merge?with=other-person`, { other: 'other-person', revision: '1', otherRevision: '1' })
    expect([merge.status, merge.text.includes('Not merged')]).toEqual([422, true])
    expect((await send(`${base}/people/other-person/edit`, { name: 'Илова Намуна', email: 'evil@example.org', contact: 'yes', revision: '1' })).status).toBe(303)
    expect(await site.database.read.selectFrom('person').select('email').where('id', '=', 'other-person').executeTakeFirst()).toEqual({ email: 'hidden@example.org' })
  })
})

describe('people', () => {
  it('are found in any script, here or in the whole directory', async () => {
    const names = async (query: string) => [...(await read(`${base}/people?${query}`)).text.matchAll(/href="[^"]*\/people\/(p\d+|other-person)"/g)].map((match) => match[1])
    expect([await names(`text=${encodeURIComponent('Маҷидӣ')}`), await names('text=majidi'), await names('text=namuna'), await names('text=namuna&in=all')]).toEqual([['p01'], ['p01'], [], ['other-person']])
    expect((await names('')).toSorted()).toEqual(['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08'])
    expect((await read(`${base}/people?text=%25&in=bad&page=-1`)).status).toBe(200)
    expect((await read(`${base}/people`)).text.includes('similar names')).toBe(false)
  })

  it('give the typed text back with what would be right', async () => {
    const wrong = await send(`${base}/people/new`, { name: '', email: 'nobody', title: 'Adviser on rivers', phone: '+992 1' })
    expect([wrong.status, ...['Enter the name as it is printed', 'Enter an address with an @', 'value="Adviser on rivers"', 'value="+992 1"', 'value="nobody"'].map((text) => wrong.text.includes(text))]).toEqual([422, true, true, true, true, true])
    const similar = await send(`${base}/people/new`, { name: 'Юсуф Маҷидӣ', title: 'Adviser' })
    expect([similar.status, similar.text.includes(`${base}/people/p01`), similar.text.includes('value="Юсуф Маҷидӣ"'), similar.text.includes('Add another person')]).toEqual([422, true, true, true])
  })

  it('are added, spelt, titled, merged and separated', async () => {
    const [page] = await did(`${base}/people/new`, { name: 'Юсуф Маҷидӣ', title: 'Муовини вазир', organisation: 'Вазорати нав', email: 'y@example.org', anyway: 'yes' })
    const id = page.split('/').at(-1) ?? ''
    expect((await read(page)).text).toContain('y@example.org')
    expect((await did(`${page}/names`, { name: 'Yousuf Majidi', language: 'en' }))[0]).toBe(`${page}/names`)
    expect((await did(`${page}/titles`, { title: 'Adviser', organisation: 'Вазорати нав', fromDay: '2019-01-01', toDay: '2019-12-31' }))[0]).toBe(`${page}/titles`)
    const shown = (await read(page)).text
    expect(['Yousuf Majidi', '1 Jan 2019 – 31 Dec 2019', 'not now', 'Вазорати нав'].map((text) => shown.includes(text))).toEqual([true, true, true, true])
    expect((await send(`${page}/titles`, { title: 'T', fromDay: '2020-02-02', toDay: '2020-02-01' })).status).toBe(422)
    expect((await read(`${base}/people/duplicates`)).text).toContain(`${page}/merge?with=p01`)

    const confirm = (await read(`${base}/people/p01/merge?with=${id}`)).text
    expect(['y@example.org', 'Merge into Yusuf Majidi', 'The other way round'].map((text) => confirm.includes(text))).toEqual([true, true, true])
    const revision = /name="revision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
    const otherRevision = /name="otherRevision" value="(\d+)"/.exec(confirm)?.[1] ?? ''
    const [kept, act] = await did(`${base}/people/p01/merge?with=${id}`, { other: id, revision, otherRevision })
    expect(kept).toBe(`${base}/people/p01`)
    const together = (await read(`${kept}?did=${act}`)).text
    expect(['You merged “Юсуф Маҷидӣ” into “Yusuf Majidi”', 'Муовини вазир', 'Yousuf Majidi', 'Separate'].map((text) => together.includes(text))).toEqual([true, true, true, true])
    expect((await read(page)).to).toBe(kept)
    expect((await send(`${page}/edit`, { name: 'X', revision: '1' })).status).toBe(404)
    expect((await send(`${base}/undo`, { act })).status).toBe(303)
    expect([(await read(page)).status, (await read(kept)).text.includes('Муовини вазир')]).toEqual([200, false])
  })

  it('keep what somebody typed when another was faster', async () => {
    const { revision } = await site.database.read.selectFrom('person').select('revision').where('id', '=', 'p08').executeTakeFirstOrThrow()
    const form = { name: 'Sadi Samadov', honorific: 'Mr.', languages: 'Tajik', revision: String(revision) }
    expect((await send(`${base}/people/p08/edit`, form)).status).toBe(303)
    const late = await send(`${base}/people/p08/edit`, { ...form, languages: 'Russian too' })
    expect([late.status, late.text.includes('meanwhile'), late.text.includes('value="Russian too"')]).toEqual([422, true, true])
  })
})

describe('organisations and places', () => {
  it('are called as they were on the mission’s day', async () => {
    const place = await read(`${base}/places/place-nursultan`)
    expect(['<h1>Nur-Sultan', 'now Astana', 'UTC+6'].map((text) => place.text.includes(text))).toEqual([true, true, true])
    const dfid = await read(`${base}/organisations/o12`)
    expect(['<h1>DFID', 'Foreign, Commonwealth and Development Office', 'until 1 Sep 2020'].map((text) => dfid.text.includes(text))).toEqual([true, true, true])
  })

  it('are added, named and edited, and give the typed text back', async () => {
    const [organisation] = await did(`${base}/organisations/new`, { name: 'Rivers Authority', kind: 'government', parent: 'Ministry of Finance' })
    expect((await read(organisation)).text).toContain('/organisations/o02')
    const unknown = await send(`${base}/organisations/new`, { name: 'Lakes Authority', kind: 'government', parent: 'Nobody knows' })
    expect([unknown.status, unknown.text.includes('value="Nobody knows"'), unknown.text.includes('value="Lakes Authority"')]).toEqual([422, true, true])
    expect((await did(`${organisation}/names`, { name: 'Управление рек', language: 'ru' }))[0]).toBe(`${organisation}/names`)
    expect((await read(`${base}/organisations?text=upravlenie`)).text).toContain('Rivers Authority')
    const [place] = await did(`${base}/places/new`, { name: 'River hall', kind: 'venue', city: 'place-dushanbe' })
    expect((await read(place)).text).toContain('UTC+5')
    const wrong = await send(`${base}/places/new`, { name: 'Nowhere', kind: 'city', zone: 'Mars' })
    expect([wrong.status, wrong.text.includes('Enter a zone such as'), wrong.text.includes('value="Mars"')]).toEqual([422, true, true])
  })
})

describe('who may what', () => {
  it('shows a viewer everything and no control to change it', async () => {
    for (const page of ['people', 'people/p06', 'organisations', 'organisations/o01', 'places', 'places/place-dushanbe', 'people/duplicates']) {
      const { status, text } = await read(`${base}/${page}`, viewer)
      expect([page, status, /\/(new|edit|merge|names|titles)["?]/.test(text), /<form method="post" action="\/missions/.test(text)]).toEqual([page, 200, false, false])
    }
    expect((await read(`${base}/people/new`, viewer)).status).toBe(403)
    expect((await send(`${base}/people/p06/names`, { name: 'X', language: '' }, viewer)).status).toBe(403)
  })

  it('answers what is not there, and what makes no sense, without an error of its own', async () => {
    for (const page of ['people/nobody', 'people/no.body', 'organisations/nobody', 'places/nobody', 'people/nobody/edit', 'people/p06/titles/nobody']) expect([page, (await read(`${base}/${page}`)).status]).toEqual([page, 404])
    expect((await read(`${base}/people/p01`, stranger)).status).toBe(404)
    for (const [path, form] of [['people/p06/names/remove', { name: 'nobody', revision: '1' }], ['places/place-dushanbe/names/remove', { name: 'nobody', revision: '1' }], ['organisations/o01/names/remove', { name: 'x y', revision: 'z' }]] as const) {
      expect([400, 404]).toContain((await send(`${base}/${path}`, form)).status)
    }
  })
})
