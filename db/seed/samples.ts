/** Sample data for what the deck does not say: invented, marked wherever it shows, and about nobody whom the deck names. */

/** Local minutes: [start, end]. */
type Hours = [number, number]
const at = (hour: number, minute = 0): number => hour * 60 + minute

export type SampleEngagement = {
  id: string; status: string; hours?: Hours; venue?: string; room?: string; language?: string; interpretation?: string; team?: string; purpose?: string; questions?: string; brief?: string
}

/** Times, places and statuses of the eighteen as a coordinator might have them two days before the first. Some have no time yet. */
export const ENGAGEMENTS: SampleEngagement[] = [
  { id: 'a01', status: 'confirmed', hours: [at(10), at(11, 30)], venue: 'hall-nursultan', language: 'English, Russian', interpretation: 'simultaneous', purpose: 'Show what the roadshow offers and hear where a pilot would fit.' },
  { id: 'a02', status: 'requested', purpose: 'Answer what the presentation leaves open.' },
  { id: 'a03', status: 'confirmed', hours: [at(10), at(13)], venue: 'hall-bishkek', language: 'English, Russian', interpretation: 'simultaneous', purpose: 'Compare how data and sensors are kept.' },
  { id: 'a04', status: 'requested', hours: [at(9, 30), at(11)], venue: 'office-bishkek', language: 'English, Russian', interpretation: 'consecutive' },
  { id: 'a05', status: 'requested', hours: [at(11, 30), at(13)], venue: 'office-bishkek', language: 'English, Russian', interpretation: 'consecutive' },
  { id: 'a06', status: 'tentative', hours: [at(15), at(16)], venue: 'city-bishkek', language: 'Russian', interpretation: 'consecutive' },
  { id: 'a07', status: 'confirmed', hours: [at(9), at(10)], venue: 'office-dushanbe', room: 'Room 2', language: 'English', interpretation: 'none', purpose: 'Agree who asks what in the three days.' },
  {
    id: 'a08', status: 'tentative', hours: [at(11), at(12, 30)], venue: 'enterprise-dushanbe', language: 'Tajik, Russian', interpretation: 'consecutive',
    purpose: 'See what stands in the streets and who keeps the data.', questions: 'Which sensors stand where?\nWho keeps the data, and in which form?\nWhat may the report show?',
    brief: 'The preparatory call says that sensors stand on two streets only. Ask to see both, and ask about the network of the operator.',
  },
  { id: 'a09', status: 'requested', hours: [at(15), at(16)], venue: 'ministry-dushanbe', language: 'English, Russian', interpretation: 'consecutive', questions: 'Which budget line pays for operation after the pilot?' },
  { id: 'a10', status: 'confirmed' },
  { id: 'a11', status: 'tentative', hours: [at(15), at(16, 15)], venue: 'city-dushanbe', language: 'Tajik, Russian', interpretation: 'consecutive', purpose: 'Present the first impressions and ask for a focal point.' },
  { id: 'a12', status: 'idea' },
  { id: 'a13', status: 'confirmed', hours: [at(14), at(15, 30)], venue: 'office-dushanbe', room: 'Room 1', language: 'English', interpretation: 'none', team: 'Team A', purpose: 'Find out what is financed already.' },
  { id: 'a14', status: 'tentative', hours: [at(14), at(15, 30)], venue: 'office-dushanbe', room: 'Room 2', language: 'Russian', interpretation: 'consecutive', team: 'Team B', purpose: 'Hear residents and the network side by side.' },
  { id: 'a15', status: 'requested', hours: [at(10), at(11, 30)], venue: 'committee-tashkent', language: 'Uzbek, Russian', interpretation: 'consecutive' },
  { id: 'a16', status: 'requested', hours: [at(14, 30), at(15, 30)], venue: 'city-tashkent', language: 'Uzbek, Russian', interpretation: 'consecutive' },
  { id: 'a17', status: 'requested', hours: [at(9, 30), at(12, 30)], venue: 'hall-tashkent', language: 'English, Uzbek', interpretation: 'simultaneous' },
  { id: 'a18', status: 'idea' },
]

export type SampleRow = { id: string; kind: string; title: string; stop: string; day: string; status: string; hours: Hours; fallbackOf?: string; venue?: string }

/** Rows of the grid that are no engagement with anybody: a slot held in reserve, and two of the three legs. */
export const ROWS: SampleRow[] = [
  { id: 'sample-back-up', kind: 'buffer', title: 'Back-up slot for the Vice-Mayor, sample', stop: 'dushanbe', day: '2020-02-05', status: 'tentative', hours: [at(16, 30), at(17, 30)], fallbackOf: 'a11', venue: 'city-dushanbe' },
  { id: 'sample-leg-2', kind: 'travel', title: 'Flight to Dushanbe, sample', stop: 'bishkek', day: '2020-01-31', status: 'confirmed', hours: [at(19), at(20, 40)] },
  { id: 'sample-leg-3', kind: 'travel', title: 'Flight to Tashkent, sample', stop: 'dushanbe', day: '2020-02-05', status: 'confirmed', hours: [at(19), at(20)] },
]

/** Places without an address: nobody shall drive there. */
export const VENUES: { id: string; stop: string; name: string }[] = [
  { id: 'hall-nursultan', stop: 'nursultan', name: 'Congress hall, sample' },
  { id: 'hall-bishkek', stop: 'bishkek', name: 'Conference hall, sample' },
  { id: 'office-bishkek', stop: 'bishkek', name: 'Committee building, sample' },
  { id: 'city-bishkek', stop: 'bishkek', name: 'City administration, sample' },
  { id: 'office-dushanbe', stop: 'dushanbe', name: 'Country office, sample' },
  { id: 'enterprise-dushanbe', stop: 'dushanbe', name: 'Enterprise building, sample' },
  { id: 'ministry-dushanbe', stop: 'dushanbe', name: 'Ministry building, sample' },
  { id: 'city-dushanbe', stop: 'dushanbe', name: 'City administration of Dushanbe, sample' },
  { id: 'committee-tashkent', stop: 'tashkent', name: 'Committee building of Tashkent, sample' },
  { id: 'city-tashkent', stop: 'tashkent', name: 'City administration of Tashkent, sample' },
  { id: 'hall-tashkent', stop: 'tashkent', name: 'Conference hall of Tashkent, sample' },
]

/** Their own clocks are elsewhere, so that a stop's clock never passes for theirs. */
export const TEAM: { id: string; name: string; email: string; role: string; zone: string; city: string }[] = [
  { id: 'demo-coordinator', name: 'Coordinator, sample', email: 'coordinator@example.org', role: 'coordinator', zone: 'America/New_York', city: 'Washington' },
  { id: 'demo-member', name: 'Member, sample', email: 'member@example.org', role: 'member', zone: 'Asia/Seoul', city: 'Seoul' },
  { id: 'demo-viewer', name: 'Viewer, sample', email: 'viewer@example.org', role: 'viewer', zone: 'Europe/London', city: 'London' },
]

export const STOP_CONTACTS = { coordinator: 'Coordinator, sample · 000 100', liaison: 'Liaison officer, sample · 000 200' }

/** Invitations that count as sent from the first start on, and when that was. */
export const INVITED = { engagementId: 'a10', day: '2020-01-21', minute: at(17), zone: 'Asia/Dushanbe' }

/** A mail in words that came in and waits for somebody to read it. */
export const REPLY = {
  day: '2020-01-24', minute: at(10), zone: 'Asia/Dushanbe', name: 'Assistant, sample', address: 'assistant@example.org', subject: 'Re: Invitation: workshop in Dushanbe',
  body: 'Dear colleagues,\n\ncould we have the programme in Russian before the workshop? We will then say who comes.\n\nKind regards',
}
