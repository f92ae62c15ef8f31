/** One bad rating: what was said, where it stands, what can be done now, and what was done. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RatingRow } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useRowWords } from '#app/ui/row-words.ts'
import { TypeLetter } from '#app/ui/service-type-tile.tsx'
import type { Moment } from '#core/lib/time.ts'
import type { RatingStep } from '#core/revisit/codes.ts'
import { RatingSaid } from './rating-said.tsx'

type RatingCardProps = {
  readonly row: RatingRow
  readonly now: Moment
  readonly isChosen: boolean
  /** Whoever looks was rated: not which case it was. */
  readonly isHidden: boolean
  readonly onChoose: () => void
  readonly onStep: (step: RatingStep) => void
  readonly onPrint: () => void
}

export function RatingCard({ row, now, isChosen, isHidden, onChoose, onStep, onPrint }: RatingCardProps) {
  const { t } = useTranslation(['revisit', 'case-file'])
  const moments = useMomentWords(now)
  const nameOf = useTwoNames()
  const { codes } = useRowWords(now)
  const isLate = row.state === 'to-rectify' && row.dueAt !== null && row.dueAt < now
  const about = [nameOf(row.category), row.provider, row.rated.length > 0 ? t('rating.by', { names: row.rated.join(t('case-file:listComma')) }) : ''] // prettier-ignore
  return (
    <article
      className={`card rating${isChosen ? ' chosen' : ''}`}
      aria-label={row.number}
      aria-current={isChosen}
      onClick={onChoose}
    >
      <header>
        <TypeLetter type={row.serviceType} codes={codes} />
        <b>{row.number}</b>
        <span className={`rating-state ${row.state}`}>{t(`rating.where.${row.state}`)}</span>
        {row.state === 'to-rectify' && row.dueAt !== null && (
          <span className={isLate ? 'bad' : 'muted'}>
            {t(isLate ? 'rating.late' : 'rating.until', { at: moments.limit(row.dueAt) })}
          </span>
        )}
        <span className="muted small rating-when">{moments.timed(row.at)}</span>
      </header>
      <div className="rating-body">
        <div>
          <RatingSaid row={row} />
          <p className="muted small">{about.filter(Boolean).join(' · ')}</p>
          {isHidden ? (
            <p className="muted small">{t('rating.hiddenText')}</p>
          ) : (
            <a className="small" href={pathOf({ screen: 'case', id: row.case })}>
              {t('rating.openCase', { number: row.caseNumber ?? '' })}
            </a>
          )}
          {row.dueUnsure && <p className="warn small">{t('rating.unsure')}</p>}
        </div>
        <ol className="rating-steps" aria-label={t('rating.steps')}>
          {row.told.length === 0 && <li className="muted small">{t('rating.none')}</li>}
          {row.told.map((one) => (
            <li key={one.step + one.at}>
              <span className="muted small">{moments.timed(one.at)}</span> <b>{one.by}</b>{' '}
              {one.reason ? t('step.notOursBecause', { reason: t(`notOurs.${one.reason}`) }) : t(`step.${one.step}`)}
              {one.self && t('step.self')}
              {one.note && <blockquote>{one.note}</blockquote>}
            </li>
          ))}
        </ol>
      </div>
      <footer className="row">
        {row.steps.map((step, i) => (
          <Button
            key={step}
            size="small"
            type={i === 0 && step !== 'appealed' ? 'primary' : 'default'}
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onStep(step)}
          >
            {t(`rating.do.${step}`)}
            {isChosen && <Kbd keys={String(i + 1)} />}
          </Button>
        ))}
        {row.state === 'to-revisit' && !isHidden && (
          <a className="small" href={pathOf({ screen: 'revisit', id: 'calls' })}>
            {t('rating.do.revisit')}
          </a>
        )}
        <Button size="small" type="link" tabIndex={isChosen ? 0 : -1} onClick={onPrint}>
          {t('rating.print')}
          {isChosen && <Kbd keys="P" />}
        </Button>
      </footer>
    </article>
  )
}
