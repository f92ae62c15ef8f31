/**
 * A day, or a day and a time, typed as on paper or picked from a month. The browser's own field would follow the
 * language of the PC, not of the program.
 */
import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { RefCallBack } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import { shownMoment, typedDay, typedMoment } from '#core/lib/typed-time.ts'
import type { FieldBind } from './field.tsx'
import { MonthGrid } from './month-grid.tsx'
import './day-input.css'

/** Of a day that was picked while no time stood there: when a station opens. */
const MORNING = '09:00'

type DayInputProps = {
  readonly bind: FieldBind
  /** With a time: values are moments; without: days. */
  readonly timed?: boolean
  /** Whatever cannot be read is kept as it was typed: the form refuses it, nobody loses it. */
  readonly value: string | undefined
  /** undefined: emptied. */
  readonly onChange: (value: string | undefined) => void
  readonly onBlur: () => void
  readonly focusRef: RefCallBack
}

export function DayInput({ bind, timed = false, value, onChange, onBlur, focusRef }: DayInputProps) {
  const { t } = useTranslation('app')
  const read = (typed: string): string | undefined =>
    typed.trim() === '' ? undefined : ((timed ? typedMoment(typed) : typedDay(typed)) ?? typed)
  const shown = (kept: string | undefined): string => (kept?.[10] === 'T' ? shownMoment(kept) : (kept ?? ''))
  const [typed, setTyped] = useState(() => shown(value))
  // Emptied or filled by the form itself.
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (read(typed) !== (value || undefined)) setTyped(shown(value))
  }
  const [today, setToday] = useState<Day | null>(null)
  const input = useRef<InputRef>(null)
  const close = (): void => {
    setToday(null)
    input.current?.focus()
  }
  const type = (next: string): void => {
    setTyped(next)
    onChange(read(next))
  }
  const pick = (day: Day): void => {
    const time = typedMoment(typed)?.slice(11, 16) ?? MORNING
    type(timed ? `${day} ${time}` : day)
    close()
  }
  return (
    <>
      <div className="day-input">
        <Input
          {...bind}
          ref={(box) => {
            input.current = box
            focusRef(box)
          }}
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          placeholder={t(timed ? 'calendar.moment' : 'calendar.day')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            setTyped(shown(read(typed)))
            onBlur()
          }}
        />
        <Button
          aria-expanded={today !== null}
          onClick={() => setToday(today === null ? dayOf(momentOf(Date.now())) : null)}
        >
          {t('calendar.open')} {today === null ? '▾' : '▴'}
        </Button>
      </div>
      {today !== null && (
        <MonthGrid chosen={typedDay(typed.trim().split(/\s/)[0] ?? '')} today={today} onPick={pick} onClose={close} />
      )}
    </>
  )
}
