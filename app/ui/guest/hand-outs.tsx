import { kindFacts } from '#app/domain/meetings/attachments.ts'
import { fill } from '#app/domain/calendar/texts/texts.ts'
import type { Texts } from '#app/domain/calendar/texts/texts.ts'
import { formatSize } from '#app/domain/text.ts'
import { guestHref, typedLang } from '#app/ui/guest/frame.ts'
import type { GuestFrame } from '#app/ui/guest/frame.ts'

type Paper = { id: string; title: string; language: string; itemTitle: string; files: readonly { id: string; name: string; kind: string; size: number }[] }

/** What is handed out to a guest, each with its files. */
export function GuestHandOuts({ papers, frame, texts }: { papers: readonly Paper[]; frame: GuestFrame; texts: Texts }) {
  if (papers.length === 0) return null
  return (
    <section className="sec" aria-labelledby="hand-outs">
      <h2 id="hand-outs">{texts.page.handOuts}</h2>
      <ul className="hand-outs">
        {papers.map(({ id, title, language, itemTitle, files }) => (
          <li key={id}>
            <b lang={language || undefined}>{title}</b>
            {itemTitle !== '' && <span className="small soft"> <span lang={typedLang(itemTitle, frame.language)}>{fill(texts.page.handOutAt, { title: itemTitle })}</span></span>}
            {files.map((file) => <span key={file.id} className="under small"><a href={guestHref(frame, `/files/${file.id}`)} download={kindFacts(file.kind).inline ? undefined : ''}>{file.name}</a> <span className="soft">{formatSize(file.size)}</span></span>)}
            {files.length === 0 && <span className="under small soft">{texts.page.noFile}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
