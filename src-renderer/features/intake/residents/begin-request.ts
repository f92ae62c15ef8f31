/** A new request of somebody who asked before: a draft with their name, number and place, opened for the rest. */
import type { Services } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { momentOf } from '#core/lib/time.ts'
import { BLANK_REQUEST } from '../blank-request.ts'
import { newDraftId } from '../draft-id.ts'

/** `caseId`: any of the person's cases. Nothing happens for somebody who may not be known (see desk `requester`). */
export async function beginRequestOf(caseId: string, { desk, clock, random }: Services): Promise<void> {
  const person = await desk.requester(caseId)
  if (!person) return
  const id = newDraftId(random)
  const { name, phone, place, lastCase } = person
  await desk.putDraft({
    id,
    form: 'intake',
    title: '',
    changedAt: momentOf(clock()),
    values: { ...BLANK_REQUEST, requesterName: name, requesterPhone: phone, place, placeOfPerson: place },
  })
  // The form shows the whole number: that is the trace (DOMAIN §9.2). Nobody waits for it.
  if (phone !== '') void desk.run({ name: 'record-viewing', input: { case: lastCase, what: 'phone' } })
  go({ screen: 'intake', draft: id })
}
