import type { ReactNode } from 'react'
import { HEAD_KEY, stopPlaceKey } from '#app/domain/intake/marking.ts'
import { HeadChoice, HeadEdit } from '#app/ui/imports/head-choice.tsx'
import type { HeadQuestion } from '#app/ui/imports/head-choice.tsx'
import { Matches } from '#app/ui/imports/people-choice.tsx'
import type { Match } from '#app/ui/imports/people-view.ts'
import { QuestionList, Told } from '#app/ui/imports/question-list.tsx'
import type { Question } from '#app/ui/imports/questions.ts'
import type { HeadView, StayView } from '#app/ui/imports/review-view.ts'
import { YesNo } from '#app/ui/imports/row-edit.tsx'
import { rowAnchor } from '#app/ui/imports/rows.ts'
import type { RowFace } from '#app/ui/imports/rows.ts'
import { SourceText } from '#app/ui/imports/source-text.tsx'
import type { SourceView } from '#app/ui/imports/source-text.tsx'
import { Structure } from '#app/ui/imports/structure.tsx'
import type { RowGroup } from '#app/ui/imports/structure.tsx'
import { TargetChoice, ZoneField } from '#app/ui/imports/target-choice.tsx'
import type { TargetView } from '#app/ui/imports/target-choice.tsx'
import { Button } from '#app/ui/kit/button.tsx'
import { Columns, Stack } from '#app/ui/kit/columns.tsx'
import { CommitBar } from '#app/ui/kit/commit-bar.tsx'
import { Form } from '#app/ui/kit/form.tsx'
import { Section } from '#app/ui/kit/section.tsx'

export type Agenda = { of: 'agenda'; head: HeadView; rows: RowFace[]; target: TargetView; conflicts: HeadQuestion[]; zone: string }
export type Schedule = { of: 'schedule'; stays: StayView[]; stops: { value: string; label: string }[] }
export type ReviewData = {
  here: string
  revision: number
  source: SourceView
  asked: Question[]
  hanging: number
  told: Question[]
  what: Agenda | Schedule
  people: Match[]
  bodies: Match[]
  /** Rows that somebody left out. */
  leftOut: { key: string; title: string }[]
  only?: string | null | undefined
  zones: readonly string[]
  /** Something was decided or typed already, and can be forgotten. */
  decided: boolean
  store: { label: { one: string; many: string; none: string }; fixed: number; words: string; detail: string }
}

/** The text beside what was understood of it: one form, so that whatever is pressed, nothing that was chosen or typed is lost. */
export function Review({ review }: { review: ReviewData }) {
  const { here, revision, source, asked, hanging, told, what, people, bodies, store } = review
  return (
    <Form id="review" action={`${here}/decide`} hidden={{ revision, shown: shownTicks(what) }} className="stack">
      <Columns half>
        <SourceText source={source} />
        <Stack>
          <QuestionList questions={asked} rows={hanging} />
          {what.of === 'agenda' && <><HeadChoice questions={what.conflicts} /><TargetChoice view={what.target} zones={review.zones} /></>}
          <Understood review={review} />
          <Matches id="people" title="People" matches={people} one="person" many="people" />
          <Matches id="bodies" title="Organisations" matches={bodies} one="organisation" many="organisations" />
          <Told told={told} />
        </Stack>
      </Columns>
      <CommitBar actions={<><StoreButton here={here} store={store} rows={store.fixed + ticked(what)} /><Button kind="quiet">Update without storing</Button>{review.decided && <Button kind="quiet" name="reset" value="yes">Start over</Button>}</>}>
        <b>{store.words}</b> <span className="detail">{store.detail}</span>
      </CommitBar>
    </Form>
  )
}

function StoreButton({ here, store: { label, fixed }, rows }: Pick<ReviewData, 'here' | 'store'> & { rows: number }) {
  return (
    <Button kind="primary" formAction={`${here}/store`} data-one={label.one} data-many={label.many} data-none={label.none} data-fixed={fixed}>
      {rows === 0 ? label.none : rows === 1 ? label.one : label.many.replace('#', String(rows))}
    </Button>
  )
}

function allRows(what: Agenda | Schedule): RowFace[] {
  return what.of === 'agenda' ? what.rows : what.stays.flatMap(({ rows }) => rows)
}

/** Names of everything that can be ticked: what is missing among the ticked ones was unticked. */
function shownTicks(what: Agenda | Schedule): string {
  return allRows(what).flatMap(({ tick }) => (tick ? [`${tick.name}:${tick.value}`] : [])).join(' ')
}

function ticked(what: Agenda | Schedule): number {
  return allRows(what).filter(({ tick }) => tick?.checked).length
}

function Understood({ review: { here, what, only, leftOut, zones } }: { review: ReviewData }) {
  const edit = { of: what.of, here, only, stops: what.of === 'schedule' ? what.stops : [] }
  return (
    <Section id="understood" title="What was understood" aside={what.of === 'agenda' ? what.zone : 'days in grey are inherited'}>
      {what.of === 'agenda' && <Head head={what.head} />}
      <Structure groups={what.of === 'agenda' ? [{ key: 'all', head: null, lang: undefined, under: null, rows: what.rows }] : what.stays.map((stay) => groupOf(stay, zones))} edit={edit} />
      {leftOut.length > 0 && <LeftOut rows={leftOut} />}
    </Section>
  )
}

function Head({ head: { title, lang, other, otherLang, when, venue, moderators, fields } }: { head: HeadView }) {
  return (
    <div className="read-head" id={rowAnchor(HEAD_KEY)} data-of={HEAD_KEY}>
      <p><b lang={lang}>{title === '' ? 'No title found' : title}</b>{other !== '' && <span className="under soft" lang={otherLang}>{other}</span>}</p>
      <p className="small soft">{[when, venue].filter(Boolean).join(' · ')}</p>
      {moderators.length > 0 && <ul className="named small" aria-label="Moderators">{moderators.map(({ name, lang: of, title: is }) => <li key={name} lang={of}><b>{name}</b>{is !== '' && <span className="soft">, {is}</span>}<span className="soft" lang="en"> · moderator</span></li>)}</ul>}
      <div className="meta small"><HeadEdit fields={fields} /></div>
    </div>
  )
}

function groupOf(stay: StayView, zones: readonly string[]): RowGroup {
  const { key, printed, lang, zone, rows } = stay
  return { key: stopPlaceKey(key), head: printed, lang, under: <StayWords stay={stay} zone={zone} zones={zones} />, rows }
}

function StayWords({ stay: { key, city, stop, askZone, chosenZone }, zone, zones }: { stay: StayView; zone: string; zones: readonly string[] }): ReactNode {
  return (
    <>
      {' '}<span className="zone">{zone}</span>
      <span className="under small soft">{stop === null ? `A new stop in ${city}` : `Your stop ${stop}`}</span>
      {askZone && <ZoneField field={`zone:${key}`} value={chosenZone} city={city} zones={zones} />}
    </>
  )
}

function LeftOut({ rows }: { rows: readonly { key: string; title: string }[] }) {
  return (
    <fieldset className="left-out">
      <legend className="small soft">Left out; untick to take a row back</legend>
      {rows.map(({ key, title }) => <YesNo key={key} name={`edit:${key}:skip`} label={title} checked />)}
    </fieldset>
  )
}
