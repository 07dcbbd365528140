import { count } from '#app/domain/text.ts'
import type { Match } from '#app/ui/imports/people-view.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'

type MatchesProps = { id: string; title: string; matches: readonly Match[]; one: string; many: string }

/** Who in the text is who in the directory: open where somebody is only alike, folded where one alone has this very name. */
export function Matches({ id, title, matches, one, many }: MatchesProps) {
  if (matches.length === 0) return null
  const asked = matches.filter(({ sure }) => !sure)
  const known = matches.filter(({ sure, is }) => sure && is === 'known')
  const fresh = matches.filter(({ sure, is }) => sure && is === 'new')
  return (
    <Section id={id} title={title} aside="nobody is merged without you">
      {asked.map((match) => <Asked key={match.field} match={match} />)}
      {known.length > 0 && <Disclosure words={`${count(known.length, one, many)} known by this very name`}>{known.map((match) => <Asked key={match.field} match={match} />)}</Disclosure>}
      {fresh.length > 0 && <Disclosure words={`${count(fresh.length, `new ${one} joins`, `new ${many} join`)} the directory`}>{fresh.map((match) => <Fresh key={match.field} match={match} />)}</Disclosure>}
    </Section>
  )
}

function Asked({ match: { name, title, lang, field, options, row } }: { match: Match }) {
  return (
    <fieldset className="match">
      <legend><span lang={lang}>{name}</span>{title !== '' && <span className="small soft" lang={lang}> {title}</span>}{row !== null && <a className="small" href={`#${row}`}>in the agenda<span className="vh">: {name}</span></a>}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} className="pick">
            <input type="radio" name={field} value={option.value} defaultChecked={option.checked} />
            <span>{option.label}</span>
            {option.hint !== '' && <small>{option.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Nobody like them is known; or somebody decided so, who can decide otherwise. */
function Fresh({ match }: { match: Match }) {
  if (match.options.length > 1) return <Asked match={match} />
  return <p className="small"><span lang={match.lang}><b>{match.name}</b>{match.title !== '' && <span className="soft">, {match.title}</span>}</span> <Mark icon="plus" state="confirmed">new</Mark></p>
}
