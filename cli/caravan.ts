/** The command line: finds the command by its name and hands it the rest of the words. */
import { Complaint } from '#cli/installation.ts'

type Command = { usage: string; load(): Promise<{ run(args: string[]): Promise<number> }> }

/** One entry per command; its module is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {
  mission: { usage: 'mission create SLUG --title TITLE [--from DAY --to DAY] [--coordinator EMAIL] | mission list [--json] | mission export SLUG -o FILE [--without-files] [--without-contacts] | mission import FILE [--coordinator EMAIL] [--same-names]', load: () => import('#cli/commands/mission.ts') },
  user: { usage: 'user add EMAIL --name NAME --role coordinator|member|viewer [--mission SLUG]', load: () => import('#cli/commands/user.ts') },
  'login-link': { usage: 'login-link EMAIL', load: () => import('#cli/commands/login-link.ts') },
  parse: { usage: 'parse [FILE]', load: () => import('#cli/commands/parse.ts') },
  lint: { usage: 'lint [--mission SLUG] [--json]', load: () => import('#cli/commands/lint.ts') },
  import: { usage: 'import FILE [--mission SLUG] [--yes]', load: () => import('#cli/commands/import.ts') },
  export: { usage: 'export (agenda|day-sheet|aide-memoire|report|persons-met|…) [--mission SLUG] [--engagement ID | --stop ID [--day DAY] | --subject SUBJECT] [--audience team|counterpart] [--language CODE] [--second CODE] [--edition N] --format docx|pdf|txt|json -o FILE', load: () => import('#cli/commands/export.ts') },
  migrate: { usage: 'migrate', load: () => import('#cli/commands/migrate.ts') },
  seed: { usage: 'seed', load: () => import('#cli/commands/seed.ts') },
  ics: { usage: 'ics (--engagement ID | --person EMAIL | --mission SLUG)', load: () => import('#cli/commands/ics.ts') },
  schedule: { usage: 'schedule (--mission SLUG | --engagement ID) [--format xml|json] [-o FILE]', load: () => import('#cli/commands/schedule.ts') },
  outbox: { usage: 'outbox list|pause|resume|retry [ID] [--json]', load: () => import('#cli/commands/outbox.ts') },
  inbox: { usage: 'inbox [--json]', load: () => import('#cli/commands/inbox.ts') },
  backup: { usage: 'backup FILE', load: () => import('#cli/commands/backup.ts') },
  restore: { usage: 'restore FILE', load: () => import('#cli/commands/restore.ts') },
  check: { usage: 'check', load: () => import('#cli/commands/check.ts') },
}

const WRONG_USAGE = 2

/** Runs one command; returns the exit code. Answers go to standard output, everything else to standard error. */
export async function main(words: string[]): Promise<number> {
  const [name = '', ...args] = words
  if (name === '--help' || name === 'help') {
    console.log(usage())
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    console.error(name === '' ? usage() : `“${name}” is not a command of caravan.\n${usage()}`)
    return WRONG_USAGE
  }
  try {
    const { run } = await command.load()
    return await run(args)
  } catch (error) {
    if (!(error instanceof Complaint)) throw error
    console.error(error.message)
    return error.exit
  }
}

function usage(): string {
  return ['Usage: caravan COMMAND …', ...Object.values(COMMANDS).map((command) => `  ${command.usage}`)].join('\n')
}
