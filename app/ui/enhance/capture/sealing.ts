/** What is kept on a device is sealed: AES-GCM under a key that no script can read out, and that only a signed-in person's server hands over. */

export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

const PURPOSE = new TextEncoder().encode('caravan device 1')
const IV_BYTES = 12

/** The key of a person on a device: from the server's secret for both, salted with the device's own id. It can seal and open, and never be exported. */
export async function keyOf(secret: string, device: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new TextEncoder().encode(device), info: PURPOSE }
  return await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals a value under its name, so that it opens only there. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const data = await crypto.subtle.encrypt(how(iv, name), key, new TextEncoder().encode(JSON.stringify(value)))
  return { iv, data }
}

/** The value sealed under this name; undefined when it was sealed by another key, under another name, or was changed. */
export async function unseal(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how(iv, name), key, data)))
  } catch {
    return undefined
  }
}

function how(iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
}
