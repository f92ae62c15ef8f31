/** A new request of somebody who is known: a draft with their name, number and place, opened for the rest. */
import type { Services } from '#app/services/services.ts'
import { beginRequestWith } from '../begin-with.ts'

/** `id`: a resident, or any of the person's cases. Nothing happens for somebody who may not be known (see desk `requester`). */
export async function beginRequestOf(knownId: string, services: Services): Promise<void> {
  const { desk } = services
  const known = await desk.requester(knownId)
  if (!known) return
  const { name, phone, place, lastCase, person, placeId } = known
  // The form shows the whole number: that is the trace (DOMAIN §9.2). Nobody waits for it.
  if (phone !== '' && person) void desk.run({ name: 'record-person-viewing', input: { person, what: 'phone' } })
  else if (phone !== '') void desk.run({ name: 'record-viewing', input: { case: lastCase, what: 'phone' } })
  await beginRequestWith(
    {
      requesterName: name,
      requesterPhone: phone,
      place,
      placeOfPerson: place,
      ...(person && { person }),
      ...(placeId && { placeId }),
    },
    services,
  )
}
