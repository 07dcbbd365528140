/**
 * The sealed store of this device, in IndexedDB. The door holds the key of whoever is signed in here; behind it lie notes
 * that are written and pages of the day, each sealed for its owner. With the door shut nothing in it can be read.
 */
import { keyOf, seal, unseal } from '#app/ui/enhance/capture/sealing.ts'
import type { Sealed } from '#app/ui/enhance/capture/sealing.ts'

type Store = 'notes' | 'pages'
type Door = { id: 'open'; owner: string; key: CryptoKey; until: number }
type Device = { id: 'device'; device: string }
type Row = Sealed & { id: string; owner: string; at: number; /** The script that a kept page runs: no secret. */ script?: string }
export type Kept<T> = { name: string; value: T; at: number }

const NAME = 'caravan'
const STORES = ['door', 'notes', 'pages'] as const

/** The key that opens what one person keeps here. */
export type Vault = {
  owner: string
  keep(store: Store, name: string, value: unknown, script?: string): Promise<void>
  read(store: Store, name: string): Promise<Kept<unknown> | undefined>
  list(store: Store): Promise<Kept<unknown>[]>
  forget(store: Store, name: string): Promise<void>
}

/** True where a browser can keep a secret at all: on https, and on the device itself. */
export function canKeep(): boolean {
  return typeof indexedDB === 'object' && globalThis.crypto?.subtle !== undefined
}

/** The vault of whoever's door is open; undefined when it is shut, its time is over, or it is another person's. */
export async function openVault(now: number, owner?: string): Promise<Vault | undefined> {
  if (!(await exists())) return undefined
  const door = await get<Door>('door', 'open')
  if (!door) return undefined
  if (door.until <= now) return void (await shutDoor())
  return owner === undefined || owner === door.owner ? vaultOf(door) : undefined
}

type Handed = { person: string; secret: string; until: number }

/** Opens the door with what the server handed over for this person and device; whoever's door was open before is shut out. */
export async function openDoor({ person, secret, until }: Handed): Promise<Vault> {
  const door: Door = { id: 'open', owner: person, key: await keyOf(secret, await deviceId()), until }
  await put('door', door)
  return vaultOf(door)
}

/** Shuts the door unless it is this person's. */
export async function shutOut(person: string): Promise<void> {
  if (!(await exists())) return
  const db = await database()
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('door', 'readwrite')
    const door = transaction.objectStore('door').get('open') as IDBRequest<Door | undefined>
    door.addEventListener('success', () => {
      if (door.result && door.result.owner !== person) transaction.objectStore('door').delete('open')
    })
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The store of this device refused.')))
  })
}

/** Until when the door of this person stays open; 0 when it is shut. */
export async function openUntil(owner: string): Promise<number> {
  if (!(await exists())) return 0
  const door = await get<Door>('door', 'open')
  return door?.owner === owner ? door.until : 0
}

/** The key is thrown away; what is sealed stays, and can be read again after its owner signed in. */
export async function shutDoor(): Promise<void> {
  await act('door', 'readwrite', (store) => store.delete('open'))
}

/** The name of this device, made when it is first asked for. */
export async function deviceId(): Promise<string> {
  const known = await get<Device>('door', 'device')
  if (known) return known.device
  const made: Device = { id: 'device', device: crypto.randomUUID() }
  await put('door', made)
  return made.device
}

/** How many sealed notes of anybody lie here. */
export async function countNotes(): Promise<number> {
  return (await exists()) ? await act('notes', 'readonly', (store) => store.count()) : 0
}

/** The scripts that kept pages of anybody run. */
export async function scriptsOfPages(): Promise<string[]> {
  const rows = await act('pages', 'readonly', (store) => store.getAll() as IDBRequest<Row[]>)
  return rows.flatMap(({ script }) => script ?? [])
}

/** Everything goes: keys, notes, pages. The page that asks for it keeps nothing any more. */
export async function destroyVault(): Promise<void> {
  if (!(await exists())) return
  for (const name of STORES) await act(name, 'readwrite', (store) => store.clear())
  const gone = await opened
  gone?.close()
  opened = Promise.reject(new Error('What this device kept is gone.'))
  opened.catch(() => undefined)
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(NAME)
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve())
  })
}

function vaultOf({ owner, key }: Door): Vault {
  const idOf = (store: Store, name: string): string => `${owner} ${store} ${name}`
  const open = async (store: Store, row: Row): Promise<Kept<unknown>[]> => {
    const value = await unseal(key, row.id, row)
    return value === undefined ? [] : [{ name: row.id.slice(idOf(store, '').length), value, at: row.at }]
  }
  return {
    owner,
    async keep(store, name, value, script) {
      const id = idOf(store, name)
      await put(store, { id, owner, at: Date.now(), ...(script === undefined ? {} : { script }), ...(await seal(key, id, value)) } satisfies Row)
    },
    async read(store, name) {
      const row = await get<Row>(store, idOf(store, name))
      return row && (await open(store, row))[0]
    },
    async list(store) {
      const rows = await act(store, 'readonly', (all) => all.getAll() as IDBRequest<Row[]>)
      return (await Promise.all(rows.filter((row) => row.owner === owner).map((row) => open(store, row)))).flat()
    },
    async forget(store, name) {
      await act(store, 'readwrite', (all) => all.delete(idOf(store, name)))
    },
  }
}

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => STORES.forEach((store) => request.result.createObjectStore(store, { keyPath: 'id' })))
    request.addEventListener('error', () => {
      opened = undefined
      reject(request.error ?? new Error('The store of this device cannot be opened.'))
    })
    request.addEventListener('success', () => {
      const here = opened
      const forgetIt = (): void => void (opened = opened === here ? undefined : opened)
      request.result.addEventListener('versionchange', () => {
        request.result.close()
        forgetIt()
      })
      request.result.addEventListener('close', forgetIt)
      resolve(request.result)
    })
  })
  return opened
}

/** Looks without making one. */
async function exists(): Promise<boolean> {
  return canKeep() && (await indexedDB.databases()).some(({ name }) => name === NAME)
}

async function act<T>(name: (typeof STORES)[number], mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database()
  return await new Promise<T>((resolve, reject) => {
    const transaction = db.transaction(name, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
    const request = run(transaction.objectStore(name))
    transaction.addEventListener('complete', () => resolve(request.result))
    for (const event of ['abort', 'error']) transaction.addEventListener(event, () => reject(transaction.error ?? new Error('The store of this device refused.')))
  })
}

async function get<T>(store: (typeof STORES)[number], id: string): Promise<T | undefined> {
  return await act(store, 'readonly', (all) => all.get(id) as IDBRequest<T | undefined>)
}

async function put(store: (typeof STORES)[number], value: Door | Device | Row): Promise<void> {
  await act(store, 'readwrite', (all) => all.put(value))
}
