/** Every entity type with the scope of each of its fields. To add one: its noun's fields file, and one line here. */
import { MONEY_TYPES } from './agreement/scopes.ts'
import { ACT_SCOPES, CASE_SCOPES } from './case-file/scopes.ts'
import { CATEGORY_SCOPES } from './category/fields.ts'
import { HAVE_TYPES } from './have/scopes.ts'
import { IMPORT_SCOPES } from './import-record/fields.ts'
import { TEMPLATE_SCOPES } from './case-file/template.ts'
import type { FieldScopes } from './kernel/command.ts'
import type { Scope } from './kernel/event.ts'
import { LEARNING_TYPES } from './learning/scopes.ts'
import { LIMIT_TYPES } from './limits/fields.ts'
import { NOTICE_TYPES } from './notice/scopes.ts'
import { PEER_TYPES } from './peer/scopes.ts'
import { PERSON_TYPES } from './person/fields.ts'
import { isAddress, PLACE_SCOPES } from './place/fields.ts'
import { PROVIDER_FINDING_TYPES } from './provider/finding-scopes.ts'
import { DIRECTORY_SCOPES } from './provider/scopes.ts'
import { MODULE_SCOPES, SETTING_SCOPES, STATION_SCOPES, USER_SCOPES } from './station/fields.ts'
import { SURVEY_TYPES } from './survey/scopes.ts'
import { TOPIC_SCOPES } from './topic/fields.ts'
import { DELIBERATION_TYPES } from './topic/scopes.ts'
import { WALK_TYPES } from './walk-sheet/fields.ts'

const TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  station: STATION_SCOPES,
  user: USER_SCOPES,
  module: MODULE_SCOPES,
  setting: SETTING_SCOPES,
  ...LIMIT_TYPES,
  ...DIRECTORY_SCOPES,
  ...PROVIDER_FINDING_TYPES,
  place: PLACE_SCOPES,
  ...PERSON_TYPES,
  ...PEER_TYPES,
  case: CASE_SCOPES,
  import: IMPORT_SCOPES,
  template: TEMPLATE_SCOPES,
  category: CATEGORY_SCOPES,
  topic: TOPIC_SCOPES,
  ...DELIBERATION_TYPES,
  ...HAVE_TYPES,
  ...WALK_TYPES,
  ...SURVEY_TYPES,
  ...MONEY_TYPES,
  ...NOTICE_TYPES,
  ...LEARNING_TYPES,
  ...ACT_SCOPES,
}

/** Version of the fields above; written into every event, so that later versions know how to read it. */
export const SCHEMA_VERSION = 1

export const fieldScope: FieldScopes = (type, field, beside) => {
  if (type === 'place' && isAddress(beside?.['kind'])) return 'private'
  const fields = TYPES[type]
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}
