import { useTranslation } from 'react-i18next'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { Cards } from './cards.ts'
import { StaleNote } from './stale-note.tsx'

type CardRowsProps = {
  readonly cards: Cards
  readonly at: number
  readonly onSelect: (i: number) => void
  readonly onOpen: (i: number) => void
}

/** One card a line: what it is about, where it comes from, and whether it may still be told. */
export function CardRows({ cards, at, onSelect, onOpen }: CardRowsProps) {
  const { t } = useTranslation('learning')
  const names = useTwoNames()
  const moments = useMomentWords(useNow())
  const row = (i: number) => ({
    className: i === at ? 'selected' : '',
    'aria-current': i === at,
    onClick: () => onSelect(i),
    onDoubleClick: () => onOpen(i),
  })
  return (
    <ul className="card learning-rows" aria-label={t(`tab.${cards.kind}`)}>
      {cards.kind === 'models'
        ? cards.rows.map((card, i) => (
            <li key={card.id} {...row(i)}>
              <ServiceTypeTile type={card.serviceType || null} />
              <div>
                <a href={pathOf({ screen: 'learning', id: card.id })}>{card.title}</a>
                <div className="one-line muted small">{card.situation}</div>
              </div>
              <div className="small muted">
                <div>{names(card.categoryName)}</div>
                <div>{moments.at(card.at)}</div>
              </div>
            </li>
          ))
        : cards.rows.map((card, i) => (
            <li key={card.id} {...row(i)}>
              <div>
                <a href={pathOf({ screen: 'learning', id: card.id })}>{card.title}</a> <StaleNote card={card} />
                <div className="one-line muted small">{card.text}</div>
              </div>
              <div className="small muted">
                <div>{[card.source, card.number].filter(Boolean).join(' ')}</div>
                <div>{card.date}</div>
              </div>
            </li>
          ))}
    </ul>
  )
}
