/** What a report has to know of places, categories, providers and colleagues, out of the book. */
import { fundingModeOf } from '../agreement/fund.ts'
import { CATEGORY_CODE, type TwoNames } from '../category/category.ts'
import { currentCatalogue, readChanges, type Catalogue } from '../category/current-catalogue.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { PlaceTree } from '../place/place-tree.ts'
import type { ProviderNames, ReportNames } from '../reports/report-names.ts'
import { nameIn } from '../peer/houses.ts'
import { isUpperOffice, sourceOf, stationOf } from './station-of.ts'
import { readEntity, readProvider, userName, type Book } from './book.ts'
import { madeOf } from './made-of.ts'
import { placeTreeOf } from './place-tree-of.ts'

type Where = Pick<RoundFacts, 'placeId' | 'place'>

/** Whatever was decided last is how a leaf is called now. */
const LAST_DAY = '9999-12-31'
const catalogueOf = madeOf('category', (all) =>
  currentCatalogue(readChanges(all.map((one) => [one.id, one])), LAST_DAY),
)

/** Cheap to make anew: what takes time (where an address lies) is kept as long as the tree of places is. */
export function reportNamesOf(book: Book, language: 'zh-CN' | 'en'): ReportNames {
  const tree = placeTreeOf(book)
  const { hoodOf, placeIn } = whereabouts(tree)
  const side: keyof TwoNames = language === 'en' ? 'en' : 'zh'
  const providers = new Map<string, ProviderNames>()
  return {
    neighbourhood: hoodOf,
    within: (facts, area) => {
      const at = placeIn(facts)
      return at !== '' && tree.within(at, area)
    },
    place: (id) => tree.get(id)?.name ?? '',
    level1: (category) => (CATEGORY_CODE.test(category) ? category.slice(0, 3) : ''),
    category: (code) => categoryWords(catalogueOf(book), code, side),
    provider(id) {
      const known = providers.get(id)
      if (known) return known
      const card = readProvider(book, id)
      const names: ProviderNames = {
        name: card?.name ?? '',
        serviceType: card?.serviceType ?? null,
        kind: card?.kind ?? '',
        funding: card?.funding ?? '',
      }
      providers.set(id, names)
      return names
    },
    funding: (account) => fundingModeOf(account, readEntity(book, account)?.['kind']),
    user: (id) => userName(book, id),
    ...stationNames(book),
  }
}

function stationNames(book: Book): Pick<ReportNames, 'station' | 'stationName'> {
  if (!isUpperOffice(book)) return { station: () => '', stationName: () => '' }
  const keys = new Map<string, string>()
  const source = sourceOf(book)
  return {
    station: (facts) => {
      const short = facts.number.replace(/-.*$/, '')
      const known = keys.get(`${facts.pc} ${short}`)
      if (known !== undefined) return known
      const key = stationOf(book, facts)?.house || short
      keys.set(`${facts.pc} ${short}`, key)
      return key
    },
    stationName: (key) => nameIn(source, key) || key,
  }
}

/** `L01` and `L0101` are called as the first leaf below them says; words of older records stay as they are. */
function categoryWords({ leaf, leaves }: Catalogue, code: string, side: keyof TwoNames): string {
  const whole = leaf(code)
  if (whole) return whole.name[side]
  const below = /^L\d\d(?:\d\d)?$/.test(code) ? leaves.find((one) => one.code.startsWith(code)) : undefined
  return below ? (code.length === 3 ? below.level1[side] : below.level2[side]) : code
}

type Whereabouts = { readonly placeIn: (facts: Where) => string; readonly hoodOf: (facts: Where) => string }
const kept = new WeakMap<PlaceTree, Whereabouts>()

/** The place of a case (its own, else what its words name) and its 小区; '' for none. Each words and id is looked up once. */
function whereabouts(tree: PlaceTree): Whereabouts {
  const known = kept.get(tree)
  if (known) return known
  const named = new Map<string, string>()
  const hoods = new Map<string, string>()
  const placeIn = ({ placeId, place }: Where): string => {
    if (placeId !== null) return placeId
    if (place === '') return ''
    let found = named.get(place)
    if (found === undefined) named.set(place, (found = tree.findByWords(place) ?? ''))
    return found
  }
  const hoodOf = (facts: Where): string => {
    const at = placeIn(facts)
    let hood = hoods.get(at)
    if (hood === undefined) {
      hood = tree.pathOf(at).find(({ kind }) => kind === 'neighbourhood')?.id ?? ''
      hoods.set(at, hood)
    }
    return hood
  }
  const made = { placeIn, hoodOf }
  kept.set(tree, made)
  return made
}
