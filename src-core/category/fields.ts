/**
 * A station's change to the catalogue: one entity for each change, never written over, so that who changed what, and from
 * when, stays to be seen. The newest in force counts (current-catalogue.ts).
 */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import type { Scope } from '../kernel/event.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { isDay } from '../lib/time.ts'
import { CATEGORY_CODE, DUTIES, PROVISION_WAYS, type Category } from './category.ts'

/** What the station decides about a leaf. Group and field follow from the code. */
export const LEAF = z.object({
  code: z.string().regex(CATEGORY_CODE),
  nameZh: someWords(40),
  nameEn: words(80),
  serviceType: z.enum(SERVICE_TYPES),
  duty: z.enum(DUTIES),
  limit: someWords(60),
  chain: z.array(z.enum(SERVICE_TYPES)).min(1).max(6),
  basis: words(200),
  author: someWords(80),
  inForce: z.string().refine(isDay),
  way: z.enum(PROVISION_WAYS),
  words: words(1_000),
  retired: z.boolean(),
})
export type LeafFields = z.infer<typeof LEAF>

export const CATEGORY_CHANGE = LEAF.extend({ at: moment, by: entityId('user') })
export type CategoryChangeFields = z.infer<typeof CATEGORY_CHANGE>

export const CATEGORY_SCOPES: Readonly<Record<keyof CategoryChangeFields, Scope>> = {
  code: 'directory',
  nameZh: 'directory',
  nameEn: 'directory',
  serviceType: 'directory',
  duty: 'directory',
  limit: 'directory',
  chain: 'directory',
  basis: 'directory',
  author: 'directory',
  inForce: 'directory',
  way: 'directory',
  words: 'directory',
  retired: 'directory',
  at: 'directory',
  by: 'private',
}

/** Of a leaf as it is in force and one as it shall be: whether a reader would see no difference but in its date. */
export const sameLeaf = (now: Category, then: LeafFields): boolean =>
  now.name.zh === then.nameZh &&
  now.name.en === (then.nameEn || then.nameZh) &&
  now.chain.join() === then.chain.join() &&
  (['serviceType', 'duty', 'limit', 'basis', 'author', 'way', 'words', 'retired'] as const).every(
    (field) => now[field] === then[field],
  )

/** A leaf as a form or a file begins with it. */
export const leafFields = (leaf: Category): LeafFields => {
  const { code, name, serviceType, duty, limit, chain, basis, author, inForce, way, words: spoken, retired } = leaf
  const fields = { code, serviceType, duty, limit, basis, author, inForce, way, words: spoken, retired }
  return { ...fields, nameZh: name.zh, nameEn: name.en, chain: [...chain] }
}
