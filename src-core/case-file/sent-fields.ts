/** What an order can carry of a case: the same values on the form, in the check and on the paper. */
import type { CaseFile } from './case-file.ts'
import { SENT_FIELDS, type SentField } from './referral-codes.ts'

/** What each field holds; '' has nothing to send. Of a report (举报) its reporter is never among them. */
export function sendable({ fields }: CaseFile): Readonly<Record<SentField, string>> {
  const { title = '', text = '', place = '', requesterName = '', requesterPhone = '', forWhom = '' } = fields
  const isNameless = fields.requestKind === 'report' || fields.anonymous === true
  return {
    title,
    text: text.trim() === title.trim() ? '' : text,
    place,
    name: isNameless ? '' : requesterName,
    phone: isNameless ? '' : requesterPhone,
    'for-whom': fields.requestKind === 'report' ? '' : forWhom,
  }
}

const PERSONAL: ReadonlySet<SentField> = new Set(['name', 'phone', 'for-whom'])
export const isPersonal = (field: SentField): boolean => PERSONAL.has(field)
/** Those of the wanted fields that hold anything, in the order of SENT_FIELDS. */
export function filledFields(file: CaseFile, wanted: readonly SentField[] = SENT_FIELDS): SentField[] {
  const values = sendable(file)
  return SENT_FIELDS.filter((field) => wanted.includes(field) && values[field] !== '')
}
