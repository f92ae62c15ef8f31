/** Every field that may leave the station is either looked through for names or known to hold no words. */
import { expect, test } from 'vitest'
import { MONEY_TYPES } from '#core/agreement/scopes.ts'
import { ACT_SCOPES, CASE_SCOPES } from '#core/case-file/scopes.ts'
import { TEMPLATE_SCOPES } from '#core/case-file/template.ts'
import { fieldScope } from '#core/catalogue.ts'
import { CATEGORY_SCOPES } from '#core/category/fields.ts'
import { LEAK_FIELDS } from '#core/exchange/leak-fields.ts'
import { HAVE_TYPES } from '#core/have/scopes.ts'
import { IMPORT_SCOPES } from '#core/import-record/fields.ts'
import { LEARNING_TYPES } from '#core/learning/scopes.ts'
import { LIMIT_TYPES } from '#core/limits/fields.ts'
import { NOTICE_TYPES } from '#core/notice/scopes.ts'
import { PEER_TYPES } from '#core/peer/scopes.ts'
import { PERSON_TYPES } from '#core/person/fields.ts'
import { PLACE_SCOPES } from '#core/place/fields.ts'
import { PROVIDER_FINDING_TYPES } from '#core/provider/finding-scopes.ts'
import { DIRECTORY_SCOPES } from '#core/provider/scopes.ts'
import { MODULE_SCOPES, SETTING_SCOPES, STATION_SCOPES, USER_SCOPES } from '#core/station/fields.ts'
import { SURVEY_TYPES } from '#core/survey/scopes.ts'
import { TOPIC_SCOPES } from '#core/topic/fields.ts'
import { DELIBERATION_TYPES } from '#core/topic/scopes.ts'
import { WALK_TYPES } from '#core/walk-sheet/fields.ts'

const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  station: STATION_SCOPES,
  user: USER_SCOPES,
  module: MODULE_SCOPES,
  setting: SETTING_SCOPES,
  place: PLACE_SCOPES,
  case: CASE_SCOPES,
  import: IMPORT_SCOPES,
  template: TEMPLATE_SCOPES,
  category: CATEGORY_SCOPES,
  topic: TOPIC_SCOPES,
  ...LIMIT_TYPES,
  ...DIRECTORY_SCOPES,
  ...PROVIDER_FINDING_TYPES,
  ...PERSON_TYPES,
  ...PEER_TYPES,
  ...DELIBERATION_TYPES,
  ...HAVE_TYPES,
  ...WALK_TYPES,
  ...SURVEY_TYPES,
  ...MONEY_TYPES,
  ...NOTICE_TYPES,
  ...LEARNING_TYPES,
  ...ACT_SCOPES,
}

/** Codes, ids, moments, days, numbers and yes or no, by their names, whatever the type. To add one: when it can hold no words. */
const NO_WORDS = new Set(
  `case at by provider service services fund agreement station category kind serviceType way ways role part dueAt replyBy objectBy capacity ground
fieldsSent consent payer units fen copayFen unit count preset sameDay year off work funding reach hours standings creditCode
stopped categories area languages costFen fundingMode minAge maxAge residence capacityOpen capacityMax capacityAt status
place places barrierFree minutes how from to item unitFen quota used capFen cancelled cases verdict rule finding checks step
selfChecked parent code grid residentGroup retired grant revocation requestKind channel urgency raisedAt receivedAt anonymous
orderAt orderDueAt limitPreset limit dueUnsure duty chain inForce closed have placeId topic meetingAt expected noticeDays
publicationDays majority secret deliberation on skipped corrects present votesFor against abstain legality until
answeredOn dueOn doneOn points carrier checkedOn recheckOn takenBackAt size strata seed survey strataBy share population digest
about scale grade withdrawnAt referral entry activity leftUnits leftFen day overUnits overFen date checked reasonCode outcome
fields textVersion givenBy objection decision wantedBy reached refusalReason selfApproved revisitPlan drawRate drawSeed of was
toldAt toldWay reason pause trigger heldAt valid invalidReason solved selfRevisit contacted paper after revisit self files order
answer sharedChanges act number short transfer`.split(/\s+/),
)
/** Given out by organisations on purpose. */
const OPEN = new Set(['provider.phone', 'provider.publicContact', 'site.phone', 'station.name'])

const isOpen = (scope: string | undefined): boolean => scope === 'shared' || scope === 'directory'

test('the table of this test is the catalogue', () => {
  for (const [type, fields] of Object.entries(TYPES))
    for (const [field, scope] of Object.entries(fields)) expect([type, field, fieldScope(type, field)]).toEqual([type, field, scope]) // prettier-ignore
})

test('every open field is looked through or holds no words', () => {
  const unsorted = Object.entries(TYPES).flatMap(([type, fields]) =>
    Object.entries(fields).flatMap(([field, scope]) =>
      !isOpen(scope) || LEAK_FIELDS[type]?.includes(field) || NO_WORDS.has(field) || OPEN.has(`${type}.${field}`)
        ? []
        : [`${type}.${field}`],
    ),
  )
  expect(unsorted).toEqual([])
})

test('nothing is looked through that does not leave', () => {
  for (const [type, fields] of Object.entries(LEAK_FIELDS))
    for (const field of fields) expect([type, field, isOpen(fieldScope(type, field))]).toEqual([type, field, true])
})
