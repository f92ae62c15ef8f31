/** Shapes that several commands and files of trust share. */
import { fromBase64url } from '#core/lib/bytes.ts'
import { z, type Schema } from '#core/lib/schema.ts'
import type { Statements } from '#core/peer/statements.ts'
import { CODE, DEVICE_GRANT, HOUSE, HOUSE_GRANT, REVOCATION, SHORT } from './statements.ts'

/** A root key as text: 43 characters of base64url. */
export const ROOT = z.string().regex(/^[\w-]{43}$/)
export const rootOf = (text: string): Uint8Array => fromBase64url(text)!

/** How a house is called and found: goes in requests and grants. */
export const HOUSE_CARD = z.object({
  house: z.string().regex(HOUSE),
  name: z.string().min(1).max(80),
  code: z.string().regex(CODE),
  short: z.string().regex(SHORT),
})
export type HouseCard = z.infer<typeof HOUSE_CARD>

/** More PCs in one house than this is no house. */
const MANY = 2_000
export const STATEMENTS: Schema<Statements> & z.core.$ZodType<Statements, Statements> = z.object({
  grants: z.array(DEVICE_GRANT).max(MANY),
  revocations: z.array(REVOCATION).max(MANY),
  houses: z.array(HOUSE_GRANT).max(MANY),
})
