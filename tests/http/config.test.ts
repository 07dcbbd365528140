import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig, parseConfig } from '#app/http/config.server.ts'

describe('the settings', () => {
  it('stand without any', () => {
    expect(parseConfig({})).toEqual({
      port: 3000, host: '127.0.0.1', baseUrl: 'http://127.0.0.1:3000', secure: false, databaseUrl: 'file:data/caravan.db', dataDir: './data', secret: undefined, smtpUrl: undefined,
      mailFrom: { name: 'Caravan', address: 'invites@example.org' }, imapUrl: undefined, demo: true, logLevel: 'info',
    })
  })

  it.each([
    ['PORT', '70000'], ['PORT', 'http'], ['HOST', 'a b'], ['BASE_URL', 'caravan.example.org'], ['BASE_URL', 'https://example.org/caravan'], ['DATABASE_URL', 'mysql://x'], ['SECRET', 'short'],
    ['SMTP_URL', 'mail.example.org'], ['IMAP_URL', 'https://mail.example.org'], ['MAIL_FROM', 'nobody'], ['DEMO', 'yes'], ['LOG_LEVEL', 'loud'],
  ])('%s=%s stops the start with a sentence that names it', (name, value) => {
    expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name} must`))
  })

  it('want a sender where mail really leaves', () => {
    expect(() => parseConfig({ SMTP_URL: 'smtp://mail.example.org' })).toThrow(/^MAIL_FROM must be set/)
    expect(parseConfig({ SMTP_URL: 'smtp://mail.example.org', BASE_URL: 'https://caravan.example.org' }).mailFrom.address).toBe('invites@caravan.example.org')
    expect(parseConfig({ MAIL_FROM: 'Mission office <office@example.org>' }).mailFrom).toEqual({ name: 'Mission office', address: 'office@example.org' })
  })

  it('make a secret once and keep it to their owner', () => {
    const folder = mkdtempSync(join(tmpdir(), 'caravan-config-'))
    const { secret } = loadConfig({ DATA_DIR: folder })
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(loadConfig({ DATA_DIR: folder }).secret).toBe(secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(secret)
    writeFileSync(join(folder, 'secret'), 'cut off')
    expect(() => loadConfig({ DATA_DIR: folder })).toThrow(/must hold at least 32 characters/)
    rmSync(folder, { recursive: true })
  })
})
