/** Every entity type with the scope of each of its fields. To add one: its noun's fields file, and one line here. */
import { ACT_SCOPES, CASE_SCOPES } from './case-file/scopes.ts'
import { IMPORT_SCOPES } from './import-record/fields.ts'
import type { FieldScopes } from './kernel/command.ts'
import type { Scope } from './kernel/event.ts'
import { PROVIDER_SCOPES } from './provider/fields.ts'
import { MODULE_SCOPES, STATION_SCOPES, USER_SCOPES } from './station/fields.ts'

const TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  station: STATION_SCOPES,
  user: USER_SCOPES,
  module: MODULE_SCOPES,
  provider: PROVIDER_SCOPES,
  case: CASE_SCOPES,
  import: IMPORT_SCOPES,
  ...ACT_SCOPES,
}

/** Version of the fields above; written into every event, so that later versions know how to read it. */
export const SCHEMA_VERSION = 1

export const fieldScope: FieldScopes = (type, field) => {
  const fields = TYPES[type]
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined
}
