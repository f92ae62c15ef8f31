/** The road as six small strokes, for lists: what is done, what comes next. */
import { useTranslation } from 'react-i18next'
import type { RoadStep, ServiceType, Status } from '#core/case-file/codes.ts'
import { useRoadWords } from './road-words.ts'

const STEPS: Readonly<Record<Status, number>> = {
  received: 0,
  dispatched: 1,
  'in-work': 2,
  answered: 3,
  closed: 4,
  revisited: 5,
}
const ORDER: readonly RoadStep[] = ['receive', 'dispatch', 'handle', 'answer', 'close', 'revisit']

export function RoadBar({ status, type }: { status: Status; type: ServiceType | null }) {
  const { t } = useTranslation('app')
  const word = useRoadWords(type)
  const reached = STEPS[status]
  const label = t('road.label', { step: word(ORDER[reached]!) })
  return (
    <span className="road-bar" role="img" aria-label={label} title={label}>
      {ORDER.map((step, i) => (
        <i key={step} className={i <= reached ? 'done' : i === reached + 1 ? 'now' : ''} />
      ))}
    </span>
  )
}
