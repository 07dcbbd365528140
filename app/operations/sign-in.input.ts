import { z } from 'zod'
import { email, line } from '#app/operations/fields.ts'

export const AskSignInInput = z.object({ email: email(), to: line(300) })
export const SignInCodeInput = z.object({ code: line(20).transform((text) => text.replace(/\D/g, '')).refine((text) => text.length === 6, 'Enter the six digits of the code'), to: line(300) })

export type AskSignInInput = z.output<typeof AskSignInInput>
export type SignInCodeInput = z.output<typeof SignInCodeInput>
