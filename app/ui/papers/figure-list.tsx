import { kindFacts } from '#app/domain/meetings/attachments.ts'
import { entryWords } from '#app/domain/papers/outline.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'

export type FigureFace = {
  id: string; number: string; caption: string; alt: string; outline_node_id: string | null; section: string | null; section_number: string | null; source_line: number | null
  attachment_id: string | null; picture_kind: string | null; picture_name: string | null
}

/** Figures with their pictures, or the place kept for one. */
export function FigureList({ figures, base, here, canEdit }: { figures: readonly FigureFace[]; base: string; here: string; canEdit: boolean }) {
  return (
    <ul className="figures" aria-label="Figures">
      {figures.map((figure) => (
        <li key={figure.id} id={`figure-${figure.id}`}>
          <figure>
            <Picture figure={figure} base={base} />
            <figcaption>
              <b>{figure.number === '' ? 'Figure' : `Figure ${figure.number}`}</b> {figure.caption}
              <span className="under small soft">
                {figure.outline_node_id === null ? 'not placed in a section yet' : <>in <a href={`${here}/sections/${figure.outline_node_id}`}>{entryWords({ number: figure.section_number ?? '', title: figure.section ?? '' })}</a></>}
                {figure.source_line !== null && ` · line ${figure.source_line} of the deck`}
              </span>
              <span className="under small">{figure.alt === '' ? <LintMark severity="note">nobody has said what it shows</LintMark> : <>Shows: {figure.alt}</>}</span>
            </figcaption>
          </figure>
          {canEdit && <div className="line acts"><ButtonLink tight icon="edit" href={`${here}/figures/${figure.id}`}>Change<span className="vh"> {figure.caption}</span></ButtonLink></div>}
        </li>
      ))}
    </ul>
  )
}

function Picture({ figure: { attachment_id: id, picture_kind: kind, picture_name: name, alt }, base }: { figure: FigureFace; base: string }) {
  if (id === null) return <div className="frame soft small">its picture is missing</div>
  return kindFacts(kind ?? '').inline ? <img src={`${base}/attachments/${id}`} alt={alt} loading="lazy" decoding="async" /> : <div className="frame small"><a href={`${base}/attachments/${id}`} download="">{name}</a></div>
}
