/** One cell: a number, whether on foot or until they arrive, and the ring of the 一刻钟便民生活圈 that it stands in. */
import { Button, Input } from 'antd'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MinutesCell as Said } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { ringOf, ringWanted } from '#core/routing/life-circle.ts'

type How = NonNullable<Said>['how']
type MinutesCellProps = {
  readonly service: { readonly id: string; readonly name: string }
  readonly place: { readonly id: string; readonly name: string }
  readonly column: number
  readonly said: Said
  /** What is meant when nobody has chosen: a service that only comes is counted until it is there. */
  readonly usual: How
}

export function MinutesCell({ service, place, column, said, usual }: MinutesCellProps) {
  const { t } = useTranslation('routing')
  const { desk } = useServices()
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<'wrong' | 'notSaved' | null>(null)
  const saving = useRef(false)
  const explained = useId()
  const how = said?.how ?? usual
  const shown = typed ?? (said ? String(said.minutes) : '')

  const save = async (minutes: number | null, by: How): Promise<void> => {
    if (saving.current || (minutes === (said?.minutes ?? null) && by === how)) return setTyped(null)
    saving.current = true
    const saved = await desk.run({ name: 'save-reach', input: { service: service.id, place: place.id, minutes, how: by } }) // prettier-ignore
    saving.current = false
    setTrouble(saved.ok ? null : 'notSaved')
    if (saved.ok) setTyped(null)
  }
  const leave = (): void => {
    if (typed === null) return
    const words = typed.trim()
    const minutes = words === '' ? null : Number(words)
    if (minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 600)) return setTrouble('wrong')
    void save(minutes, how)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      setTyped(null)
      setTrouble(null)
    }
    if (event.key === 'Enter') goTo(event.currentTarget, column, event.shiftKey ? -1 : 1)
  }
  return (
    <div className="minutes-cell">
      <div className="row">
        <Input
          size="small"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={shown}
          placeholder={t('minutes.unknown')}
          status={trouble ? 'error' : ''}
          aria-label={t('minutes.cell', { service: service.name, place: place.name })}
          aria-invalid={trouble !== null}
          aria-describedby={explained}
          data-column={column}
          onChange={(event) => {
            setTyped(event.target.value)
            setTrouble(null)
          }}
          onKeyDown={press}
          onBlur={leave}
        />
        {said && (
          <Button
            size="small"
            type="text"
            // Begins with what is seen on it.
            aria-label={`${t(`minutes.${how}`)} · ${t('minutes.how', { service: service.name, place: place.name })}`}
            onClick={() => void save(said.minutes, how === 'walk' ? 'arrive' : 'walk')}
          >
            {t(`minutes.${how}`)}
          </Button>
        )}
      </div>
      <div id={explained} className={`small ${trouble ? 'bad' : 'muted'}`}>
        {trouble ? (
          t(`minutes.${trouble}`)
        ) : said?.how === 'walk' ? (
          <Ring minutes={said.minutes} name={service.name} />
        ) : null}
      </div>
    </div>
  )
}

function Ring({ minutes, name }: { minutes: number; name: string }) {
  const { t } = useTranslation('routing')
  const ring = ringOf(minutes)
  const wanted = ringWanted(name)
  if (wanted !== null && minutes > wanted) return t('minutes.beyond', { n: wanted })
  return ring === null ? t('minutes.beyond', { n: 15 }) : t('minutes.ring', { n: wanted ?? ring })
}

/** Down the column as on a sheet; leaving the cell saves it. */
function goTo(input: HTMLInputElement, column: number, step: 1 | -1): void {
  const cells = [
    ...(input.closest('table')?.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`) ?? []),
  ]
  const next = cells[cells.indexOf(input) + step]
  if (next) next.focus()
  else input.blur()
}
