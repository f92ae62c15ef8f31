/** 放假安排: which years are known, and bringing in another one: looked at before anything is saved. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { YearRead } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { YEAR_CODES, type YearCode } from '#core/limits/check-year.ts'
import type { CalendarProblem } from '#core/settings/calendar-file.ts'
import { useStationChange } from './use-station-change.tsx'

type Read = { readonly file: string; readonly year: YearRead }

export function CalendarCard() {
  const { t } = useTranslation(['limits', 'codes'])
  const { desk } = useServices()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  const saving = useStationChange()
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [wrong, setWrong] = useState<CalendarProblem | null>(null)
  const [added, setAdded] = useState<number | null>(null)
  if (phase.kind !== 'open' || !rules) return null

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setRead(null)
    setWrong(null)
    setAdded(null)
    const year = await desk.readCalendar(file.name, new Uint8Array(await file.arrayBuffer()))
    if (year.ok) setRead({ file: file.name, year: year.value })
    else setWrong(year.error)
  }
  const add = async ({ file, year: { year, off, work } }: Read): Promise<void> => {
    const station = `station:${phase.opened.card.id}`
    const fields = { year, off: [...off], work: [...work], source: file.slice(0, 200) }
    if (!(await saving.change({ name: 'add-calendar-year', input: { station, ...fields } }))) return
    setRead(null)
    setAdded(year)
  }
  return (
    <div className="card">
      <h3>{t('limits:settings.calendar')}</h3>
      <p>{t('limits:settings.calendarHint')}</p>
      <dl className="facts">
        {rules.years.map(({ year, source, off, work, working }) => (
          <div key={year} style={{ display: 'contents' }}>
            <dt>{t('limits:settings.year', { year })}</dt>
            <dd>
              {t('limits:settings.counts', { off, work, working })}{' '}
              <span className="muted small">
                {source === null ? t('limits:settings.builtIn') : t('limits:settings.fromFile', { file: source })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="warn small">{t('limits:settings.unknown', { year: rules.unknown })}</p>
      <Button onClick={() => input.current?.click()}>{t('limits:settings.add')}</Button>{' '}
      <span className="muted small">{t('limits:settings.formats')}</span>
      {/* The button above opens it and carries the name. */}
      <input
        ref={input}
        type="file"
        accept=".json,.xlsx,.csv"
        hidden
        aria-label={t('limits:settings.add')}
        onChange={(event) => {
          void take(event.target.files?.[0])
          // The same file may be chosen again once it is corrected.
          event.target.value = ''
        }}
      />
      {wrong && (
        <div className="problem" role="alert">
          {isYearCode(wrong.code)
            ? t(`limits:yearProblem.${wrong.code}`, { line: wrong.line, word: wrong.word })
            : t('limits:yearProblem.file')}
        </div>
      )}
      {read && (
        <div className="done-note" role="status">
          <p>
            {t('limits:settings.adding', {
              year: read.year.year,
              off: read.year.off.length,
              work: read.year.work.length,
            })}{' '}
            {read.year.replaces && t('limits:settings.replaces', { year: read.year.year })}
          </p>
          {read.year.missing.length > 0 && (
            <p className="warn">{t('limits:settings.missing', { days: read.year.missing.join(', ') })}</p>
          )}
          <div className="row">
            <Button type="primary" loading={saving.busy} onClick={() => void add(read)}>
              {t('limits:settings.confirm', { year: read.year.year })}
            </Button>
            <Button onClick={() => setRead(null)}>{t('limits:settings.cancel')}</Button>
          </div>
        </div>
      )}
      {added !== null && (
        <div className="done done-note" role="status">
          {t('limits:settings.added', { year: added })}
        </div>
      )}
      {saving.problem}
    </div>
  )
}

const isYearCode = (code: CalendarProblem['code']): code is YearCode => (YEAR_CODES as readonly string[]).includes(code)
