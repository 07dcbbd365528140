import { Outlet, isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { inMission } from '#app/http/enter.server.ts'
import type { Refusal } from '#app/http/answers.server.ts'
import { loadShell } from '#app/http/shell.server.ts'
import { Empty } from '#app/ui/kit/empty.tsx'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Toast } from '#app/ui/kit/toast.tsx'
import { Lone } from '#app/ui/shell/lone.tsx'
import { Shell } from '#app/ui/shell/shell.tsx'

export const loader = inMission('mission.read', (scope, { url, context }) => loadShell(scope, url, context.theme))

export default function Mission() {
  return <Framed><Outlet /></Framed>
}

export function ErrorBoundary() {
  const error = useRouteError()
  const refusal = isRouteErrorResponse(error) ? (error.data as Refusal | null) : null
  const title = refusal?.title ?? 'Something went wrong here.'
  const next = refusal?.next ?? 'Nothing was saved. Go back and try once more; if it happens again, tell your operator the time.'
  return <Framed><title>{`${title} · Caravan`}</title><PageHead title={title} /><Empty title={next} action={<BackToMission />} /></Framed>
}

function BackToMission() {
  const data = useRouteLoaderData<typeof loader>('routes/missions.$mission')
  return <ButtonLink href={data ? `/missions/${data.shell.mission.slug}` : '/missions'} kind="primary">{data ? 'To the cockpit' : 'To your missions'}</ButtonLink>
}

/** The shell where the mission could be loaded, else a page of its own. */
function Framed({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('routes/missions.$mission')
  if (!data) return <Lone>{children}</Lone>
  const { shell, did } = data
  const undo = did?.undo && <ActionButton action={`/missions/${shell.mission.slug}/undo`} hidden={{ act: did.undo }} tight icon="undo">Undo</ActionButton>
  return <Shell data={shell} toast={did && <Toast undo={undo}>{did.sentence}</Toast>}>{children}</Shell>
}
