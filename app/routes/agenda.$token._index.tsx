import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publishedWords } from '#app/domain/agenda/published-words.ts'
import { LANGUAGES, LANGUAGE_CODES, isLanguage } from '#app/domain/calendar/texts/texts.ts'
import { paperDay } from '#app/domain/papers/paper-words.ts'
import { formatMinute, formatOffset, offsetOf, wallOf } from '#app/domain/time.ts'
import { open } from '#app/http/enter.server.ts'
import { openPublished } from '#app/http/published.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { Published, PublishedVersion } from '#app/ui/agenda/published.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Agenda' }, { name: 'robots', content: 'noindex' }]
export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' })
export const handle: PageHandle = { script: false, lang: (data) => (typeof data === 'object' && data !== null && 'language' in data ? String(data.language) : undefined) }

export const loader = open(async (entered) => {
  const { url, params } = entered
  const { publication, agendas, latest } = await openPublished(entered)
  const asked = url.searchParams.get('lang')
  const language = isLanguage(asked) ? asked : 'en'
  const [first] = agendas
  return {
    here: `/agenda/${params['token'] ?? ''}`, language, mission: publication.missionTitle, whole: publication.engagementId === null, latest, title: publication.engagementId === null ? publication.missionTitle : (first?.content.title ?? ''),
    agendas: agendas.map(({ content, number, atMs, changes }) => ({ content, number, changes, when: stampOf(atMs, content, language) })),
  }
})

function stampOf(atMs: number, { zone, city, cityNames }: { zone: string; city: string; cityNames: Record<string, string> }, language: string): string {
  const wall = wallOf(atMs, zone)
  return `${paperDay(wall.day, language)}, ${formatMinute(wall.minute)} ${cityNames[language] ?? city}, ${formatOffset(offsetOf(atMs, zone))}`
}

export default function PublishedPage() {
  const { here, language, mission, whole, latest, agendas } = useLoaderData<typeof loader>()
  const words = publishedWords(language)
  const kept = language === 'en' ? '' : `?lang=${language}`
  return (
    <Lone tongues={LANGUAGE_CODES.map((code) => ({ code, name: LANGUAGES[code].name, href: `${here}?lang=${code}`, current: code === language }))} lang={language}>
      {whole ? <header><h1>{mission}</h1><p className="soft">{words.programme}</p></header> : <p className="soft small">{mission}</p>}
      {agendas.length === 0 && <Empty title={words.empty} />}
      {agendas.map(({ content, number, changes, when }) => (
        <div key={content.id} className="stack">
          <Published agenda={content} language={language} level={whole ? 2 : 1} papers={`${here}/papers`} />
          <PublishedVersion number={number} latest={whole ? number : latest} when={when} changes={changes} language={language} newest={here + kept} />
        </div>
      ))}
      {agendas.length > 0 && <p className="line acts"><a href={`${here}/calendar.ics`} download>{words.calendar}</a><a href={`${here}/schedule.xml`} download>XML</a><a href={`${here}/schedule.json`} download>JSON</a></p>}
    </Lone>
  )
}
