import { makeSignInLink } from '#app/operations/sign-in.server.ts'
import { Complaint, withInstallation, wordsOf } from '#cli/installation.ts'

/** `login-link EMAIL`: prints a link that signs in once, in any browser, within ten minutes. */
export async function run(args: string[]): Promise<number> {
  const { words: [email = ''] } = wordsOf(args, 'login-link EMAIL', {}, ['EMAIL'])
  const link = await withInstallation(({ database, config, nowMs }) => makeSignInLink(database, { email, baseUrl: config.baseUrl, nowMs }))
  if (link === undefined) throw new Complaint(`Nobody has the address ${email}; add them first: caravan user add ${email} --name NAME --role member.`)
  console.log(link)
  return 0
}
