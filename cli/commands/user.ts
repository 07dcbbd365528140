import { ROLES_OF_TEAM } from '#app/domain/people/access.ts'
import { AddMemberInput } from '#app/operations/missions.input.ts'
import { accountFor, addMember } from '#app/operations/team.server.ts'
import { Complaint, WRONG_USAGE, scopeOf, withInstallation, wordsOf } from '#cli/installation.ts'
import type { Installation } from '#cli/installation.ts'
import { listMissions } from '#db/missions.server.ts'

const USAGE = `user add EMAIL --name NAME --role ${ROLES_OF_TEAM.join('|')} [--mission SLUG]`

/** `user add`: an account and its role, in one mission or, where none is named, in every one that is not archived. */
export async function run([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'add') throw new Complaint(`Say what to do with users: caravan ${USAGE}.`, WRONG_USAGE)
  const { values, words: [email = ''] } = wordsOf(args, USAGE, { name: { type: 'string' }, role: { type: 'string' }, mission: { type: 'string' } }, ['EMAIL'])
  const input = AddMemberInput.safeParse({ email, name: values['name'], role: values['role'] })
  if (!input.success) throw new Complaint(`${input.error.issues.map(({ path, message }) => `${String(path[0]) === 'email' ? 'EMAIL' : `--${String(path[0])}`}: ${message}`).join('; ')}. Usage: caravan ${USAGE}`, WRONG_USAGE)
  return await withInstallation(async (installation) => {
    const slugs = values['mission'] === undefined ? await openMissions(installation) : [(await scopeOf(installation, String(values['mission']))).mission.slug]
    await installation.database.write((tx) => accountFor(tx, input.data.name, input.data.email, installation.nowMs))
    const already = await join(installation, slugs, input.data)
    if (already.length > 0 && already.length === slugs.length) throw new Complaint(`${input.data.email} is on the team of ${already.join(', ')} already; change the role on the mission’s team page.`)
    const joined = slugs.filter((slug) => !already.includes(slug))
    console.log(`${input.data.name} <${input.data.email}> ${joined.length === 0 ? 'has an account' : `is ${input.data.role} of ${joined.join(', ')}`}.`)
    return 0
  })
}

async function openMissions({ database }: Installation): Promise<string[]> {
  return (await listMissions(database.read)).filter((mission) => !mission.archived).map((mission) => mission.slug)
}

/** Returns the missions where the person was on the team before. */
async function join(installation: Installation, slugs: readonly string[], input: AddMemberInput): Promise<string[]> {
  const already: string[] = []
  for (const slug of slugs) {
    const outcome = await addMember(await scopeOf(installation, slug), input)
    if (!outcome.done) already.push(slug)
  }
  return already
}
