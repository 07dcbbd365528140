import { DEFAULT_LANGUAGE, fill, textsOf } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { Note } from '#app/ui/kit/note.tsx'

/** A feed's address, told once. */
export function FeedAddress({ address, subject, texts = textsOf(DEFAULT_LANGUAGE) }: { address: string; subject: string; texts?: Texts }) {
  const { feed } = texts
  return (
    <Note kind="done" title={fill(feed.ready, { name: subject })}>
      <p className="lines"><label htmlFor="feed-address" className="vh">{feed.address}</label><input id="feed-address" readOnly value={address} className="address" /></p>
      <p><a href={address.replace(/^https?:/, 'webcal:')}>{feed.subscribe}</a> · <a href={address} download="caravan.ics">{feed.download}</a></p>
      <p className="soft small">{feed.where}</p>
    </Note>
  )
}
