/** Sample notes of preparatory calls, the sentences marked in them and in the deck's charter, and what they say together. */

export type SampleMark = {
  id: string
  /** Exactly as it stands in the text. */
  words: string; speaker: string; sourceKind: string; kind: string; translation?: string; reviewed?: true
  attribution?: 'named' | 'not for attribution'; confidentiality?: 'counterpart' | 'public'
}
export type SampleNote = { id: string; engagementId: string; author: string; day: string; minute: number; language: string; lines: string[]; marks: SampleMark[] }

const CALL = (on: string): string => `Sample note of a preparatory call on ${on}, before the meeting.`

export const NOTES: SampleNote[] = [
  {
    id: 'sample-note-enterprise', engagementId: 'a08', author: 'demo-member', day: '2020-01-24', minute: 645, language: 'en',
    lines: [
      CALL('24 January 2020'),
      'The control room is planned for one building. Sensors exist on two streets only.',
      'Data sit with each department, no common register yet. They want a pilot before the charter is amended.',
      'Staff: four engineers, two leave in spring.',
    ],
    marks: [
      { id: 'sample-x01', words: 'The control room is planned for one building.', speaker: 'Director, sample', sourceKind: 'state enterprise', kind: 'fact' },
      { id: 'sample-x02', words: 'Sensors exist on two streets only.', speaker: 'Director, sample', sourceKind: 'state enterprise', kind: 'fact' },
      { id: 'sample-x03', words: 'Data sit with each department, no common register yet.', speaker: 'Director, sample', sourceKind: 'state enterprise', kind: 'fact' },
      { id: 'sample-x04', words: 'They want a pilot before the charter is amended.', speaker: 'Director, sample', sourceKind: 'state enterprise', kind: 'request' },
      { id: 'sample-x05', words: 'four engineers, two leave in spring', speaker: 'Engineer, sample', sourceKind: 'state enterprise', kind: 'figure' },
    ],
  },
  {
    id: 'sample-note-residents', engagementId: 'a14', author: 'demo-coordinator', day: '2020-01-25', minute: 600, language: 'en',
    lines: [
      CALL('25 January 2020'),
      'Outside the centre the connection fails every evening, say the residents’ groups. They were asked twice what they need and heard nothing back.',
      'Fibre reaches all four districts since December, says the operator. It would lend ducts to the city, but nobody has asked.',
    ],
    marks: [
      { id: 'sample-x06', words: 'Outside the centre the connection fails every evening', speaker: 'Organiser, sample', sourceKind: 'NGO', kind: 'view', attribution: 'not for attribution' },
      { id: 'sample-x07', words: 'They were asked twice what they need and heard nothing back.', speaker: 'Organiser, sample', sourceKind: 'NGO', kind: 'view' },
      { id: 'sample-x08', words: 'Fibre reaches all four districts since December', speaker: 'Network manager, sample', sourceKind: 'company', kind: 'fact', attribution: 'named', confidentiality: 'counterpart' },
      { id: 'sample-x09', words: 'It would lend ducts to the city, but nobody has asked.', speaker: 'Network manager, sample', sourceKind: 'company', kind: 'commitment' },
    ],
  },
  {
    id: 'sample-note-donor', engagementId: 'a13', author: 'demo-member', day: '2020-01-23', minute: 840, language: 'en',
    lines: [
      CALL('23 January 2020'),
      'A count of 2018 found sensors on three streets; one street has been out of order since.',
      'There is a strategy paper, but no budget line for it. Two donors plan equipment for the same control room.',
    ],
    marks: [
      { id: 'sample-x10', words: 'A count of 2018 found sensors on three streets; one street has been out of order since.', speaker: 'Adviser, sample', sourceKind: 'donor', kind: 'figure' },
      { id: 'sample-x11', words: 'There is a strategy paper, but no budget line for it.', speaker: 'Adviser, sample', sourceKind: 'donor', kind: 'view' },
      { id: 'sample-x12', words: 'Two donors plan equipment for the same control room.', speaker: 'Adviser, sample', sourceKind: 'donor', kind: 'fact' },
    ],
  },
  {
    id: 'sample-note-ministry', engagementId: 'a09', author: 'demo-coordinator', day: '2020-01-22', minute: 660, language: 'ru',
    lines: [
      'Образец записи подготовительного разговора 22 января 2020 года, до встречи.',
      'Городское предприятие вправе само подписывать договоры до установленной суммы.',
      'Единый реестр данных стоит в плане министерства на этот год. Деньги на цифровые проекты выделяются по кварталам.',
    ],
    marks: [
      { id: 'sample-x13', words: 'Городское предприятие вправе само подписывать договоры до установленной суммы.', speaker: 'Specialist, sample', sourceKind: 'government', kind: 'law', translation: 'The city’s enterprise may sign contracts itself up to a set amount.', reviewed: true, confidentiality: 'counterpart' },
      { id: 'sample-x14', words: 'Единый реестр данных стоит в плане министерства на этот год.', speaker: 'Specialist, sample', sourceKind: 'government', kind: 'commitment', translation: 'A common register of data stands in the ministry’s plan for this year.' },
      { id: 'sample-x15', words: 'Деньги на цифровые проекты выделяются по кварталам.', speaker: 'Specialist, sample', sourceKind: 'government', kind: 'fact', translation: 'Money for digital projects is released by quarter.' },
    ],
  },
]

/** Marked in the charter, by the number of its item: the words are the deck's, marking them is sample. */
export const CHARTER_MARKS: (SampleMark & { item: string })[] = [
  {
    id: 'sample-x16', item: '1', words: 'бо мақсади баланд бардоштани самаранокии хизматрасонӣ бо истифодаи иттилооти шаҳрӣ', speaker: 'Charter', sourceKind: 'city', kind: 'law',
    translation: 'in order to raise the effectiveness of services by using city information', confidentiality: 'public',
  },
  {
    id: 'sample-x17', item: '2', words: 'Оинномаи мазкур ҳуҷҷати ҳуқуқии таъсисии Корхона ба ҳисоб рафта, фаъолияти корхонаро танзим ва муайян месозад.', speaker: 'Charter', sourceKind: 'city', kind: 'law',
    translation: 'This Charter is the founding legal document of the Enterprise; it regulates and defines the activity of the Enterprise.',
  },
]

export type SampleLink = { excerpt: string; relation: 'supports' | 'contradicts' | 'qualifies' | 'context'; reason: string }
/** Dimensions by their place in the deck's table, sections by their number and their place among those that carry it. */
export type SampleFinding = { id: string; statement: string; status: string; dimensions: number[]; sections: [string, number?][]; links: SampleLink[]; judged?: { evidence: string; agreement: string; reason: string } }

export const FINDINGS: SampleFinding[] = [
  {
    id: 'sample-f1', statement: 'Sensors and network cover a small part of the city.', status: 'accepted', dimensions: [4], sections: [['2.3.1']],
    judged: { evidence: 'medium', agreement: 'medium', reason: 'Three kinds of source say so, and one of them speaks of one area only.' },
    links: [
      { excerpt: 'sample-x02', relation: 'supports', reason: 'Two streets out of the whole city.' },
      { excerpt: 'sample-x06', relation: 'supports', reason: 'Residents describe the same from the outside.' },
      { excerpt: 'sample-x10', relation: 'supports', reason: 'An earlier count comes to the same: three streets, one of them silent.' },
      { excerpt: 'sample-x01', relation: 'qualifies', reason: 'One building is a plan, not what stands today.' },
      { excerpt: 'sample-x08', relation: 'contradicts', reason: 'If fibre is everywhere, coverage is not what is missing.' },
      { excerpt: 'sample-x17', relation: 'context', reason: 'What the enterprise may run at all.' },
    ],
  },
  {
    id: 'sample-f2', statement: 'What stands is not kept running.', status: 'reviewed', dimensions: [4, 5], sections: [['2.3.1', 2]],
    links: [
      { excerpt: 'sample-x10', relation: 'supports', reason: 'A street out of order since 2018.' },
      { excerpt: 'sample-x05', relation: 'supports', reason: 'Two people would be left for everything.' },
      { excerpt: 'sample-x09', relation: 'qualifies', reason: 'Help is on offer and not taken up.' },
    ],
  },
  {
    id: 'sample-f3', statement: 'The charter gives the enterprise a mandate for city services.', status: 'reviewed', dimensions: [2], sections: [['2.2.1']],
    links: [
      { excerpt: 'sample-x16', relation: 'supports', reason: 'The purpose stands in its first item.' },
      { excerpt: 'sample-x13', relation: 'supports', reason: 'It may act on its own up to an amount.' },
      { excerpt: 'sample-x04', relation: 'qualifies', reason: 'They themselves see the charter change later.' },
    ],
  },
  {
    id: 'sample-f4', statement: 'Nobody owns the data that departments share.', status: 'reviewed', dimensions: [3], sections: [['2.4.1']],
    links: [
      { excerpt: 'sample-x03', relation: 'supports', reason: 'Each department keeps its own.' },
      { excerpt: 'sample-x12', relation: 'supports', reason: 'Nobody coordinates what is bought.' },
      { excerpt: 'sample-x14', relation: 'contradicts', reason: 'A register is planned, with an owner.' },
    ],
  },
  {
    id: 'sample-f5', statement: 'There is a strategy, and its money is not settled.', status: 'draft', dimensions: [1], sections: [['2.1.1']],
    links: [
      { excerpt: 'sample-x11', relation: 'supports', reason: 'Both halves in one sentence.' },
      { excerpt: 'sample-x15', relation: 'qualifies', reason: 'Money comes, by quarter.' },
    ],
  },
  {
    id: 'sample-f6', statement: 'Residents are asked and not answered.', status: 'draft', dimensions: [6], sections: [['2.5.1']],
    links: [{ excerpt: 'sample-x07', relation: 'supports', reason: 'The only voice of residents so far.' }],
  },
]

/** When the sentences were marked and linked; the contradictions came last. */
export const MARKED = { day: '2020-01-26', minute: 960, zone: 'Asia/Dushanbe' }
export const CONTRADICTED = { day: '2020-01-27', minute: 450, zone: 'Asia/Dushanbe' }

/** What came out of the calls to be done; `excerpt` holds the words it comes out of. */
export const TASKS: { id: string; kind: string; title: string; owner: string; due: string | null; excerpt: string; engagementId: string }[] = [
  { id: 'sample-t1', kind: 'commitment', title: 'Lend ducts to the city: say how many, and where', owner: 'Network manager, sample', due: '2020-02-14', excerpt: 'sample-x09', engagementId: 'a14' },
  { id: 'sample-t2', kind: 'data request', title: 'Send the list of sensors with their streets', owner: 'Director, sample', due: '2020-01-26', excerpt: 'sample-x02', engagementId: 'a08' },
  { id: 'sample-t3', kind: 'commitment', title: 'Show where the register of data stands in the ministry’s plan', owner: '', due: '2020-02-04', excerpt: 'sample-x14', engagementId: 'a09' },
]
