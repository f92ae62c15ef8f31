/** 经办人: who has the case now. First receiver keeps it (首接负责, DOMAIN §4.2) until it is handed to somebody else. */
import type { EntityId } from '../kernel/event.ts'
import { actsOf, type CaseFile } from './case-file.ts'

/** The last assignment; else who took it in; null for records taken over from elsewhere. */
export const handlerOf = (file: CaseFile): EntityId | null =>
  actsOf(file.acts, 'assignment').at(-1)?.to ?? file.fields.receivedBy ?? null
