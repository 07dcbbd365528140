import { Note } from '#app/ui/kit/note.tsx'

/** A feed's address, told once. */
export function FeedAddress({ address, subject }: { address: string; subject: string }) {
  return (
    <Note kind="done" title={`The feed of ${subject} is ready. This address is shown only now: copy it.`}>
      <p className="lines"><label htmlFor="feed-address" className="vh">Address of the feed</label><input id="feed-address" readOnly value={address} className="address" /></p>
      <p><a href={address.replace(/^https?:/, 'webcal:')}>Subscribe on this device</a> · <a href={address} download="caravan.ics">Download the events as they are now</a></p>
      <p className="soft small">In Google Calendar: Other calendars, From URL. In Outlook: Add calendar, Subscribe from web. Whoever has the address sees the feed.</p>
    </Note>
  )
}
