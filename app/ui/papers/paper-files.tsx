import { PAPER_FORMATS, formatFacts } from '#app/domain/papers/formats.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'

/** The paper as files. `at` is its own address, `query` the version that is meant. */
export function PaperFiles({ at, query = '', of }: { at: string; query?: string; /** Which paper, for those who listen. */ of?: string }) {
  return <>{PAPER_FORMATS.map((format) => <ButtonLink key={format} tight={of !== undefined} icon="download" href={`${at}/file/${format}${query}`}>{of === undefined ? formatFacts(format).words : format.toUpperCase()}{of !== undefined && <span className="vh">: {of}</span>}</ButtonLink>)}</>
}
