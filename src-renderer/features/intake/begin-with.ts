/** 受理, begun elsewhere with some of it filled in: a draft, opened for the rest. */
import type { Services } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { momentOf } from '#core/lib/time.ts'
import { BLANK_REQUEST, type RequestValues } from './blank-request.ts'
import { newDraftId } from './draft-id.ts'

export async function beginRequestWith(
  filled: Partial<RequestValues>,
  { desk, clock, random }: Pick<Services, 'desk' | 'clock' | 'random'>,
): Promise<void> {
  const id = newDraftId(random)
  const values = { ...BLANK_REQUEST, ...filled }
  await desk.putDraft({ id, form: 'intake', title: values.title, changedAt: momentOf(clock()), values })
  go({ screen: 'intake', draft: id })
}
