/** 登记服务, 服务地点, 资质 and 合同: the parts of a provider. */
import { refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { AGREEMENT, type AgreementFields } from '../agreement/agreement.ts'
import { balanceOf } from '../agreement/ledger.ts'
import { leftIn, ownStation, type MoneyReading } from '../agreement/order-money.ts'
import { leftOfAgreement } from '../agreement/overdraft.ts'
import { entityId, z } from '../lib/schema.ts'
import { agreementProblem, qualificationProblem, serviceProblem, siteProblem } from '../provider/part-rules.ts'
import { QUALIFICATION } from '../provider/qualification.ts'
import { SERVICE } from '../provider/service.ts'
import { SITE } from '../provider/site.ts'
import { savePart } from './part-facts.ts'

export const SAVE_SERVICE = SERVICE.extend({ id: entityId('service').optional() })
export type SaveService = z.infer<typeof SAVE_SERVICE>
export const saveService: (reading: Reading, input: SaveService, asked: Asked) => Decision = savePart({
  type: 'service',
  schema: SAVE_SERVICE,
  named: 'name',
  problem: serviceProblem,
})

export const SAVE_SITE = SITE.extend({ id: entityId('site').optional() })
export type SaveSite = z.infer<typeof SAVE_SITE>
export const saveSite: (reading: Reading, input: SaveSite, asked: Asked) => Decision = savePart({
  type: 'site',
  schema: SAVE_SITE,
  named: 'name',
  problem: siteProblem,
})

export const SAVE_QUALIFICATION = QUALIFICATION.extend({ id: entityId('qualification').optional() })
export type SaveQualification = z.infer<typeof SAVE_QUALIFICATION>
export const saveQualification: (reading: Reading, input: SaveQualification, asked: Asked) => Decision = savePart({
  type: 'qualification',
  schema: SAVE_QUALIFICATION,
  named: 'name',
  problem: qualificationProblem,
})

/** `overOnPurpose`: 补录, an agreement that is over already. */
export const SAVE_AGREEMENT = AGREEMENT.extend({ id: entityId('agreement').optional(), overOnPurpose: z.boolean() })
export type SaveAgreement = z.infer<typeof SAVE_AGREEMENT>
const writeAgreement = savePart({
  type: 'agreement',
  schema: SAVE_AGREEMENT,
  named: 'number',
  problem: (fields, facts) => agreementProblem(fields, facts, fields.overOnPurpose || fields.id !== undefined),
  leaveOut: ['overOnPurpose'],
})

/** A contract is of the station that entered it; what its ledger has used already cannot be cut off below. */
export function saveAgreement(reading: MoneyReading & Reading, input: SaveAgreement, asked: Asked): Decision {
  const station = input.station ?? (input.id === undefined ? ownStation(reading) : null)
  const written = writeAgreement(reading, station === null ? input : { ...input, station }, asked)
  if (!written.ok || input.id === undefined) return written
  const left = leftOfAgreement(
    { ...reading.read(input.id), ...written.value[0]!.fields } as AgreementFields,
    balanceOf(reading.money(), input.id),
  )
  const before = leftIn(reading, input.id)
  if (isLess(left.units, before.units) || isLess(left.fen, before.fen)) return refuse('quota-exceeded', ['quota'])
  return written
}

/** Below nothing, and further than it was: what two PCs overspent together may still be written about. */
const isLess = (now: number | null, before: number | null): boolean => now !== null && now < 0 && (before === null || now < before) // prettier-ignore
