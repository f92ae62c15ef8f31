/** 差评: verify → put right → ask again, and the objection of whoever was rated. Nobody has to open it: a bad rating is here. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValues } from 'react-hook-form'
import type { RatingRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { RecordRatingStep } from '#core/feedback/record-rating-step.ts'
import { isOpenRating, type RatingStep } from '#core/revisit/codes.ts'
import { ratingForm } from './rating-form.tsx'
import { RatingCard } from './rating-card.tsx'
import { RevisitTabs } from './revisit-tabs.tsx'

const SHOWN = ['open', 'done', 'all'] as const
/** Drawn at once; a station with more has other worries. */
const PAGE = 50

export function BadRatings({
  Print,
}: {
  readonly Print: ComponentType<{ readonly revisit: string; readonly onClose: () => void }>
}) {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const now = useNow()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(
    async () => ({ rows: await desk.badRatings(), rules: await desk.revisitRules() }),
    [desk, revision],
  )
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('open')
  const [chosen, setChosen] = useState(0)
  const [most, setMost] = useState(PAGE)
  const [asked, setAsked] = useState<{ readonly row: RatingRow; readonly step: RatingStep } | null>(null)
  const [kept, setKept] = useState<Readonly<Record<string, FieldValues>>>({})
  const [printing, setPrinting] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const all = answer?.rows ?? []
  const wanted = all.filter(({ state }) => shown === 'all' || isOpenRating(state) === (shown === 'open'))
  const rows = wanted.slice(0, most)
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  const choose = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setChosen(next)
    document.querySelector(`[data-rating="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const step = (row: RatingRow, name: RatingStep): void => {
    setSaid('')
    setAsked({ row, step: name })
  }
  useKeys([
    { key: 'ArrowUp', label: t('rating.up'), run: () => choose(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('rating.down'), run: () => choose(at + 1), quiet: true },
    ...(here?.steps ?? []).map((name, i) => ({
      key: String(i + 1),
      label: t(`rating.do.${name}`),
      run: () => step(here!, name),
    })),
    ...(here ? [{ key: 'P', label: t('rating.print'), run: () => setPrinting(here.revisit) }] : []),
  ])
  const keyOf = asked && `${asked.row.revisit} ${asked.step}`
  return (
    <>
      <PageHead title={t('tabs.ratings')} aside={t('rating.lead')}>
        <Chips
          options={SHOWN.map((value) => ({ value, label: t(`rating.show.${value}`) }))}
          value={shown}
          onChange={(value) => {
            setShown(value)
            setChosen(0)
            setMost(PAGE)
          }}
        />
      </PageHead>
      <RevisitTabs at="ratings" />
      {answer?.rules.isSmall && all.length > 0 && <p className="muted small rating-small">{t('rating.small')}</p>}
      <div aria-live="polite" className="muted small">
        {said}
      </div>
      {!answer ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState
            title={t(shown === 'open' ? 'rating.emptyTitle' : 'rating.emptyAll')}
            text={t('rating.emptyText')}
          />
        </div>
      ) : (
        <div className="rating-list">
          {rows.map((row, i) => (
            <div key={row.revisit} data-rating={i}>
              <RatingCard
                row={row}
                now={now}
                isChosen={i === at}
                isHidden={row.isOwn && !answer.rules.isSmall}
                onChoose={() => setChosen(i)}
                onStep={(name) => step(row, name)}
                onPrint={() => setPrinting(row.revisit)}
              />
            </div>
          ))}
          {wanted.length > rows.length && (
            <Button onClick={() => setMost(most + PAGE)}>{t('rating.more', { n: wanted.length - rows.length })}</Button>
          )}
        </div>
      )}
      {printing !== null && <Print revisit={printing} onClose={() => setPrinting(null)} />}
      {asked && answer && keyOf !== null && (
        <FormDrawer
          key={keyOf}
          title={`${t(`rating.ask.${asked.step}`)} · ${asked.row.number}`}
          saveLabel={t('rating.save')}
          spec={ratingForm}
          context={{ ...asked, rules: answer.rules }}
          kept={kept[keyOf]}
          save={(input) => desk.run({ name: 'record-rating-step', input: input as RecordRatingStep })}
          onSaved={() => {
            setKept(Object.fromEntries(Object.entries(kept).filter(([other]) => other !== keyOf)))
            setAsked(null)
            setSaid(`${t('rating.saved')} · ${asked.row.number}`)
          }}
          onLeave={(typed) => {
            setKept({ ...kept, [keyOf]: typed })
            setAsked(null)
          }}
        />
      )}
    </>
  )
}
