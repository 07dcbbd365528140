import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/people/access.ts'
import { asked } from '#app/domain/questionnaires/questions.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { loadRequest, loadWhole } from '#app/http/questionnaires.server.ts'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { Note } from '#app/ui/kit/note.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { languageName } from '#app/ui/meetings/language-field.tsx'
import { At } from '#app/ui/meetings/when.tsx'
import { RequestState } from '#app/ui/questionnaires/request-table.tsx'
import { questionnaireToken } from '#db/tokens.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.request.organisation ?? 'An organisation'}: ${data?.request.questionnaire ?? 'questionnaire'} · Caravan` }]

export const loader = inMission('mission.read', async (scope, { app, params }) => {
  const [request, { questions }] = await Promise.all([loadRequest(scope, params), loadWhole(scope, params)])
  const canSend = can(scope.role, 'invitation.send')
  const link = canSend ? `${app.config.baseUrl}/questionnaire/${questionnaireToken(app.config.secret, request.id, request.generation)}` : undefined
  return { base: inside(scope), request, now: scope.missionNowMs, of: asked(questions).length, link, canSend, canEnter: can(scope.role, 'answer.record') }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** One organisation's questionnaire: how far it is, its link, and what can be done. */
export default function Request() {
  const data = useLoaderData<typeof loader>()
  const { base, request, now, of, link, canEnter } = data
  const at = `${base}/questionnaires/${request.document_id}/requests/${request.id}`
  const clock = { zone: request.deadline_zone, city: request.deadline_city }
  return (
    <>
      <PageHead eyebrow={<><a href={`${base}/questionnaires/${request.document_id}/requests`} lang={request.own_language}>{request.questionnaire}</a> {request.sample === 1 && <SampleMark />}</>} title={request.organisation}
        actions={<>{request.reply_id !== null && <ButtonLink kind="primary" href={`${base}/documents/${request.reply_id}`}>Read the answers</ButtonLink>}{canEnter && request.state !== 'withdrawn' && <ButtonLink href={`${at}/paper`}>Enter answers from paper</ButtonLink>}</>} />
      {request.reopen_asked_ms !== null && <Note kind="warning" title="They ask to change their answers">{request.reopen_word !== '' && `“${request.reopen_word}”`}</Note>}
      {Number(request.asides) > 0 && <Note kind="warning" title="Two answers to the same question came from different pages">Both are kept; the organisation sees them on its page and decides.</Note>}
      <Facts>
        <Fact term="State"><RequestState request={request} now={now} /></Fact>
        <Fact term="Answer by"><At ms={request.deadline_ms} clock={clock} /></Fact>
        <Fact term="Contact">{[request.contact_name, request.contact_email].filter(Boolean).join(', ') || 'nobody named'}</Fact>
        <Fact term="Language">{languageName(request.language)}</Fact>
        <Fact term="Answers">{Number(request.answers)} of {of}{Number(request.files) > 0 && ` · ${Number(request.files)} files`}</Fact>
        {request.sent_ms !== null && <Fact term="Sent"><At ms={request.sent_ms} clock={clock} /></Fact>}
        {request.opened_ms !== null && <Fact term="Begun"><At ms={request.opened_ms} clock={clock} /></Fact>}
        {request.saved_ms !== null && <Fact term="Last saved"><At ms={request.saved_ms} clock={clock} /></Fact>}
        {request.returned_ms !== null && <Fact term="Returned"><At ms={request.returned_ms} clock={clock} /></Fact>}
        {request.reminded_ms !== null && <Fact term="Reminded"><At ms={request.reminded_ms} clock={clock} /></Fact>}
      </Facts>
      {link !== undefined && <Section id="link" title="Its link"><p className="small soft">For Telegram, WhatsApp or paper. Whoever has it can read and change these answers until they are handed in.</p><code className="link-box">{link}</code></Section>}
      {data.canSend && <Acts at={at} request={request} />}
    </>
  )
}

function Acts({ at, request }: { at: string; request: Data['request'] }) {
  const { state, revision } = request
  const hidden = { revision }
  return (
    <div className="line acts">
      {state === 'prepared' && <ActionButton action={`${at}/hand-over`} hidden={hidden}>I handed the link over</ActionButton>}
      {(state === 'returned' || state === 'withdrawn') && <ActionButton action={`${at}/reopen`} hidden={hidden} kind={request.reopen_asked_ms === null ? undefined : 'primary'}>Open it again</ActionButton>}
      <ButtonLink href={`${at}/edit`}>Contact and deadline</ButtonLink>
      <ActionButton action={`${at}/rotate`} hidden={hidden}>New link, end the old one</ActionButton>
      {state !== 'withdrawn' && <ActionButton action={`${at}/withdraw`} hidden={hidden} kind="danger">Withdraw</ActionButton>}
    </div>
  )
}
