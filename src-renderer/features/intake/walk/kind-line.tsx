/** 类型 and 缓急 as they are ticked on the paper: its digits and letters are keys here, wherever in the two rows one stands. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import type { Urgency } from '#core/case-file/codes.ts'
import { WALK_PAPER_KINDS, WALK_PAPER_URGENCIES } from '#core/reports/papers/walk-sheet-words.ts'
import type { WalkKind } from './typed-row.ts'

type KindLineProps = {
  readonly kind: WalkKind | undefined
  readonly urgency: Urgency
  readonly error: string | undefined
  readonly onKind: (kind: WalkKind) => void
  readonly onUrgency: (urgency: Urgency) => void
}

export function KindLine({ kind, urgency, error, onKind, onUrgency }: KindLineProps) {
  const { t } = useTranslation(['walk', 'codes'])
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = WALK_PAPER_KINDS[Number(event.key) - 1]
    const letter = WALK_PAPER_URGENCIES['ABC'.indexOf(event.key.toUpperCase())]
    if (event.key.length !== 1 || (!digit && !letter)) return
    event.preventDefault()
    if (digit) onKind(digit)
    else onUrgency(letter!)
  }
  return (
    <div className="walk-kinds" onKeyDown={press}>
      <Field label={t('walk:entry.kind')} error={error} group>
        {(bind) => (
          <Chips
            options={WALK_PAPER_KINDS.map((value, i) => ({
              value,
              label: `${i + 1} ${t(`codes:requestKind.${value}`)}`,
            }))}
            value={kind}
            onChange={onKind}
            describedBy={bind['aria-describedby']}
            invalid={bind['aria-invalid']}
          />
        )}
      </Field>
      <Field label={t('walk:entry.urgency')} group>
        {() => (
          <Chips
            options={WALK_PAPER_URGENCIES.map((value, i) => ({ value, label: `${'ABC'[i]} ${t(`codes:urgency.${value}`)}` }))} // prettier-ignore
            value={urgency}
            onChange={onUrgency}
          />
        )}
      </Field>
    </div>
  )
}
