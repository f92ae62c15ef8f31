/** 工作人员 as they are today. */
import type { Day } from '../lib/time.ts'
import type { UserFields } from './fields.ts'

export type Colleague = Partial<UserFields> & { readonly id: string }
/** here: can be given work. */
export type Presence = 'here' | 'away' | 'left'

export function presenceOf({ awayFrom = '', awayUntil = '', leftOn = '' }: Partial<UserFields>, today: Day): Presence {
  if (leftOn !== '' && leftOn <= today) return 'left'
  if (awayFrom === '' && awayUntil === '') return 'here'
  return (awayFrom === '' || awayFrom <= today) && (awayUntil === '' || today <= awayUntil) ? 'away' : 'here'
}

/** Whether they sign in here (DOMAIN §7.1 counts accounts); entries of older versions do. */
export const hasAccount = ({ account, leftOn = '' }: Partial<UserFields>): boolean => account !== false && leftOn === ''
