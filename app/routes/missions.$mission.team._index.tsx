import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ROLES_OF_TEAM, can } from '#app/domain/people/access.ts'
import { goTo } from '#app/http/answers.server.ts'
import { inMission, inside } from '#app/http/enter.server.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { AddMemberInput } from '#app/operations/missions.input.ts'
import { addMember } from '#app/operations/team.server.ts'
import { Button } from '#app/ui/kit/button.tsx'
import { Choices } from '#app/ui/kit/choices.tsx'
import { ErrorSummary } from '#app/ui/kit/error-summary.tsx'
import { Form, Hidden } from '#app/ui/kit/form.tsx'
import { PageHead } from '#app/ui/kit/page-head.tsx'
import { Section } from '#app/ui/kit/section.tsx'
import { Cell, Row, RowHead, Table } from '#app/ui/kit/table.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'
import { listMembers } from '#db/missions.server.ts'
import type { Member } from '#db/missions.server.ts'

const ROLE_WORDS = {
  coordinator: 'plans, sends invitations, manages the team',
  member: 'edits agendas, writes notes, links evidence',
  viewer: 'reads everything, changes nothing',
} as const

export const meta: MetaFunction = () => [{ title: 'Team · Caravan' }]

export const loader = inMission('mission.read', async (scope) => ({
  base: inside(scope), members: await listMembers(scope.database.read, scope.mission.id), canManage: can(scope.role, 'mission.manage'), me: scope.actor.accountId,
}))

export const action = inMission('mission.manage', async (scope, { request }) => {
  const form = await readForm(request, AddMemberInput)
  if (!form.ok) return invalid(form.problem)
  const outcome = await addMember(scope, form.value)
  if (outcome.done) return goTo(inside(scope, '/team'), outcome.actId)
  return problemWith(form.value, { email: 'This address is on the team already: change its role in the list' })
})

export default function Team() {
  const { base, members, canManage, me } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  return (
    <>
      <PageHead title="Team and roles" lead="Who may see and change this mission. Speakers and counterparts need no place here: they answer through their invitation." />
      <ErrorSummary problem={problem} />
      <Table caption="The team, coordinators first" quiet fold heads={[{ label: 'Name' }, { label: 'Address' }, { label: 'Role' }]}>
        {members.map((member) => (
          <Row key={member.membershipId}>
            <RowHead>{member.name}{member.accountId === me && <span className="soft"> (you)</span>}</RowHead>
            <Cell label="Address">{member.email}</Cell>
            <Cell label="Role">{canManage ? <RoleForm base={base} member={member} /> : member.role}</Cell>
          </Row>
        ))}
      </Table>
      {canManage && (
        <Section id="add" title="Add somebody">
          <Form>
            <TextField name="name" label="Name" problem={problem} required autoComplete="off" />
            <TextField name="email" label="E-mail address" type="email" problem={problem} required autoComplete="off" hint="They sign in with a link sent to this address." />
            <Choices name="role" label="Role" value="member" problem={problem} choices={ROLES_OF_TEAM.map((value) => ({ value, label: value, hint: ROLE_WORDS[value] }))} />
            <div className="line"><Button kind="primary">Add to the team</Button></div>
          </Form>
        </Section>
      )}
    </>
  )
}

function RoleForm({ base, member }: { base: string; member: Member }) {
  return (
    <form method="post" action={`${base}/team/role`} className="line">
      <Hidden values={{ membership: member.membershipId, revision: member.revision }} />
      <select name="role" defaultValue={member.role} aria-label={`Role of ${member.name}`} className="short">
        {ROLES_OF_TEAM.map((role) => <option key={role} value={role}>{role}</option>)}
        <option value="none">take off the team</option>
      </select>
      <Button tight>Change</Button>
    </form>
  )
}
