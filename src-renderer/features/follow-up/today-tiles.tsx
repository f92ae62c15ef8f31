/** The five numbers above today's list. Each opens exactly the cases it counts: number and list come from one filter. */
import { useTranslation } from 'react-i18next'
import type { Filter } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useListPlace, type SortName } from './list-place.ts'

type Tile = {
  readonly name: string
  readonly filter: Filter
  readonly sort: SortName
  readonly tone?: 'bad' | 'warn'
  /** The smaller number under it. */
  readonly under: Filter
}

/** To add one: a line here, and its words in both texts (cases.tile). */
const TILES = [
  {
    name: 'late',
    filter: { open: true, due: 'late' },
    sort: 'due-up',
    tone: 'bad',
    under: { open: true, due: 'late', urgency: ['danger'] },
  },
  {
    name: 'today',
    filter: { open: true, due: 'today' },
    sort: 'due-up',
    tone: 'warn',
    under: { open: true, due: 'next-7' },
  },
  {
    name: 'routing',
    filter: { waiting: ['routing'] },
    sort: 'received-up',
    under: { waiting: ['routing'], serviceType: ['undecided'] },
  },
  { name: 'contact', filter: { waiting: ['contact'] }, sort: 'due-up', under: { waiting: ['rerouting'] } },
  {
    name: 'revisit',
    filter: { waiting: ['revisit'], due: 'by-today' },
    sort: 'due-up',
    under: { waiting: ['revisit'] },
  },
] as const satisfies readonly Tile[]

const QUESTIONS: readonly Filter[] = TILES.flatMap(({ filter, under }) => [filter, under])

/** `minute`: the numbers move with the clock. */
export function TodayTiles({ minute }: { minute: string }) {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const numbers = useAnswer(() => desk.countEach(QUESTIONS), [desk, revision, minute])
  return (
    <div className="today-numbers">
      {TILES.map((tile, i) => (
        <TileCard key={tile.name} tile={tile} n={numbers?.[2 * i]} under={numbers?.[2 * i + 1]} />
      ))}
    </div>
  )
}

type TileCardProps = {
  readonly tile: (typeof TILES)[number]
  readonly n: number | undefined
  readonly under: number | undefined
}

function TileCard({ tile, n, under }: TileCardProps) {
  const { t } = useTranslation('cases')
  const { name, filter, sort } = tile
  const open = (): void => {
    useListPlace.setState({ sort })
    setCaseFilter(filter)
    go({ screen: 'cases' })
  }
  return (
    <button type="button" className="card" onClick={open}>
      <span className="muted">{t(`tile.${name}`)}</span>
      <b className={n !== undefined && n > 0 && 'tone' in tile ? tile.tone : ''}>{n?.toLocaleString('en') ?? '…'}</b>
      <span className="small muted">
        {under === undefined ? ' ' : t(`tile.under.${name}`, { n: under.toLocaleString('en') })}
      </span>
    </button>
  )
}
