/** English. */
export const en = {
  code: 'en',
  name: 'English',
  /** For the team, whose pages are in English. */
  englishName: 'English',
  /** What people write when they mean this language: whole words, and how longer words begin. In lower case. */
  calledExactly: ['en', 'eng', 'англ', 'ingliz', '영어', '英语', '英語'],
  calledLike: ['english', 'englis', 'anglais', 'inglés', 'ingles', 'inglese', 'ingilizce', 'inglizcha', 'inglizi', 'английск', 'инглиз', 'англис', 'англі', 'ағылшын'],

  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  /** As they stand in a date. */
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  times: {
    dayLong: '{weekday} {date} {month} {year}',
    day: '{weekday} {date} {month} {year}',
    dayShort: '{weekday} {date} {month}',
    zone: '{city}, {offset}',
    /** Hours on the clock of a city. */
    clock: '{hours} {city}, {offset}',
    when: '{day}, {hours} {city}, {offset}',
    /** What a subject line has room for. */
    start: '{time} {city}, {offset}, {day}',
    slot: '{hours} {title}',
    slotOnDay: '{day}, {hours} {title}',
  },
  /** Cities whose clock guests most often ask for, by their zone; and one that lives by the clock of another. */
  cities: { 'Asia/Seoul': 'Seoul', 'America/New_York': 'New York', 'Europe/London': 'London', 'Asia/Tashkent': 'Tashkent' },
  washington: 'Washington',

  kinds: { meeting: 'Meeting', workshop: 'Workshop', presentation: 'Presentation', 'q-and-a': 'Questions and answers', visit: 'Visit', internal: 'Internal meeting', 'wrap-up': 'Wrap-up', meal: 'Meal', travel: 'Travel', buffer: 'Buffer', other: 'Event' },
  roles: { moderator: 'moderator', speaker: 'speaker', panellist: 'panellist', host: 'host', interpreter: 'interpreter', 'note taker': 'note taker', participant: 'participant' },
  statuses: { confirmed: 'confirmed', tentative: 'tentative' },
  statusesSaid: { confirmed: 'confirmed', tentative: 'tentative: it may still move' },
  /** The rows of an invitation; of one that changed, also what changed. */
  terms: { when: 'When', slot: 'Your slot', slots: 'Your slots', roles: 'Your part', place: 'Place', status: 'Status', time: 'Time', title: 'Title', about: 'Description', organiser: 'Sender' },

  calendar: { roles: 'You are invited as {roles}.', slot: 'Your slot: {slot}' },

  subjects: {
    invite: 'Invitation: {title}, {start}', reinvite: 'On again: {title}, {start}', reschedule: 'New time: {title}, {start}', update: 'Changed: {title}, {start}', cancel: 'Cancelled: {title}, {start}',
    signIn: '{code} is your code for Caravan',
  },
  mail: {
    dear: 'Dear {name},',
    invite: 'You are invited as part of “{mission}”.',
    reinvite: 'This takes place after all, and you are invited again as part of “{mission}”.',
    cancelled: 'Cancelled: {title}',
    cancel: 'You are no longer expected at the following. You need do nothing: your calendar takes it out.',
    reschedule: 'The time of this invitation has changed. Please answer again.',
    update: 'Something in this invitation has changed.',
    standing: { none: 'You have not answered yet.', accepted: 'You accepted; that stands.', tentative: 'You said perhaps; that stands.', declined: 'You declined; that stands.', deputy: 'You named a deputy; that stands.' },
    again: 'You get this once more; nothing has changed since we sent it first.',
    note: 'A word from {name}:',
    now: 'As it stands now',
    newText: 'has a new text, below',
    nothing: 'nothing',
    answer: 'Answer this invitation',
    change: 'See or change your answer',
    clocks: 'Times are those of the venue, with UTC beside them.',
    howTo: 'You can answer in your calendar, on the page behind the link, or by replying to this mail.',
    howToReader: 'You can answer in your calendar, on the page behind the link, or by replying to this mail: {reader} reads it.',
    questions: 'Questions reach {reader} by replying to this mail.',
    sentFor: 'Sent for {organiser} to you alone.',
  },
  signIn: {
    title: 'Sign in to Caravan', hello: 'Hello {name},', code: 'type this code where you asked for it:', link: 'or open this link in the same browser:', button: 'Sign in',
    once: 'Both work once, for ten minutes. If you did not ask for them, leave this mail alone: nothing happens.',
  },

  page: {
    languages: 'Language', title: 'Invitation', optional: 'may stay empty', back: 'Back to the invitation', notSaved: 'Not sent: something is missing or wrong below.',
    from: '{kind} · invitation from {organiser}, “{mission}”',
    slotAtVenue: 'Your slot at the venue', timeAtVenue: 'Time at the venue', ownTime: 'Your time:', sameDay: 'the same day', utc: 'The same in UTC:', chooseTime: 'Your own time:',
    anotherCity: 'Another city', otherCities: 'Show the time of another city', city: 'City', show: 'Show',
    ask: 'Will you come?', askAgain: 'The time has changed.', askAgainWhy: 'You answered for the earlier time; please answer again for {start}.',
    accept: 'Accept', perhaps: 'Perhaps', decline: 'Decline',
    addWord: 'Add a word to your answer', word: 'A word to the organiser', wordHint: 'Goes along with the button you press.',
    sendDeputy: 'Send a deputy', deputy: 'Deputy’s name', deputyTitle: 'Title as it should be printed', nameDeputy: 'Name a deputy',
    until: 'You can change your answer on this page until it begins. After accepting you can add it to your calendar.',
    accepted: 'You accepted', tentative: 'You said perhaps', declined: 'You declined', deputySent: 'You send a deputy', deputyNamed: 'You send a deputy: {name}',
    writtenDown: 'Written down by {name}.', addToCalendar: 'Add to calendar', feed: 'All my engagements as a calendar feed', changeAnswer: 'Change my answer',
    more: 'If something does not fit',
    handOuts: 'Documents for you', handOutAt: 'for “{title}”', noFile: 'The organiser hands it out there.',
  },
  proposal: {
    link: 'Propose another time', title: 'Propose another time', lead: 'The organiser sees what you propose and decides. Until then the invitation stays as it is.',
    now: 'It is now', day: 'Day', from: 'From', to: 'To', clock: 'On the clock of {zone}.', word: 'A word to the organiser', send: 'Propose this time',
    proposed: 'You proposed {when}.', waits: 'The organiser decides. The invitation stays as it is until then.', stays: 'The organiser kept the time as it is.',
  },
  correction: {
    link: 'Is your name or title wrong?', title: 'Your name and title', lead: 'Write how it should be printed. The organiser sees it and takes it over; nothing changes by itself.',
    honorific: 'Form of address', honorificHint: 'Such as Mr., Dr. or H.E.', name: 'Name', which: 'Which title is wrong?', newTitle: 'A title that is missing here', text: 'Title as it should be printed', titleHint: 'Leave it empty when only the name is wrong.',
    word: 'A word to the organiser', send: 'Propose this correction',
    proposed: 'You proposed a correction: {what}.', waits: 'The organiser has not taken it over yet.',
  },
  feed: {
    title: 'Your calendar feed', what: 'A feed is an address that your calendar asks every hour. It shows everything that you take part in here, with your own slots, as it stands.',
    twice: 'You have this invitation in your calendar as well?', twiceWhy: 'Then the same event stands there twice. Use the feed or the invitations, not both.',
    make: 'Make my feed', full: 'There are ten feeds of you already.', fullWhy: 'Ask the organiser, by replying to the mail, to revoke those that you do not use.',
    ready: 'The feed of {name} is ready. This address is shown only now: copy it.', address: 'Address of the feed', subscribe: 'Subscribe on this device', download: 'Download the events as they are now',
    where: 'In Google Calendar: Other calendars, From URL. In Outlook: Add calendar, Subscribe from web. Whoever has the address sees the feed.',
  },
  closed: {
    cancelled: { title: 'This was cancelled.', words: 'You are no longer expected; you need do nothing. Questions reach the organiser by replying to the mail.' },
    replaced: { title: 'A newer invitation has taken the place of this one.', words: 'It was sent to another address of yours. Open the link in that mail.' },
    over: { title: 'This is over.', words: 'It can be read and not answered any more.' },
    archived: { title: 'This mission is closed.', words: 'The invitation can be read and not answered any more.' },
  },
  refused: {
    noLink: { title: 'This link opens no invitation.', words: 'It may have been copied in part, or a newer mail took its place. Open the link in your latest mail, or answer by replying to that mail: a person reads it.' },
    noPaper: { title: 'This document is not handed out here.', words: 'It may have been taken back, or a newer one took its place. Look at the page of your invitation.' },
    noFile: { title: 'This invitation does not stand any more.', words: 'There is nothing to add to a calendar.' },
    broken: { title: 'Something went wrong here.', words: 'Nothing was recorded. Go back and try once more, or answer by replying to the mail: a person reads it.' },
  },
  /** Why something was not recorded. */
  cannot: {
    gone: 'This invitation is not there any more. Nothing was recorded.',
    stale: 'Something else came in at the same moment. Look at what stands below and try again if it is wrong.',
    cancelled: 'This invitation was cancelled, so there is nothing to answer.',
    replaced: 'A newer invitation has taken the place of this one. Open the link in the newer mail.',
    over: 'This is over, so it cannot be answered any more.',
    archived: 'This mission is closed, so it cannot be answered any more.',
    newer: 'The time has changed since you opened this page, so your answer was not recorded. Look at the new time and answer again.',
    full: 'Several corrections of yours wait for the organiser already. Write to them by replying to the mail.',
  },
  /** What is wrong with a field. */
  wrong: {
    answer: 'Choose an answer', deputy: 'Enter the name of the person who comes instead', long: 'This is too long: shorten it', day: 'Enter a day that exists, such as 2020-02-04', time: 'Enter a time such as 09:30',
    end: 'Enter an end after {start}', past: 'Enter a time that is still to come', gap: 'The clocks there skip this time: enter another', same: 'This is the time that stands: enter another', name: 'Enter your name', nothing: 'Nothing here differs from what is printed: change the name or the title',
  },
}
