import { refuse } from '#app/http/answers.server.ts'
import { signedIn } from '#app/http/enter.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { DeviceInput } from '#app/operations/devices.input.ts'
import { openDevice } from '#app/operations/devices.server.ts'

/** Hands the capture script what opens the sealed notes of whoever is signed in on this device. */
export const action = signedIn(async ({ actor, sessionHash }, { app, context, request }) => {
  const form = await readForm(request, DeviceInput)
  if (!form.ok) throw refuse('bad-request')
  const opened = await openDevice(app.database, { accountId: actor.accountId, sessionHash, device: form.value.device, nowMs: context.nowMs })
  if (!opened) throw refuse('not-allowed')
  return Response.json({ person: actor.accountId, secret: opened.secret, until: opened.untilMs })
})
