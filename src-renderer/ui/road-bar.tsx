/** The road as six small strokes, for lists: what is done, what comes next. */
import type { RoadStep, ServiceType, Status } from '#core/case-file/codes.ts'
import { roadWords } from './road-words.ts'
import type { RowWords } from './row-words.ts'

const STEPS: Readonly<Record<Status, number>> = {
  received: 0,
  dispatched: 1,
  'in-work': 2,
  answered: 3,
  closed: 4,
  revisited: 5,
}
const ORDER: readonly RoadStep[] = ['receive', 'dispatch', 'handle', 'answer', 'close', 'revisit']

export function RoadBar({ status, type, words }: { status: Status; type: ServiceType | null; words: RowWords }) {
  const reached = STEPS[status]
  const label = words.app('road.label', { step: roadWords(words.codes, type)(ORDER[reached]!) })
  return (
    <span className="road-bar" role="img" aria-label={label} title={label}>
      {ORDER.map((step, i) => (
        <i key={step} className={i <= reached ? 'done' : i === reached + 1 ? 'now' : ''} />
      ))}
    </span>
  )
}
