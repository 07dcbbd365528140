import { describe, expect, it } from 'vitest'
import { commonHeaders, dynamicHeaders, judge, knownHosts } from '#app/http/guard.server.ts'
import type { Facts } from '#app/http/guard.server.ts'

const hosts = knownHosts({ baseUrl: 'https://caravan.example.org', host: '127.0.0.1', port: 3000 })
const get: Facts = { method: 'GET', target: '/missions', host: 'caravan.example.org', origin: undefined, site: undefined, contentType: undefined, contentLength: undefined, contentEncoding: undefined }
const post: Facts = { ...get, method: 'POST', origin: 'https://caravan.example.org', site: 'same-origin', contentType: 'application/x-www-form-urlencoded', contentLength: '10' }
const statusOf = (facts: Facts): number => {
  const verdict = judge(facts, hosts)
  return verdict.pass ? 200 : verdict.status
}

describe('which requests come in', () => {
  it.each<[string, Partial<Facts>, number]>([
    ['a page', {}, 200],
    ['HEAD', { method: 'HEAD' }, 200],
    ['the address of the machine itself', { host: 'localhost:3000' }, 200],
    ['a host in capitals', { host: 'CARAVAN.example.org' }, 200],
    ['an unknown host', { host: 'evil.example.org' }, 421],
    ['no host', { host: undefined }, 400],
    ['a method that nothing answers', { method: 'PUT' }, 405],
    ['TRACE', { method: 'TRACE' }, 405],
    ['a path that climbs', { target: '/missions/../../etc/passwd' }, 400],
    ['a path that climbs in disguise', { target: '/missions/%2e%2e/x' }, 400],
    ['a hidden slash', { target: '/a%2fb' }, 400],
    ['a broken escape', { target: '/%E0%A4%A' }, 400],
    ['a broken escape in the query', { target: '/search?q=%E0%A4%A' }, 400],
    ['a control character', { target: '/a%00b' }, 400],
    ['another site in the request line', { target: 'http://evil.example.org/' }, 400],
    ['a protocol-relative path', { target: '//evil.example.org/' }, 400],
    ['an endless path', { target: `/${'a'.repeat(3_000)}` }, 400],
    ['a data request', { target: '/missions?_data=routes%2Fmissions._index' }, 404],
    ['a data request in other letters', { target: '/missions?a=1&%5fdata=x' }, 404],
    ['a single-fetch request', { target: '/missions.data' }, 404],
    ['the manifest of the framework', { target: '/__manifest?p=/' }, 404],
  ])('%s', (_what, change, status) => {
    expect(statusOf({ ...get, ...change })).toBe(status)
  })
})

describe('which forms come in', () => {
  it.each<[string, Partial<Facts>, number]>([
    ['from our own page', {}, 200],
    ['from our own page in a browser without Sec-Fetch-Site', { site: undefined }, 200],
    ['with a body in parts', { contentType: 'multipart/form-data; boundary=x' }, 200],
    ['without a body', { contentType: undefined, contentLength: '0' }, 200],
    ['from another site', { origin: 'https://evil.example.org', site: 'cross-site' }, 403],
    ['from a sister site', { origin: 'https://other.example.org', site: 'same-site' }, 403],
    ['from our own origin, but sent across sites', { site: 'cross-site' }, 403],
    ['from another port of the same machine', { origin: 'https://caravan.example.org:8443' }, 403],
    ['with Origin null', { origin: 'null', site: undefined }, 403],
    ['without Origin', { origin: undefined, site: undefined }, 403],
    ['without Origin, but with a kind Sec-Fetch-Site', { origin: undefined }, 403],
    ['from the other name of this machine', { host: 'localhost:3000', origin: 'http://127.0.0.1:3000' }, 403],
    ['as JSON', { contentType: 'application/json' }, 415],
    ['as text, which needs no preflight', { contentType: 'text/plain' }, 415],
    ['in another character set', { contentType: 'application/x-www-form-urlencoded; charset=koi8-r' }, 415],
    ['compressed', { contentEncoding: 'gzip' }, 415],
    ['of 2 MB', { contentLength: '2000000' }, 413],
    ['of 2 MB in parts', { contentType: 'multipart/form-data; boundary=x', contentLength: '2000000' }, 413],
    ['of 2 MB with a file, where files are taken', { target: '/missions/roadshow/imports?index', contentType: 'multipart/form-data; boundary=x', contentLength: '2000000' }, 200],
    ['of 2 MB without parts, where files are taken', { target: '/missions/roadshow/imports', contentLength: '2000000' }, 413],
    ['with a file from another site', { target: '/missions/roadshow/imports', contentType: 'multipart/form-data; boundary=x', origin: 'https://evil.example.org' }, 403],
  ])('%s', (_what, change, status) => {
    expect(statusOf({ ...post, ...change })).toBe(status)
  })
})

it('lets a script run only with the nonce of its request, and nothing else from anywhere', () => {
  const policy = new Map(dynamicHeaders('abc')).get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'nonce-abc'")
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|self|http)/)
  expect(new Map(dynamicHeaders()).get('Content-Security-Policy')).toContain("script-src 'none'")
  expect(new Map(dynamicHeaders('abc')).get('Cache-Control')).toBe('private, no-store')
})

it('asks for https ever after only where it serves https', () => {
  expect(new Map(commonHeaders({ secure: true })).get('Strict-Transport-Security')).toBe('max-age=31536000')
  expect(new Map(commonHeaders({ secure: false })).has('Strict-Transport-Security')).toBe(false)
})
