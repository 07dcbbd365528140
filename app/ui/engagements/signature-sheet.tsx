import { ENGLISH } from '#app/domain/papers/sheet-words.ts'
import type { SheetWords } from '#app/domain/papers/sheet-words.ts'
import { Sheet } from '#app/ui/kit/sheet.tsx'

export type Signing = { id: string; name: string; institution: string; title: string }
type SignatureSheetProps = { title: string; programme: string; when: string; venue: string; people: readonly Signing[]; words: SheetWords | undefined; language: string; empty: number }

const ROOM = '\u00a0'

/** What lies on the table at the door: a line for everybody who is expected, and empty ones for those who are not. Long names wrap; nothing is cut. */
export function SignatureSheet({ title, programme, when, venue, people, words, language, empty }: SignatureSheetProps) {
  const both = (key: keyof SheetWords) => <>{ENGLISH[key]}{words && <span className="under" lang={language}>{words[key]}</span>}</>
  return (
    <Sheet label={`Signature sheet of ${title}`}>
      <header className="agenda-head">
        <p className="small soft">{programme}</p>
        <h1>{title}</h1>
        <p>{when}{venue !== '' && <> · {venue}</>}</p>
        <p className="sheet-name">{ENGLISH.sheet}{words && <> · <span lang={language}>{words.sheet}</span></>}</p>
      </header>
      <table className="signing">
        <caption className="vh">Who is expected, with room to sign</caption>
        <thead><tr><th scope="col" className="n">No.</th><th scope="col">{both('name')}</th><th scope="col">{both('organisation')}</th><th scope="col">{both('title')}</th><th scope="col" className="sign">{both('signature')}</th></tr></thead>
        <tbody>
          {people.map((each, at) => <tr key={each.id}><td className="n">{at + 1}</td><th scope="row">{each.name}</th><td>{each.institution}</td><td>{each.title}</td><td className="sign">{ROOM}</td></tr>)}
        </tbody>
        <tbody>
          {empty > 0 && <tr className="part"><th scope="rowgroup" colSpan={5}>{ENGLISH.visitors}{words && <> · <span lang={language}>{words.visitors}</span></>}</th></tr>}
          {Array.from({ length: empty }, (_, at) => <tr key={at} className="empty"><td className="n">{people.length + at + 1}</td><td>{ROOM}</td><td>{ROOM}</td><td>{ROOM}</td><td className="sign">{ROOM}</td></tr>)}
        </tbody>
      </table>
    </Sheet>
  )
}
