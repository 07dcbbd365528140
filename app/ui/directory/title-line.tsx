import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

type TitleHeld = { id: string; title: string; organisation: string; organisationId: string | null; sample: boolean }

/** “Deputy Minister, Ministry of Finance”, the organisation a link. */
export function TitleLine({ base, held }: { base: string; held: TitleHeld }) {
  const { title, organisation, organisationId, sample } = held
  return (
    <>
      {title}
      {organisationId !== null && <>{title !== '' && ', '}<a href={`${base}/organisations/${organisationId}`}>{organisation}</a></>}
      {sample && <> <SampleMark /></>}
    </>
  )
}

/** Titles held at once, one under the other. */
export function TitleLines({ base, titles }: { base: string; titles: readonly TitleHeld[] }) {
  if (titles.length === 0) return <span className="soft">no title known</span>
  return <ul>{titles.map((held) => <li key={held.id}><TitleLine base={base} held={held} /></li>)}</ul>
}
