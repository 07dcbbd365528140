import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LARGEST_ATTACHMENT, kindFacts, quotaSentence } from '#app/domain/meetings/attachments.ts'
import { attachedFrom } from '#app/files/attached.ts'
import { idOf } from '#app/http/agenda.server.ts'
import { goTo, refuse } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { problemWith } from '#app/http/form.server.ts'
import { loadFigure } from '#app/http/outline.server.ts'
import { readUpload, refusedUpload } from '#app/http/upload.server.ts'
import { FigureInput } from '#app/operations/figures.input.ts'
import { setPicture } from '#app/operations/figures.server.ts'
import { FigurePage } from '#app/ui/papers/figure-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Figure: ${data?.figure.caption ?? ''} · Caravan` }]

export const loader = inMission('paper.edit', async (scope, { params }) => await loadFigure(scope, params))

export const action = inMission('paper.edit', async (scope, entered) => {
  const upload = await readUpload(entered, 'file', { bytes: LARGEST_ATTACHMENT, sentence: quotaSentence('file') })
  if (!upload.ok) return refusedUpload(upload)
  const { fields, file } = upload
  const form = FigureInput.safeParse(fields)
  if (!form.success) throw refuse('bad-request')
  if (!file) return problemWith(fields, { file: 'Choose the picture that belongs here.' })
  const kept = attachedFrom(file.bytes)
  if (!kept.ok) return problemWith(fields, { file: kept.sentence })
  if (!kindFacts(kept.kind).inline) return problemWith(fields, { file: 'Choose a PNG, JPEG or WEBP picture: it has to show itself on paper.' })
  const [document, figure] = [idOf(entered.params, 'document'), idOf(entered.params, 'figure')]
  const outcome = await setPicture(scope, document, figure, form.data, { name: file.name, kind: kept.kind, bytes: kept.bytes })
  if (outcome.done) return goTo(inside(scope, `/documents/${document}/figures#figure-${figure}`), outcome.actId)
  if (outcome.because === 'gone' || outcome.because === 'stale') throw refuse(outcome.because)
  return problemWith(fields, { file: quotaSentence(outcome.because) })
})

export default function PictureOfFigure() {
  return <FigurePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.problem} />
}
