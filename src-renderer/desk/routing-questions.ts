/** What the screens ask about routing: 服务缺口, and minutes by neighbourhood and service. */
import { entitiesOf, readEntity, readProvider } from '#core/book/book.ts'
import { placeTreeOf } from '#core/book/place-tree-of.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { gapsIn } from '#core/book/routing-of.ts'
import type { TwoNames } from '#core/category/category.ts'
import { momentOf } from '#core/lib/time.ts'
import { readServices } from '#core/provider/directory.ts'
import { reachId } from '#core/provider/reach.ts'
import type { Gap } from '#core/routing/gaps.ts'
import type { Asking } from './asking.ts'

/** `categoryName`: null for words that stand in no catalogue. */
export type GapRow = Gap & { readonly categoryName: TwoNames | null; readonly providerNames: readonly string[] }

/** Null: nobody has typed it. */
export type MinutesCell = { readonly minutes: number; readonly how: 'walk' | 'arrive' } | null
export type MinutesTable = {
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly services: readonly {
    readonly id: string
    readonly name: string
    readonly provider: string
    readonly comes: boolean
    /** One for each place. */
    readonly cells: readonly MinutesCell[]
  }[]
}

export type RoutingQuestions = {
  /** Newest first. */
  gaps(): Promise<readonly GapRow[]>
  /** Every service in use by every neighbourhood. */
  minutes(): Promise<MinutesTable>
}

export const routingQuestions = ({ ready, parts }: Asking): RoutingQuestions => ({
  async gaps() {
    const { book, results } = (await ready()).state
    const now = momentOf(parts.clock())
    const catalogue = catalogueOf(book, now)
    return gapsIn(book, now, (provider) => results.sums.get(provider) ?? null).map((gap) => ({
      ...gap,
      categoryName: catalogue.leaf(gap.category)?.name ?? null,
      providerNames: gap.providers.map((id) => readProvider(book, id)?.name ?? ''),
    }))
  },
  async minutes() {
    const { book } = (await ready()).state
    const places = placeTreeOf(book)
      .all.filter(({ kind, retired }) => kind === 'neighbourhood' && !retired)
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
    const reading = { read: (id: string) => readEntity(book, id), ids: (type: string) => entitiesOf(book, type) }
    const services = readServices(reading)
      .filter(({ status, provider }) => status === 'active' && !readProvider(book, provider)?.stopped)
      .map(({ id, name, provider, ways }) => ({
        id,
        name,
        provider: readProvider(book, provider)?.name ?? '',
        comes: ways.includes('home-visit') && !ways.includes('on-site'),
        cells: places.map((place): MinutesCell => {
          const said = readEntity(book, reachId(id, place.id))
          return typeof said?.['minutes'] === 'number'
            ? { minutes: said['minutes'], how: said['how'] === 'arrive' ? 'arrive' : 'walk' }
            : null
        }),
      }))
      .toSorted((a, b) => a.provider.localeCompare(b.provider, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1)) // prettier-ignore
    return { places, services }
  },
})
