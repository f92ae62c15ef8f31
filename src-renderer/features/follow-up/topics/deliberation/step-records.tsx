/** What was recorded of one step; two records that did not know each other stand side by side. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DeliberationView, StepShown } from '#app/services/desk-types.ts'
import type { DeliberationStep } from '#core/topic/deliberation-codes.ts'

type StepRecordsProps = {
  readonly about: DeliberationView
  readonly step: DeliberationStep
  readonly onAnswer: (record: string) => void
}

export function StepRecords({ about, step, onAnswer }: StepRecordsProps) {
  const { t } = useTranslation('deliberation')
  const records = about.road.find((one) => one.step === step)!.records
  const corrected = about.corrected.filter((one) => one.step === step)
  if (records.length === 0) return null
  return (
    <section className="step-records small" aria-label={t(`step.${step}`)}>
      <h4>{t(`step.${step}`)}</h4>
      <ul>
        {records.map((record) => (
          <li key={record.id}>
            <Record record={record} />
            {record.objection && !record.answer && (
              <Button size="small" onClick={() => onAnswer(record.id)}>
                {t('objection.answer')}
              </Button>
            )}
          </li>
        ))}
        {corrected.map((record) => (
          <li key={record.id} className="gone">
            <span>{t('record.corrected')}</span> <Record record={record} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Record({ record }: { readonly record: StepShown }) {
  const { t } = useTranslation('deliberation')
  const facts = [
    record.skipped && t('record.skipped', { reason: record.reason }),
    record.present !== undefined && t('record.came', { count: record.present }),
    record.votesFor !== undefined && t('record.votes', { votesFor: record.votesFor, against: record.against ?? 0, abstain: record.abstain ?? 0 }), // prettier-ignore
    record.legality && t(`legality.${record.legality}`),
    record.checkedBy,
    record.where,
    record.until && t('record.ended', { day: record.until }),
  ]
  return (
    <div>
      <b>{record.on}</b> {facts.filter(Boolean).join(' · ')} <span className="muted">{record.byName}</span>
      {record.objection && (
        <p>
          {record.who || t('objection.nobody')}：{record.objection}
        </p>
      )}
      {record.step === 'objections' && !record.skipped && !record.objection && <p>{t('objection.none')}</p>}
      {record.answer && (
        <p className="muted">
          {t('objection.answered', { day: record.answeredOn ?? '' })}：{record.answer}
        </p>
      )}
      {record.text && <p className="quote">{record.text}</p>}
      {record.note && <p className="muted">{record.note}</p>}
    </div>
  )
}
