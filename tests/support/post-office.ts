/**
 * A real mail server of its own on free ports: mail goes in by SMTP and is read by IMAP (dovecot). Between the two stands postfix;
 * where this process is not root, which postfix insists on, a small relay that delivers by LMTP and writes delivery reports as RFC 3464 has them.
 */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { freePort } from '#tests/support/site.ts'

export type PostOffice = {
  smtpUrl: string
  imapUrl(user: string): string
  /** The program between SMTP and the mailboxes. */
  relay: 'postfix' | 'own'
  /** Hands a message in as it is. */
  post(message: { from: string; to: string; raw: string }): Promise<void>
  /** How many messages lie in a mailbox. */
  held(user: string): number
  /** The newest message of a mailbox, as IMAP gives it. */
  newest(user: string): Promise<Buffer>
  /** Ends every IMAP connection. */
  hangUp(): Promise<void>
  /** From now on the mailbox numbers its messages anew, with another UIDVALIDITY. */
  renumber(user: string): Promise<void>
  stop(): Promise<void>
}

export const OFFICE_DOMAINS = ['example.org', 'gov.example']
/** What is sent there is taken, and comes back. */
export const DEAD_DOMAIN = 'gone.example'
/** What is sent there is refused at once. */
export const SHUT_DOMAIN = 'shut.example'
const PASSWORD = 'secret'
/** Dovecot takes a new UIDVALIDITY from the clock, in whole seconds. */
const SECOND_MS = 1_100

export async function startPostOffice(): Promise<PostOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-post-'))
  chmodSync(folder, 0o755)
  const ports = { smtp: await freePort(), lmtp: await freePort(), imap: await freePort(), dead: await freePort() }
  const imap = await startDovecot(folder, ports)
  const relay = process.getuid?.() === 0 && !process.env['CARAVAN_OWN_RELAY'] ? await startPostfix(folder, ports) : await startRelay(ports)
  const transport = createTransport({ host: '127.0.0.1', port: ports.smtp, ignoreTLS: true })
  const mailbox = (user: string): string => join(folder, 'mail', user)
  return {
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}?ignoreTLS=true`, relay: relay.name, imapUrl: (user) => `imap://${encodeURIComponent(user)}:${PASSWORD}@127.0.0.1:${ports.imap}`,
    post: async ({ from, to, raw }) => void (await transport.sendMail({ envelope: { from, to }, raw })),
    held: (user) => ['new', 'cur'].reduce((sum, name) => sum + (existsSync(join(mailbox(user), name)) ? readdirSync(join(mailbox(user), name)).length : 0), 0),
    async newest(user) {
      const client = new ImapFlow({ host: '127.0.0.1', port: ports.imap, secure: false, auth: { user, pass: PASSWORD }, logger: false })
      await client.connect()
      await client.mailboxOpen('INBOX', { readOnly: true })
      const message = await client.fetchOne('*', { source: true })
      await client.logout()
      return (message && message.source) || Buffer.alloc(0)
    },
    hangUp: imap.hangUp,
    async renumber(user) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_MS))
      for (const name of readdirSync(mailbox(user))) if (name.startsWith('dovecot')) rmSync(join(mailbox(user), name), { recursive: true, force: true })
    },
    async stop() {
      transport.close()
      await relay.stop()
      await imap.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Ports = { smtp: number; lmtp: number; imap: number; dead: number }

async function startDovecot(folder: string, { lmtp, imap }: Ports): Promise<{ hangUp(): Promise<void>; stop(): Promise<void> }> {
  const run = join(folder, 'dovecot')
  for (const path of [run, join(folder, 'mail')]) mkdirSync(path)
  const root = process.getuid?.() === 0
  const owner = root ? 'dovecot' : userInfo().username
  const idOf = (flag: string): number => Number(spawnSync('id', [flag, owner], { encoding: 'utf8' }).stdout.trim())
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (root) for (const path of [run, join(folder, 'mail')]) chownSync(path, uid, gid)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, dovecotConf({ run, mail: join(folder, 'mail'), owner, group: spawnSync('id', ['-gn', owner], { encoding: 'utf8' }).stdout.trim(), uid, gid, lmtp, imap }))
  let server: ChildProcess
  const start = async (): Promise<void> => {
    server = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore', ...(root ? { uid, gid } : {}), cwd: folder })
    await answering([imap, lmtp], () => server.exitCode !== null, () => logOf(join(run, 'log')))
  }
  const end = async (): Promise<void> => {
    if (server.exitCode !== null) return
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  process.once('exit', () => server.kill('SIGKILL'))
  await start()
  return {
    stop: end,
    async hangUp() {
      await end()
      await start()
    },
  }
}

type Dovecot = { run: string; mail: string; owner: string; group: string; uid: number; gid: number; lmtp: number; imap: number }

/** Version 2.4 renamed what says where mail lies and who may have it. */
function dovecotConf({ run, mail, owner, group, uid, gid, lmtp, imap }: Dovecot): string {
  const version = spawnSync('/usr/sbin/dovecot', ['--version'], { encoding: 'utf8' }).stdout.trim().split(' ')[0] ?? ''
  const old = /^(?:1|2\.[0-3])\./.test(version)
  const places = old ? `protocols = imap lmtp
disable_plaintext_auth = no
auth_username_chars =
mail_location = maildir:${mail}/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}/%u allow_all_users=yes
}` : `protocols {
  imap = yes
  lmtp = yes
}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${mail}/%{user}
mail_uid = ${uid}
mail_gid = ${gid}
passdb static {
  passdb_static_password = ${PASSWORD}
}
userdb static {
  userdb_static_allow_all_users = yes
  fields {
    uid = ${uid}
    gid = ${gid}
    home = ${mail}/%{user}
  }
}`
  return `${old ? '' : 'dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n'}base_dir = ${run}
state_dir = ${run}
log_path = ${run}/log
${places}
listen = 127.0.0.1
ssl = no
recipient_delimiter = +
default_internal_user = ${owner}
default_internal_group = ${group}
default_login_user = ${owner}
first_valid_uid = 1
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    ${old ? 'address' : 'listen'} = 127.0.0.1
    port = ${lmtp}
  }
}
protocol lmtp {
  postmaster_address = postmaster@example.org
}
namespace inbox {
  inbox = yes
}
`
}

type Relay = { name: 'postfix' | 'own'; stop(): Promise<void> }

async function startPostfix(folder: string, { smtp, lmtp, dead }: Ports): Promise<Relay> {
  const refusing = new SMTPServer({ disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 200, onRcptTo: (_to, _session, callback) => callback(noSuchUser()) })
  await new Promise<void>((resolve) => refusing.listen(dead, '127.0.0.1', resolve))
  const config = join(folder, 'postfix')
  const [queue, data] = [join(folder, 'queue'), join(folder, 'data')]
  for (const path of [config, queue, data]) mkdirSync(path)
  chownSync(data, Number(spawnSync('id', ['-u', 'postfix'], { encoding: 'utf8' }).stdout.trim()), 0)
  writeFileSync(join(config, 'main.cf'), postfixConf({ folder, queue, data, lmtp, dead }))
  const services = readFileSync('/usr/share/postfix/master.cf.dist', 'utf8').replace(/^smtp(\s+)inet(\s+\S+\s+\S+)\s+\S/m, `127.0.0.1:${smtp}$1inet$2 n`)
  writeFileSync(join(config, 'master.cf'), services.replace(/^(\S+\s+(?:inet|unix|unix-dgram)\s+\S+\s+\S+\s+)y/gm, '$1n'))
  const command = (word: string) => spawnSync('/usr/sbin/postfix', ['-c', config, word], { encoding: 'utf8', env: { ...process.env, MAIL_CONFIG: config } })
  const started = command('start')
  const end = (): void => void command('stop')
  process.once('exit', end)
  await answering([smtp], () => started.status !== 0, () => `${started.stderr}\n${logOf(join(folder, 'maillog'))}`)
  return {
    name: 'postfix',
    async stop() {
      process.removeListener('exit', end)
      end()
      await new Promise<void>((resolve) => refusing.close(() => resolve()))
    },
  }
}

function postfixConf({ folder, queue, data, lmtp, dead }: { folder: string; queue: string; data: string; lmtp: number; dead: number }): string {
  return `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.org
mydestination =
virtual_mailbox_domains = ${OFFICE_DOMAINS.join(', ')}
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
transport_maps = inline:{{${DEAD_DOMAIN}=smtp:[127.0.0.1]:${dead}}, {${SHUT_DOMAIN}=error:5.1.1 no such user here}}
relay_domains = ${DEAD_DOMAIN}, ${SHUT_DOMAIN}
smtp_host_lookup = native
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
default_transport = error:nothing leaves a test
alias_maps =
alias_database =
local_recipient_maps =
recipient_delimiter = +
maillog_file = ${folder}/maillog
maillog_file_prefixes = ${folder}
import_environment = MAIL_CONFIG MAIL_LOGTAG
smtputf8_enable = no
bounce_queue_lifetime = 1h
`
}

/** Accepts everything, delivers what has a mailbox, and reports the rest to the envelope sender. */
async function startRelay({ smtp, lmtp }: Ports): Promise<Relay> {
  const inside = createTransport({ host: '127.0.0.1', port: lmtp, lmtp: true, ignoreTLS: true } as Parameters<typeof createTransport>[0])
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 200,
    onRcptTo: ({ address }, _session, callback) => callback(address.endsWith(`@${SHUT_DOMAIN}`) ? noSuchUser() : null),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const dead = to.endsWith(`@${DEAD_DOMAIN}`)
        if (dead && from === '') return callback(null, 'dropped')
        const envelope = dead ? { from: '', to: from } : { from, to }
        const raw = dead ? reportOf(from, to, Buffer.concat(chunks).toString()) : Buffer.concat(chunks)
        inside.sendMail({ envelope, raw }, (error) => callback(error, 'delivered'))
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(smtp, '127.0.0.1', resolve))
  return { name: 'own', stop: () => new Promise((resolve) => server.close(() => resolve(inside.close()))) }
}

function noSuchUser(): Error {
  return Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 })
}

/** As postfix writes it. */
function reportOf(from: string, to: string, message: string): string {
  const lines = [
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)', `To: ${from}`, 'Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"', `Message-Id: <${Date.now()}.${Math.random()}@mx.example.org>`, '',
    '--report', 'Content-Description: Notification', 'Content-Type: text/plain; charset=us-ascii', '', `I'm sorry to have to inform you that your message could not be delivered: <${to}>`, '',
    '--report', 'Content-Description: Delivery report', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', '',
    `Final-Recipient: rfc822; ${to}`, `Original-Recipient: rfc822;${to}`, 'Action: failed', 'Status: 5.1.1', 'Remote-MTA: dns; there.example', 'Diagnostic-Code: smtp; 550 5.1.1 no such user here', '',
    '--report', 'Content-Description: Undelivered Message Headers', 'Content-Type: text/rfc822-headers', '', (message.split('\r\n\r\n')[0] ?? ''), '', '--report--', '',
  ]
  return lines.join('\r\n')
}

function logOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').slice(-2_000) : ''
}

async function answering(ports: readonly number[], isOver: () => boolean, why: () => string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const open = await Promise.all(ports.map((port) => new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(!socket.destroy().connecting))
      socket.once('error', () => resolve(false))
    })))
    if (open.every(Boolean)) return
    if (isOver()) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`The mail server did not start:\n${why()}`)
}
