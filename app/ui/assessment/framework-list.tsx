import { FRAMEWORKS } from '#app/domain/assessment/frameworks.ts'
import { Disclosure } from '#app/ui/kit/disclosure.tsx'

/** Every framework with its source, its dimensions and their questions. */
export function FrameworkList() {
  return (
    <>
      {FRAMEWORKS.map(({ id, title, version, source, dimensions }) => (
        <Disclosure key={id} words={`${title}, version ${version}: ${dimensions.length} dimensions`}>
          <p className="small soft">Source: {source}</p>
          <ol className="asks">{dimensions.map(({ key, name, asks }) => <li key={key}><b>{name}</b><span className="under small soft">{asks}</span></li>)}</ol>
        </Disclosure>
      ))}
    </>
  )
}
