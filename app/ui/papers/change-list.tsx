import type { PaperChange } from '#app/domain/papers/editions.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'

const SHOWN = 30
const WHAT: Record<PaperChange['what'], string> = { added: 'new', gone: 'no longer there', changed: 'changed' }

/** What changed, thing by thing: what it is, then what stood there and what stands there now. */
export function ChangeList({ changes }: { changes: readonly PaperChange[] }) {
  return (
    <>
      <Changes changes={changes.slice(0, SHOWN)} />
      {changes.length > SHOWN && <Disclosure words={`${changes.length - SHOWN} more`}><Changes changes={changes.slice(SHOWN)} /></Disclosure>}
    </>
  )
}

function Changes({ changes }: { changes: readonly PaperChange[] }) {
  return (
    <ul className="timeline plain changes">
      {changes.map(({ id, words, what, before, after }) => (
        <li key={id}>
          <div className="stack tight">
            <p><b>{words}</b> <span className="small soft">{WHAT[what]}</span></p>
            {before === after ? <p className="small">Another picture stands in its place.</p> : (
              <div className="small">
                {before !== '' && <p><span className="vh">was </span><del>{before}</del></p>}
                {after !== '' && <p><span className="vh">now </span><ins>{after}</ins></p>}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
