/** Every entity type with the scope of each of its fields. To add one: its noun's fields file, and one line here. */
import { ACT_SCOPES, CASE_SCOPES } from './case-file/scopes.ts'
import { CATEGORY_SCOPES } from './category/fields.ts'
import { IMPORT_SCOPES } from './import-record/fields.ts'
import { TEMPLATE_SCOPES } from './case-file/template.ts'
import type { FieldScopes } from './kernel/command.ts'
import type { Scope } from './kernel/event.ts'
import { LIMIT_TYPES } from './limits/fields.ts'
import { PERSON_TYPES } from './person/fields.ts'
import { PLACE_SCOPES } from './place/fields.ts'
import { DIRECTORY_SCOPES } from './provider/scopes.ts'
import { MODULE_SCOPES, STATION_SCOPES, USER_SCOPES } from './station/fields.ts'
import { SETTING_SCOPES } from './station/settings.ts'
import { TOPIC_SCOPES } from './topic/fields.ts'
import { WALK_TYPES } from './walk-sheet/fields.ts'

const TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  station: STATION_SCOPES,
  user: USER_SCOPES,
  module: MODULE_SCOPES,
  setting: SETTING_SCOPES,
  ...LIMIT_TYPES,
  ...DIRECTORY_SCOPES,
  place: PLACE_SCOPES,
  ...PERSON_TYPES,
  case: CASE_SCOPES,
  import: IMPORT_SCOPES,
  template: TEMPLATE_SCOPES,
  category: CATEGORY_SCOPES,
  topic: TOPIC_SCOPES,
  ...WALK_TYPES,
  ...ACT_SCOPES,
}

/** Version of the fields above; written into every event, so that later versions know how to read it. */
export const SCHEMA_VERSION = 1

export const fieldScope: FieldScopes = (type, field) => {
  const fields = TYPES[type]
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}
