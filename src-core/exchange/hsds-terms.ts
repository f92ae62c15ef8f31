/**
 * Our closed lists as taxonomies of HSDS: kind of service, way of being paid, kind of organisation and the like stand as
 * attributes with a taxonomy term; what has no list stands as an attribute whose value is the text.
 */
import { namedUuid } from './stable-uuid.ts'
import { EN_DIRECTORY, type DirectoryWords } from '../provider/words.ts'

/** To add one: here, with the list its words come from, or null for free text. */
export const TAXONOMIES = {
  'service-type': 'serviceType',
  'funding-mode': 'fundingMode',
  'provider-kind': 'providerKind',
  'provider-role': 'role',
  standing: 'standing',
  reach: 'reach',
  way: 'way',
  residence: 'residence',
  mark: 'mark',
  'barrier-free': 'barrierFree',
  'on-holidays': 'onHolidays',
  category: null,
  /** Term = field, value = text. */
  field: null,
  /** Of a schedule: `exception`, `closed`, `next-day`. */
  schedule: null,
} as const satisfies Readonly<Record<string, keyof DirectoryWords | null>>
export type Taxonomy = keyof typeof TAXONOMIES

export type TaxonomyTerm = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  readonly taxonomy: string
  readonly taxonomy_id: string
}
export type Attribute = {
  readonly id: string
  readonly link_id: string
  readonly link_entity: string
  readonly taxonomy_term_id: string
  readonly value: string
  readonly taxonomy_term: TaxonomyTerm
}

export const taxonomyName = (taxonomy: Taxonomy): string => `linwu-${taxonomy}`

/** `value`: the code itself where the term says it all. `name`: of a term that is in no list of ours (a category). */
export function attribute(
  link: { readonly id: string; readonly entity: string },
  taxonomy: Taxonomy,
  code: string,
  { value = code, name }: { readonly value?: string; readonly name?: string | undefined } = {},
): Attribute {
  const list = TAXONOMIES[taxonomy]
  const known = list === null ? undefined : (EN_DIRECTORY[list] as Readonly<Record<string, string>>)[code]
  const id = namedUuid(`term ${taxonomy} ${code}`)
  const shown = name ?? known ?? code
  return {
    id: namedUuid(`attribute ${link.id} ${taxonomy} ${code}`),
    link_id: link.id,
    link_entity: link.entity,
    taxonomy_term_id: id,
    value,
    taxonomy_term: {
      id,
      code,
      name: shown,
      description: shown,
      taxonomy: taxonomyName(taxonomy),
      taxonomy_id: namedUuid(`taxonomy ${taxonomy}`),
    },
  }
}
