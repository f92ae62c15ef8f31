/** A new request of somebody who is known: a draft with their name, number and place, opened for the rest. */
import type { Services } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { momentOf } from '#core/lib/time.ts'
import { BLANK_REQUEST } from '../blank-request.ts'
import { newDraftId } from '../draft-id.ts'

/** `id`: a resident, or any of the person's cases. Nothing happens for somebody who may not be known (see desk `requester`). */
export async function beginRequestOf(knownId: string, { desk, clock, random }: Services): Promise<void> {
  const known = await desk.requester(knownId)
  if (!known) return
  const id = newDraftId(random)
  const { name, phone, place, lastCase, person, placeId } = known
  await desk.putDraft({
    id,
    form: 'intake',
    title: '',
    changedAt: momentOf(clock()),
    values: {
      ...BLANK_REQUEST,
      requesterName: name,
      requesterPhone: phone,
      place,
      placeOfPerson: place,
      ...(person && { person }),
      ...(placeId && { placeId }),
    },
  })
  // The form shows the whole number: that is the trace (DOMAIN §9.2). Nobody waits for it.
  if (phone !== '' && person) void desk.run({ name: 'record-person-viewing', input: { person, what: 'phone' } })
  else if (phone !== '') void desk.run({ name: 'record-viewing', input: { case: lastCase, what: 'phone' } })
  go({ screen: 'intake', draft: id })
}
