/** Statements that were checked, as what is written down of them; in the same command as whatever brought them. */
import type { Draft } from '#core/kernel/command.ts'
import { IN_PART_KIND, type Scope } from '#core/kernel/event.ts'
import type { Statements } from '#core/peer/statements.ts'

/**
 * What comes here of another house's PC: of one below all that is anybody's, of one above what it writes for everybody (its
 * addressed logs besides: kernel, ADDRESSED_SCOPES).
 */
export const seenOf = (isAbove: boolean): readonly Scope[] => (isAbove ? ['directory'] : ['shared', 'directory'])

/** `house`: the own one. Of another house's PC the kernel's own mark is written along. */
export const statementDrafts = (
  house: string,
  { grants, revocations, houses }: Statements,
  isAbove: (house: string) => boolean,
): Draft[] => [
  ...grants.map((grant): Draft => {
    const entity = `device:${grant.pc}`
    if (grant.house === house) return { entity, kind: 'pc-granted', fields: { grant } }
    return { entity, kind: IN_PART_KIND, fields: { grant, scopes: seenOf(isAbove(grant.house)) } }
  }),
  ...revocations.map((revocation): Draft => ({
    entity: `device:${revocation.pc}`,
    kind: 'pc-revoked',
    fields: { revocation },
  })),
  ...houses.map((vouched): Draft => ({ entity: `peer:${vouched.house}`, kind: 'house-vouched', fields: { vouched } })),
]
