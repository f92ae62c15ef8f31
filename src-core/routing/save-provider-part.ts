/** 登记服务, 服务地点, 资质 and 合同: the parts of a provider. */
import type { Asked, Decision, Reading } from '../case-file/decision.ts'
import { AGREEMENT } from '../agreement/agreement.ts'
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
export const saveAgreement: (reading: Reading, input: SaveAgreement, asked: Asked) => Decision = savePart({
  type: 'agreement',
  schema: SAVE_AGREEMENT,
  named: 'number',
  problem: (fields, facts) => agreementProblem(fields, facts, fields.overOnPurpose || fields.id !== undefined),
  leaveOut: ['overOnPurpose'],
})
