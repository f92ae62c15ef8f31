/**
 * The schema of a field, to check a third value that somebody types. To add a type: a line; without one its differences are
 * settled by choosing only.
 */
import { AGREEMENT } from '#core/agreement/agreement.ts'
import { FUND } from '#core/agreement/fund.ts'
import { ACTS, CASE } from '#core/case-file/fields.ts'
import { TEMPLATE } from '#core/case-file/template.ts'
import { LEAF } from '#core/category/fields.ts'
import { entityType, type EntityId } from '#core/kernel/event.ts'
import type { Schema } from '#core/lib/schema.ts'
import { MODEL_CASE, POLICY_CARD } from '#core/learning/fields.ts'
import { NOTICE, NOTICE_TEMPLATE } from '#core/notice/fields.ts'
import { HOUSEHOLD, PERSON, PERSON_CHANGE, PERSON_VISIT } from '#core/person/fields.ts'
import { PLACE } from '#core/place/fields.ts'
import { ACTIVITY } from '#core/provider/activity.ts'
import { PROVIDER } from '#core/provider/fields.ts'
import { MEMBER } from '#core/provider/member.ts'
import { QUALIFICATION } from '#core/provider/qualification.ts'
import { SERVICE } from '#core/provider/service.ts'
import { SITE } from '#core/provider/site.ts'
import { VOLUNTEER_TASK } from '#core/provider/volunteer-task.ts'
import { STATION, USER } from '#core/station/fields.ts'
import { SURVEY } from '#core/survey/fields.ts'
import { DELIBERATION } from '#core/topic/deliberation-fields.ts'
import { TOPIC } from '#core/topic/fields.ts'

type Shaped = { readonly shape: Readonly<Record<string, Schema>> }

const SHAPES: Readonly<Record<string, Shaped>> = {
  ...ACTS,
  case: CASE,
  station: STATION,
  user: USER,
  person: PERSON,
  household: HOUSEHOLD,
  'person-visit': PERSON_VISIT,
  'person-change': PERSON_CHANGE,
  place: PLACE,
  provider: PROVIDER,
  service: SERVICE,
  site: SITE,
  agreement: AGREEMENT,
  qualification: QUALIFICATION,
  member: MEMBER,
  'volunteer-task': VOLUNTEER_TASK,
  activity: ACTIVITY,
  fund: FUND,
  template: TEMPLATE,
  category: LEAF,
  topic: TOPIC,
  deliberation: DELIBERATION,
  survey: SURVEY,
  notice: NOTICE,
  'notice-template': NOTICE_TEMPLATE,
  'model-case': MODEL_CASE,
  'policy-card': POLICY_CARD,
}

export function shapeOf(entity: EntityId, field: string): Schema | null {
  const type = entityType(entity)
  const shaped = Object.hasOwn(SHAPES, type) ? SHAPES[type]! : null
  return shaped && Object.hasOwn(shaped.shape, field) ? shaped.shape[field]! : null
}

/** Whatever somebody might type fits: free words, neither a code nor an id nor a day. */
export const takesWords = (entity: EntityId, field: string): boolean =>
  shapeOf(entity, field)?.safeParse('字 1').success ?? false
