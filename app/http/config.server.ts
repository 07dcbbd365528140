/** The environment, read once at start. Whatever is wrong in it stops the start with one sentence. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { isMailable } from '#app/domain/people/mailbox.ts'

export type Config = {
  port: number
  host: string
  /** Where people reach Caravan, without a slash at the end; links in mail begin with it. */
  baseUrl: string
  /** True when `baseUrl` is https: cookies are then `__Host-` and Secure. */
  secure: boolean
  databaseUrl: string
  dataDir: string
  secret: string
  smtpUrl: string | undefined
  mailFrom: { name: string; address: string }
  imapUrl: string | undefined
  demo: boolean
  logLevel: string
}

type Environment = Record<string, string | undefined>

/** A setting that is not right; the message is a sentence for the person who starts Caravan. */
export class WrongSetting extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const SHORTEST_SECRET = 32

/** Reads and checks the settings; touches nothing. `secret` is undefined when it is to be kept in the data directory. Throws `WrongSetting`. */
export function parseConfig(env: Environment): Omit<Config, 'secret'> & { secret: string | undefined } {
  const port = parsePort(env['PORT'] || '3000')
  const host = parseHost(env['HOST'] || '127.0.0.1')
  const baseUrl = parseBaseUrl(env['BASE_URL'] || `http://${authority(host, port)}`)
  const dataDir = env['DATA_DIR'] || './data'
  const smtpUrl = parseServer('SMTP_URL', ['smtp:', 'smtps:'], env['SMTP_URL'])
  return {
    port,
    host,
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    databaseUrl: parseDatabaseUrl(env['DATABASE_URL'] || `file:${join(dataDir, 'caravan.db')}`),
    dataDir,
    secret: parseSecret(env['SECRET']),
    smtpUrl,
    mailFrom: parseMailFrom(env['MAIL_FROM'], smtpUrl, baseUrl),
    imapUrl: parseImap(parseServer('IMAP_URL', ['imap:', 'imaps:'], env['IMAP_URL'])),
    demo: oneOf('DEMO', ['1', '0'], env['DEMO'] || '1') === '1',
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, env['LOG_LEVEL'] || 'info'),
  }
}

/** The settings with the secret, which is made and kept in the data directory when none is set. Throws `WrongSetting`. */
export function loadConfig(env: Environment): Config {
  const config = parseConfig(env)
  return { ...config, secret: config.secret ?? keptSecret(config.dataDir) }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
    return parseSecret(readFileSync(file, 'utf8').trim()) ?? ''
  } catch (error) {
    if (error instanceof WrongSetting) throw new WrongSetting(`The file ${resolve(file)} must hold at least ${SHORTEST_SECRET} characters; delete it and a new secret is made (everybody signs in again).`)
    throw new WrongSetting(`DATA_DIR must be a directory that Caravan may write to; ${resolve(dataDir)} is not.`)
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new WrongSetting(`PORT must be a number from 1 to 65535, such as 3000, not “${text}”.`)
  return port
}

function parseHost(text: string): string {
  if (isIP(text) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)) throw new WrongSetting(`HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0, not “${text}”.`)
  return text
}

/** Where a browser on this machine finds a server that listens on `host`. */
function authority(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `${isIP(name) === 6 ? `[${name}]` : name}:${port}`
}

function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bare = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!bare) throw new WrongSetting(`BASE_URL must be an address without a path, such as https://caravan.example.org, not “${text}”.`)
  return url.origin
}

function parseDatabaseUrl(text: string): string {
  if (text.startsWith('file:') && text.length > 'file:'.length) return text
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new WrongSetting('DATABASE_URL must be file:./data/caravan.db or postgres://name:password@host/database.')
}

function parseSecret(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (text.length < SHORTEST_SECRET) throw new WrongSetting(`SECRET must have at least ${SHORTEST_SECRET} characters; leave it unset and Caravan makes one.`)
  return text
}

function parseServer(name: string, protocols: string[], text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    const kind = protocols.map((protocol) => `${protocol}//`).join(' or ')
    throw new WrongSetting(`${name} must start with ${kind} and name a server, such as ${protocols[0]}//mail.example.org.`)
  }
  return text
}

function parseImap(text: string | undefined): string | undefined {
  if (text !== undefined && new URL(text).username === '') throw new WrongSetting('IMAP_URL must name whose mailbox is read, such as imaps://invites%40example.org:password@mail.example.org.')
  return text
}

function parseMailFrom(text: string | undefined, smtpUrl: string | undefined, baseUrl: string): Config['mailFrom'] {
  if (text === undefined || text === '') {
    const { hostname } = new URL(baseUrl)
    if (isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.')) return { name: 'Caravan', address: `invites@${hostname}` }
    if (smtpUrl !== undefined) throw new WrongSetting('MAIL_FROM must be set when SMTP_URL is, such as Caravan <invites@example.org>.')
    return { name: 'Caravan', address: 'invites@example.org' }
  }
  const [, name = '', bracketed] = /^\s*([^<>"\r\n]*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  const address = bracketed ?? text.trim()
  if (!isMailable(address)) throw new WrongSetting(`MAIL_FROM must be an address, such as Caravan <invites@example.org>, not “${text}”.`)
  return { name: name || 'Caravan', address }
}

function oneOf(name: string, values: string[], text: string): string {
  if (!values.includes(text)) throw new WrongSetting(`${name} must be one of ${values.join(', ')}, not “${text}”.`)
  return text
}
