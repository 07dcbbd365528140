import { describe, expect, it } from 'vitest'
import { newId } from '#db/ids.server.ts'
import { fitsToken, hashOf, idInToken, invitationToken } from '#db/tokens.server.ts'

const SECRET = 'a secret of at least thirty-two characters'
const ID = newId(1_580_000_000_000)

describe('the token of an invitation', () => {
  it('is the same for every version, and another for another person, generation or installation', () => {
    const token = invitationToken(SECRET, ID, 1)
    expect(token).toBe(invitationToken(SECRET, ID, 1))
    expect(new Set([token, invitationToken(SECRET, newId(1), 1), invitationToken(SECRET, ID, 2), invitationToken(`${SECRET}!`, ID, 1)]).size).toBe(4)
    expect(token).toMatch(/^[a-z0-9]{26}\.[\w-]{27}$/)
  })

  it('opens its own invitation alone', () => {
    const token = invitationToken(SECRET, ID, 1)
    expect([idInToken(token), fitsToken(token, SECRET, ID, 1)]).toEqual([ID, true])
    expect([fitsToken(token, SECRET, ID, 2), fitsToken(token, SECRET, newId(1), 1), fitsToken(`${token.slice(0, -1)}_`, SECRET, ID, 1), fitsToken('', SECRET, ID, 1)]).toEqual([false, false, false, false])
  })

  it('is not looked up when it cannot be one', () => {
    const mac = 'a'.repeat(27)
    expect(['', '.', mac, `.${mac}`, `${ID}.${mac}a`, `${ID}.${mac.slice(1)}`, `../x.${mac}`, `${ID}'.${mac}`].map(idInToken)).toEqual(Array.from({ length: 8 }, () => undefined))
  })
})

describe('a stored secret', () => {
  it('is only its hash', () => {
    expect(hashOf('secret')).toBe('K7gNU3sdo-OL0wNhqoVWhr3g6s1xYv72ol_pe_Unols')
  })
})

describe('an identifier', () => {
  it('sorts by the time it was made at and never repeats', () => {
    const ids = Array.from({ length: 2_000 }, () => newId(1_580_000_000_000))
    expect(new Set(ids).size).toBe(2_000)
    expect(newId(1_580_000_000_000) < newId(1_580_000_000_001)).toBe(true)
    expect(ids.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true)
  })
})
