import { formatTenure } from '#app/domain/people/tenure.ts'
import { NAME_LANGUAGES } from '#app/operations/directory.input.ts'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { SelectField } from '#app/ui/kit/select-field.tsx'
import type { Problem } from '#app/ui/kit/problem.ts'
import { Timeline, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { Mark } from '#app/ui/kit/mark.tsx'

const MORE: Record<string, string> = { fa: 'Persian', fr: 'French', de: 'German' }

/** 'tg' → 'Tajik'; '' → ''. */
export function nameLanguage(code: string): string {
  return MORE[code] ?? (code === '' ? '' : languageName(code))
}

/** The language that a name belongs to, or none. */
export function NameLanguageField({ problem }: { problem?: Problem }) {
  return <SelectField name="language" label="Language" problem={problem} value="" options={NAME_LANGUAGES.map((code) => ({ value: code, label: code === '' ? 'any' : nameLanguage(code) }))} />
}

/** A person's name with its form of address. */
export function PersonName({ honorific, name }: { honorific: string; name: string }) {
  return <>{honorific !== '' && <span className="soft honorific">{honorific} </span>}{name}</>
}

export type DatedName = { id: string; name: string; language: string; from_day: string | null; to_day: string | null }

/** Names over time and in other languages; the one that a day's pages show carries a mark. */
export function NamesOverTime({ entry, names, called, on }: { entry: string; names: readonly DatedName[]; called: string; on: string }) {
  const said = (name: string, language: string) => <>{language !== '' && <span className="under">{nameLanguage(language)}</span>}{name === called && <Mark icon="cleared" state="cleared">shown {on}</Mark>}</>
  const own = names.some(({ name }) => name === entry)
  return (
    <Timeline label="Names over time">
      {!own && <TimelineRow time={<span className="soft">else</span>} who={said(entry, '')}>{entry}</TimelineRow>}
      {names.map(({ id, name, language, from_day, to_day }) => (
        <TimelineRow key={id} time={<Period fromDay={from_day} toDay={to_day} otherwise="at any time" />} who={said(name, language)}>
          <span lang={language || undefined}>{name}</span>
        </TimelineRow>
      ))}
    </Timeline>
  )
}

/** “23 Mar 2019 – 18 Sep 2022” in the column of times. */
export function Period({ fromDay, toDay, otherwise = 'days not known' }: { fromDay: string | null; toDay: string | null; otherwise?: string }) {
  return <span className="soft small">{formatTenure({ fromDay, toDay }) || otherwise}</span>
}
