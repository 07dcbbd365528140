/** Identifiers are opaque text made by the application: 26 characters, 128 bits of chance behind 48 bits of time. */
export type Id = string

/** What an identifier looks like wherever one comes in from outside. */
const ID_SHAPE = /^[a-z0-9][a-z0-9-]{0,63}$/

/** True when `value` may be looked up as an identifier; says nothing about whether the thing exists. */
export function isId(value: string): value is Id {
  return ID_SHAPE.test(value)
}
