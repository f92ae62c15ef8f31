/** One month to pick a day from: arrows move by a day or a week, PgUp and PgDn by a month, Esc closes only this. */
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, weekday, type Day } from '#core/lib/time.ts'
import './day-input.css'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
const firstOf = (day: Day): Day => `${day.slice(0, 8)}01`
const monthAfter = (day: Day): Day => firstOf(addDays(firstOf(day), 31))
const monthBefore = (day: Day): Day => firstOf(addDays(firstOf(day), -1))

/** Weeks begin on Monday; days of the months around fill the first and the last one. */
function weeksOf(day: Day): readonly (readonly Day[])[] {
  const first = addDays(firstOf(day), -((weekday(firstOf(day)) + 6) % 7))
  const weeks = [0, 7, 14, 21, 28, 35].map((from) => [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(first, from + i)))
  return weeks.filter(([monday = ''], i) => i === 0 || monday < monthAfter(day))
}

const intoView = (grid: HTMLElement | null): void => grid?.scrollIntoView({ block: 'nearest' })

type MonthGridProps = {
  readonly chosen: Day | null
  readonly today: Day
  readonly onPick: (day: Day) => void
  readonly onClose: () => void
}

export function MonthGrid({ chosen, today, onPick, onClose }: MonthGridProps) {
  const { t, i18n } = useTranslation('app')
  const [at, setAt] = useState(chosen ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const byArrows = useRef(true)
  useEffect(() => {
    if (byArrows.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    byArrows.current = false
  })
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (event.key === 'Escape') onClose()
    else if (step !== undefined) setAt(addDays(at, step))
    else if (event.key === 'PageUp') setAt(monthBefore(at))
    else if (event.key === 'PageDown') setAt(monthAfter(at))
    else return
    byArrows.current = true
    event.preventDefault()
    event.stopPropagation()
  }
  const weekdays = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const weeks = weeksOf(at)
  return (
    <div ref={intoView} className="month-grid card" onKeyDown={press}>
      <div className="row">
        <Button size="small" type="text" aria-label={t('calendar.before')} onClick={() => setAt(monthBefore(at))}>
          ‹
        </Button>
        <b aria-live="polite">{at.slice(0, 7)}</b>
        <Button size="small" type="text" aria-label={t('calendar.after')} onClick={() => setAt(monthAfter(at))}>
          ›
        </Button>
      </div>
      <table ref={grid}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekdays.format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    className={day.slice(0, 7) === at.slice(0, 7) ? '' : 'outside'}
                    aria-label={day}
                    aria-pressed={day === chosen}
                    tabIndex={day === at ? 0 : -1}
                    {...(day === today && { 'aria-current': 'date' as const })}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
