import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Chain } from '#app/ui/kit/chain.tsx'
import { Change } from '#app/ui/kit/change.tsx'
import { Columns, Line, Stack } from '#app/ui/kit/columns.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { EvidenceBar } from '#app/ui/kit/evidence-bar.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { Matrix } from '#app/ui/kit/matrix.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { Pager } from '#app/ui/kit/pager.tsx'
import { Quote } from '#app/ui/kit/quote.tsx'
import { Rating } from '#app/ui/kit/rating.tsx'
import { Relation } from '#app/ui/kit/relation.tsx'
import { Route } from '#app/ui/kit/route.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Sheet } from '#app/ui/kit/sheet.tsx'
import { StaleMark } from '#app/ui/kit/stale-mark.tsx'
import { AnswerMark, StatusMark } from '#app/ui/kit/status-mark.tsx'
import { StorageMark } from '#app/ui/kit/storage-mark.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { Tabs } from '#app/ui/kit/tabs.tsx'
import { Tally } from '#app/ui/kit/tally.tsx'
import { Timeline, TimelineHead, TimelineRow } from '#app/ui/kit/timeline.tsx'
import { StopClock, TimeRange, Zone, ZoneTime } from '#app/ui/kit/zone-time.tsx'
import { Icon } from '#app/ui/kit/icon.tsx'

const statuses = ['idea', 'requested', 'tentative', 'confirmed', 'held', 'noted', 'cleared', 'declined', 'postponed', 'cancelled', 'no-show'] as const
const answers = ['accepted', 'tentative', 'declined', 'deputy', 'no answer'] as const
const relations = ['supports', 'contradicts', 'qualifies', 'context'] as const
const icons = ['menu', 'plus', 'close', 'edit', 'trash', 'up', 'down', 'back', 'forward', 'mail', 'person', 'place', 'organisation', 'calendar', 'link', 'document', 'download', 'grip', 'lock', 'search', 'print', 'travel', 'undo'] as const
const dushanbe = { city: 'Dushanbe', offset: 'UTC+5' }

/** What a page is made of: the route, the chain, clocks, banners, what is empty. */
export function PageParts() {
  return (
    <>
      <Route
        label="Stops"
        stops={[
          { id: 'a', name: 'Nur-Sultan', zone: 'UTC+6', state: 'done', words: 'Wed 29 Jan' },
          { id: 'b', name: 'Bishkek', zone: 'UTC+6', state: 'now', href: '/grid', words: <>Thu 30 – Fri 31 Jan<br /><span className="small soft">4 engagements</span></> },
          { id: 'c', name: 'Dushanbe', zone: 'UTC+5 (−1 h)', state: 'next', words: 'Mon 3 – Wed 5 Feb' },
        ]}
      />
      <Chain steps={statuses.slice(0, 7).map((status, at) => ({ status, state: at < 3 ? 'done' : at === 3 ? 'now' : 'next', when: at < 4 ? '21 Jan' : undefined }))} />
      <Tabs label="Engagement" tabs={[{ href: '#a', label: 'Overview', current: true }, { href: '#b', label: 'Agenda, 10' }, { href: '#c', label: 'History' }]} />
      <Tally counts={[{ label: 'changed, not sent', count: 6, href: '#d' }, { label: 'by letter', count: 2 }, { label: 'answers missing', count: 5 }]} />
      <Columns>
        <Stack>
          <Note kind="error" title="Two titles for one workshop." actions={<ButtonLink tight href="#k">Keep the first</ButtonLink>}>Invitations need one.</Note>
          <Note kind="warning" title="Somebody else changed this at 09:12.">Your text is kept. <a href="#cmp">Compare the two</a></Note>
          <Note kind="offline" title="Offline." role="status">Showing what this device held at 10:41 Dushanbe, UTC+5.</Note>
          <Note kind="done" title="You accepted.">Tue 4 Feb, 10:00–10:30 Dushanbe, UTC+5.</Note>
          <Note>Levels come from the deck. Evidence is <SampleMark /> data.</Note>
        </Stack>
        <Section id="now" title="Now" aside={<a href="#all">All 67</a>}>
          <StopClock text="09:00" datetime="2020-01-27T09:00+05:00" day="Mon 27 Jan" {...dushanbe} />
          <p className="soft"><ZoneTime day="Tue 4 Feb 2020" text="09:30–12:00" {...dushanbe} /></p>
          <Empty title="No notes from Nur-Sultan" action={<ButtonLink href="#n">Start a note</ButtonLink>}>
            The first meeting is Wed 29 Jan. Notes are due a day later.
          </Empty>
        </Section>
      </Columns>
    </>
  )
}

/** Rows of every kind. */
export function TableParts() {
  return (
    <>
      <Table caption="Preview: item 2 would change." fold heads={[{ label: 'No.', num: true }, { label: 'Time' }, { label: 'Item' }, { label: 'Minutes', num: true }, { label: 'Remarks' }]}>
        <Row><Cell no num>1</Cell><Cell at><TimeRange text="09:30–09:50" /></Cell><RowHead>Welcoming remarks, sample</RowHead><Cell num label="Minutes">20</Cell><Cell label="Remarks"><LintMark severity="note">3 share 20 min</LintMark></Cell></Row>
        <Row state="moved"><Cell no num>2</Cell><Cell at><Change stacked before="11:10–11:50" after="11:10–11:40" /></Cell><RowHead>Discussion, sample</RowHead><Cell num label="Minutes"><Change before="40" after="30" /></Cell><Cell label="Remarks" /></Row>
        <Row state="attention"><Cell no num>3</Cell><Cell at>No time yet</Cell><RowHead>Infrastructure</RowHead><Cell num label="Minutes" /><Cell label="Remarks"><StaleMark>2 contradict since 7 Feb</StaleMark></Cell></Row>
      </Table>
      <Columns half>
        <Section id="day" title="A day" aside={<Zone {...dushanbe} />}>
          <Timeline label="Tue 4 Feb">
            <TimelineHead>Dushanbe <Zone {...dushanbe} /></TimelineHead>
            <TimelineRow time={<TimeRange text="09:00–09:30" />} who="no lead named">Registration, sample</TimelineRow>
            <TimelineRow time="No time yet" mark={<StatusMark status="tentative" />}>Back-up meeting, sample</TimelineRow>
          </Timeline>
          <List label="Issues"><ListRow mark={<LintMark severity="error" />} under="Weekday · line 34">Friday is a Thursday</ListRow></List>
          <Pager label="Pages of issues" words="51–100 of 340" previous={{ href: '?page=1' }} next={{ href: '?page=3' }} />
        </Section>
        <Section id="said" title="Said">
          <Quote lang="tg" source={<><Relation relation="supports" /> charter, item 2</>} translation="A translation, not reviewed.">Тоҷикӣ: ҷ қ ғ ҳ ӣ ӯ</Quote>
        </Section>
      </Columns>
      <Matrix caption="Linked excerpts per stop and dimension" heads={['Dimension', 'Nur-Sultan', 'Bishkek', 'Dushanbe', 'Tashkent']} rows={[{ id: 'l', name: 'Institutional readiness', counts: [{ count: 0 }, { count: 1 }, { count: 3, href: '#e' }, { count: 6 }] }]} />
      <Sheet label="Day sheet"><h2>Tuesday 4 February 2020, Dushanbe</h2><p>All times Dushanbe, UTC+5.</p></Sheet>
    </>
  )
}

/** Every mark with its word. */
export function MarkParts() {
  return (
    <Section id="marks" title="Marks">
      <Facts>
        <Fact term="Status"><Line>{statuses.map((status) => <StatusMark key={status} status={status} />)}</Line></Fact>
        <Fact term="Answer"><Line>{answers.map((answer) => <AnswerMark key={answer} answer={answer} />)}</Line></Fact>
        <Fact term="Lint"><Line><LintMark severity="error" /><LintMark severity="warning" /><LintMark severity="note" /></Line></Fact>
        <Fact term="Evidence"><Line>{relations.map((relation) => <Relation key={relation} relation={relation} />)}</Line></Fact>
        <Fact term="Bar"><EvidenceBar counts={{ supports: 5, qualifies: 1, contradicts: 2, context: 1 }} /><br /><EvidenceBar counts={{}} /></Fact>
        <Fact term="Rating"><Line><Rating level="low" /><Rating level="mid" /><Rating level="high" /><Rating level="none" /><Rating level="unread">High?</Rating><StaleMark /></Line></Fact>
        <Fact term="Storage"><Line><StorageMark state="on this device" /><StorageMark state="saved" /><StorageMark state="cleared" /><SampleMark /></Line></Fact>
        <Fact term="Icons"><Line>{icons.map((name) => <span key={name}><Icon name={name} /> {name}</span>)}</Line></Fact>
        <Fact term="Letters"><span lang="kk">ә ң ө ұ ү һ і</span> · <span lang="uz">Oʻzbekcha: gʻ oʻ ʼ</span> · <span lang="ru">№640</span></Fact>
      </Facts>
    </Section>
  )
}
