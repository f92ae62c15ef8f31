import { hasAccount } from '../station/colleagues.ts'
import type { UserFields } from '../station/fields.ts'
import { madeOf } from './made-of.ts'

/** People who sign in at this station (DOMAIN §7.1). */
export const accountsOf = madeOf('user', (all) => all.filter((one) => hasAccount(one as Partial<UserFields>)).length)
