/** 资质: a licence or certificate of an organisation. Sixty days before it ends somebody is told (agreement.ts, WARN_DAYS). */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'
import { dayWords } from './service.ts'

export const QUALIFICATION = z.object({
  provider: entityId('provider'),
  name: someWords(120),
  number: words(60),
  issuer: words(120),
  /** '' = not known, or without an end. */
  from: dayWords,
  to: dayWords,
})
export type QualificationFields = z.infer<typeof QUALIFICATION>

export const BLANK_QUALIFICATION = { number: '', issuer: '', from: '', to: '' } as const

export const QUALIFICATION_SCOPES: Readonly<Record<keyof QualificationFields, Scope>> = {
  provider: 'directory',
  name: 'directory',
  number: 'directory',
  issuer: 'directory',
  from: 'directory',
  to: 'directory',
}
