import { z } from 'zod'
import { line } from '#app/operations/fields.ts'

/** A device names itself, once, with an id of chance. */
export const DeviceInput = z.object({ device: line(64).refine((value) => /^[0-9a-f-]{36}$/.test(value), 'This is no name of a device') })
export type DeviceInput = z.output<typeof DeviceInput>
