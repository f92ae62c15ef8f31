/**
 * 清单外事项不予承接 (社区减负, DOMAIN §4.5): what an office above demands and the station's catalogue calls 清单外 can be
 * refused, with a note to hand over. A 12345 order is a resident's: there only 申请退单 (§3.3).
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { isOrder } from '../case-file/closing-gaps.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { categoryOf, isOpen, statusOf } from '../case-file/status.ts'
import { currentCatalogue, readChanges } from '../category/current-catalogue.ts'
import type { Category } from '../category/category.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { dayOf, type Day } from '../lib/time.ts'

/** `category`: as the case is classified. */
export const REFUSE_OFF_LIST = ACTS['off-list-refusal'].omit({ at: true, by: true, category: true })
export type RefuseOffList = z.infer<typeof REFUSE_OFF_LIST>

export function refuseOffList(reading: Reading, input: RefuseOffList, asked: Asked): Decision {
  const form = checked(REFUSE_OFF_LIST, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  if (isOrder(file.fields)) return refuse('order-not-refused')
  const leaf = leafOfCase(reading, file, dayOf(asked.now))
  if (leaf?.duty !== 'off-list') return refuse('not-off-list')
  return ok([
    {
      entity: asked.newId('off-list-refusal'),
      kind: 'off-list-refused',
      fields: {
        ...form.value,
        category: leaf.code,
        basis: form.value.basis || leaf.basis,
        at: asked.now,
        by: asked.user,
      },
    },
  ])
}

function leafOfCase(reading: Reading, file: CaseFile, day: Day): Category | undefined {
  const changes = readChanges([...reading.ids('category')].map((id) => [id, reading.read(id)] as const))
  return currentCatalogue(changes, day).leaf(categoryOf(file))
}
