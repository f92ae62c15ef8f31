/** Everything a directory holds, with the scope of each field. To add one: its file, and a line here. */
import { AGREEMENT_SCOPES } from '../agreement/agreement.ts'
import type { Scope } from '../kernel/event.ts'
import { ACTIVITY_SCOPES, SIGN_UP_SCOPES } from './activity.ts'
import { PROVIDER_SCOPES } from './fields.ts'
import { MEMBER_SCOPES } from './member.ts'
import { PROVIDER_NOTE_SCOPES } from './provider-note.ts'
import { QUALIFICATION_SCOPES } from './qualification.ts'
import { REACH_SCOPES } from './reach.ts'
import { SERVICE_TIME_SCOPES } from './service-time.ts'
import { SERVICE_SCOPES } from './service.ts'
import { SITE_SCOPES } from './site.ts'
import { TASK_CLAIM_SCOPES, VOLUNTEER_TASK_SCOPES } from './volunteer-task.ts'

export const DIRECTORY_SCOPES = {
  provider: PROVIDER_SCOPES,
  service: SERVICE_SCOPES,
  site: SITE_SCOPES,
  reach: REACH_SCOPES,
  agreement: AGREEMENT_SCOPES,
  qualification: QUALIFICATION_SCOPES,
  'provider-note': PROVIDER_NOTE_SCOPES,
  member: MEMBER_SCOPES,
  'volunteer-task': VOLUNTEER_TASK_SCOPES,
  'task-claim': TASK_CLAIM_SCOPES,
  'service-time': SERVICE_TIME_SCOPES,
  activity: ACTIVITY_SCOPES,
  'sign-up': SIGN_UP_SCOPES,
} satisfies Readonly<Record<string, Readonly<Record<string, Scope>>>>
