import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryWords } from '#app/domain/find.ts'
import { can } from '#app/domain/people/access.ts'
import { DIRECTIONS, DOCUMENT_KINDS, currentFiles } from '#app/domain/papers/documents.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { idIn, pageIn, paged, textIn, wordIn } from '#app/http/query.server.ts'
import { LANGUAGE_CHOICES } from '#app/operations/documents.input.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Paging } from '#app/ui/kit/paging.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { RegisterFilters } from '#app/ui/papers/register-filters.tsx'
import { RegisterTable } from '#app/ui/papers/register-table.tsx'
import { listDocumentFiles } from '#db/attachments.server.ts'
import { LACKING, REGISTER_PAGE, REGISTER_SORTS, countRegister, listPassageHits, listRegister } from '#db/register.server.ts'

export const meta: MetaFunction = () => [{ title: 'Documents · Caravan' }]

export const loader = inMission('mission.read', async (scope, { url }) => {
  const db = scope.database.read
  const asked = {
    text: textIn(url, 'text').trim(), kind: wordIn(url, 'kind', DOCUMENT_KINDS) ?? '', language: wordIn(url, 'language', LANGUAGE_CHOICES) ?? '', direction: wordIn(url, 'direction', DIRECTIONS) ?? '',
    from: idIn(url, 'from') ?? '', lacking: wordIn(url, 'without', LACKING) ?? ('' as const), sort: wordIn(url, 'sort', REGISTER_SORTS) ?? ('date' as const),
  }
  const [found, counts] = await Promise.all([
    listRegister(db, scope.mission.id, { ...asked, organisationId: asked.from || undefined, lacking: asked.lacking || undefined, page: pageIn(url) }), countRegister(db, scope.mission.id),
  ])
  const { rows, paging } = paged(url, found, REGISTER_PAGE)
  const ids = rows.map((row) => row.id)
  const [files, hits] = await Promise.all([listDocumentFiles(db, scope.mission.id, ids), listPassageHits(db, scope.mission.id, ids, asked.text)])
  const current = currentFiles(files)
  return {
    base: inside(scope), asked, counts, paging, words: queryWords(asked.text), canEdit: can(scope.role, 'paper.edit'),
    rows: rows.map((row) => ({
      ...row, hit: hits.find((hit) => hit.document_id === row.id),
      files: current.filter(({ file }) => file.document_id === row.id).map(({ file: { id, name, kind, size, version } }) => ({ id, name, kind, size, version })),
    })),
  }
})

export default function Documents() {
  const { base, asked, counts, rows, words, paging, canEdit } = useLoaderData<typeof loader>()
  const add = canEdit ? <ButtonLink href={`${base}/documents/new`} kind="primary" icon="plus">Add a document</ButtonLink> : undefined
  const { sort: _, ...narrowing } = asked
  const narrowed = Object.values(narrowing).some((value) => value !== '')
  return (
    <>
      <PageHead title="Documents" lead="Letters, briefs, slides, laws and replies: who wrote them when, in which language, and what they say." actions={add} />
      {counts.all === 0
        ? <Empty title="No documents yet" action={add}>A document has a number, a date and a sender; its file is kept with it, and its text can be searched and marked as evidence.</Empty>
        : <RegisterFilters base={base} asked={asked} counts={counts} />}
      {counts.all > 0 && (
        <Section id="all" title={narrowed ? 'Documents that match' : 'All documents'} aside={narrowed ? <a href={`${base}/documents`}>Show all {counts.all}</a> : String(counts.all)}>
          {rows.length > 0 && <RegisterTable rows={rows} base={base} words={words} />}
          {rows.length === 0 && <Empty title="No document matches" action={<ButtonLink href={`${base}/documents`}>Show all documents</ButtonLink>}>{words.length > 0 ? 'All words must stand in one document’s own lines or in one of its passages; other spellings and scripts are found too.' : 'Take away a filter.'}</Empty>}
          <Paging label="Pages of documents" paging={paging} />
        </Section>
      )}
    </>
  )
}
