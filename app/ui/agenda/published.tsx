import { filled, publishedWords } from '#app/domain/agenda/published-words.ts'
import type { PublishedAgenda, PublishedItem, PublishedPerson } from '#app/domain/agenda/published.ts'
import { paperDay, workingLanguages, writtenIn } from '#app/domain/papers/paper-words.ts'
import { titleLines } from '#app/domain/papers/printed-person.ts'
import { formatSize } from '#app/domain/text.ts'
import { datetimeOf, formatOffset, formatRange } from '#app/domain/time.ts'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

type PublishedProps = { agenda: PublishedAgenda; language: string; /** Under a heading of its own, where several stand on one page. */ level?: 1 | 2; /** Where the files of its papers are handed out. */ papers?: string }

/** One published agenda: when, where, who leads, and its items with their times; a second language under the first. */
export function Published({ agenda, language, level = 1, papers }: PublishedProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  const words = publishedWords(language)
  const city = agenda.cityNames[language] ?? agenda.city
  const speaks = workingLanguages(agenda, language)
  const venue = [agenda.venue, agenda.room].filter(Boolean).join(', ')
  return (
    <article className="published" aria-labelledby={`t-${agenda.id}`}>
      <header className="agenda-head">
        <Title id={`t-${agenda.id}`} lang={langOf(agenda.title, language)}>{agenda.title}</Title>
        {agenda.otherTitles.map((title) => <p key={title} className="soft" lang={writtenIn(title) || undefined}>{title}</p>)}
        <p><b>{paperDay(agenda.day, language)}</b>{agenda.hours && <>, <time dateTime={datetimeOf(agenda.day, agenda.hours.start, agenda.offsetMinutes)}>{formatRange(agenda.hours.start, agenda.hours.end)}</time></>} <span className="zone">{city}, {formatOffset(agenda.offsetMinutes)}</span>{agenda.sample.includes('time') && <> <SampleMark>{words.sample}</SampleMark></>}</p>
        {!agenda.hours && <p className="soft">{words.noTime}</p>}
        {venue !== '' && <p lang={langOf(venue, language)}>{venue}{(agenda.sample.includes('venue') || agenda.sample.includes('room')) && <> <SampleMark>{words.sample}</SampleMark></>}</p>}
        {speaks !== '' && <p className="soft small">{speaks}{agenda.sample.includes('language') && <> <SampleMark>{words.sample}</SampleMark></>}</p>}
        {agenda.status === 'tentative' || agenda.status === 'requested' ? <p className="small"><b>{words.mayMove}</b></p> : null}
      </header>
      {agenda.about !== '' && <p className="lines" lang={langOf(agenda.about, language)}>{agenda.about}</p>}
      {agenda.people.length > 0 && <ul className="led">{agenda.people.map((person) => <Person key={`${person.role} ${person.name}`} person={person} language={language} role={words.roles[person.role]} />)}</ul>}
      <ol className="programme">{agenda.items.map((item) => <Item key={item.id} item={item} agenda={agenda} language={language} />)}</ol>
      {agenda.handOuts.length > 0 && <section><h3>{words.handOuts}</h3><ul className="led">{agenda.handOuts.map((paper) => <li key={`${paper.itemId ?? ''} ${paper.title}`}><span lang={paper.language || undefined}>{paper.title}</span>{papers !== undefined && paper.files.map((file) => <a key={file.id} className="under small" href={`${papers}/${file.id}`} download>{file.name}, {formatSize(file.size)}</a>)}</li>)}</ul></section>}
    </article>
  )
}

function Item({ item, agenda, language }: { item: PublishedItem; agenda: PublishedAgenda; language: string }) {
  const second = item.otherLanguage === language && item.otherTitle !== ''
  const [first, other] = second ? [{ title: item.otherTitle, lang: item.otherLanguage }, { title: item.title, lang: langOf(item.title, language) }] : [{ title: item.title, lang: langOf(item.title, language) }, { title: item.otherTitle, lang: item.otherLanguage }]
  return (
    <li>
      <div className="at">{item.day !== agenda.day && <span className="small soft">{paperDay(item.day, language)} </span>}<time dateTime={datetimeOf(item.day, item.start, agenda.offsetMinutes)}>{formatRange(item.start, item.end)}</time></div>
      <div>
        <p lang={first.lang || undefined}><b>{first.title}</b>{item.sample && <> <SampleMark>{publishedWords(language).sample}</SampleMark></>}</p>
        {other.title !== '' && <p className="soft" lang={other.lang || undefined}>{other.title}</p>}
        {item.track !== '' && <p className="small soft">{item.track}</p>}
        {item.details.length > 0 && <ul className="small soft details">{item.details.map((line, at) => <li key={at} lang={langOf(line, language)}>{line}</li>)}</ul>}
        {item.people.length > 0 && <ul className="led">{item.people.map((person) => <Person key={person.name} person={person} language={language} />)}</ul>}
      </div>
    </li>
  )
}

function Person({ person, language, role }: { person: PublishedPerson; language: string; role?: string | undefined }) {
  return (
    <li>
      {role !== undefined && <span className="small soft">{role} </span>}<span lang={langOf(person.name, language)}>{person.name}</span>{person.sample && <> <SampleMark>{publishedWords(language).sample}</SampleMark></>}
      {titleLines(person.title).map((title) => <span key={title} className="under small soft" lang={langOf(title, language)}>{title}</span>)}
    </li>
  )
}

/** The language of text that is not the page's, as far as its letters tell. */
function langOf(text: string, language: string): string | undefined {
  const own = writtenIn(text)
  return own === '' || own === language ? undefined : own
}

type VersionProps = { number: number; latest: number; when: string; changes: readonly string[]; language: string; newest: string }

/** Which version it is, since when, and what it changed. */
export function PublishedVersion({ number, latest, when, changes, language, newest }: VersionProps) {
  const words = publishedWords(language)
  return (
    <section className="version" aria-label={filled(words.version, { n: number })}>
      {number < latest && <p><b>{filled(words.older, { n: number, latest })}</b> <a href={newest}>{filled(words.newest, { latest })}</a></p>}
      <p className="small soft">{filled(words.version, { n: number })}, {filled(words.published, { when })}{number === 1 && <> · {words.first}</>}</p>
      {changes.length > 0 && <details><summary>{filled(words.changed, { n: number - 1 })}</summary><ul className="small whole" lang={language === 'en' ? undefined : 'en'}>{changes.map((line) => <li key={line}>{line}</li>)}</ul></details>}
    </section>
  )
}
