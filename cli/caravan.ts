/** The command line: finds the command by its name and hands it the rest of the words. */

type Command = { usage: string; load(): Promise<{ run(args: string[]): Promise<number> }> }

/** One entry per command; its module is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {}

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
  const { run } = await command.load()
  return run(args)
}

function usage(): string {
  return ['Usage: caravan COMMAND …', ...Object.values(COMMANDS).map((command) => `  ${command.usage}`)].join('\n')
}
