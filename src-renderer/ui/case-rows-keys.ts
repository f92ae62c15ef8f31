/** The keys of a long list: ↑↓, a screen at a time, to either end, Enter. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys, type KeyBinding } from './keys.ts'

type RowKeys = {
  readonly at: number
  readonly total: number
  readonly onSelect: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly openLabel: string
  /** Rows that PageUp and PageDown go by, where CaseRows does not tell. */
  readonly page?: number
}

/** Answers what CaseRows' `onFit` wants. */
export function useRowKeys({ at, total, onSelect, onOpen, openLabel, page }: RowKeys): (rows: number) => void {
  const { t } = useTranslation('cases')
  const [fit, setFit] = useState(1)
  const select = (index: number): void => onSelect(Math.max(0, Math.min(total - 1, index)))
  const step = page ?? Math.max(1, fit - 1)
  const keys: readonly KeyBinding[] = [
    { key: 'ArrowUp', label: t('keyUp'), run: () => select(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('keyDown'), run: () => select(at + 1), quiet: true },
    { key: 'PageUp', label: t('keyPageUp'), run: () => select(at - step), quiet: true },
    { key: 'PageDown', label: t('keyPageDown'), run: () => select(at + step), quiet: true },
    { key: 'Home', label: t('keyHome'), run: () => select(0), quiet: true },
    { key: 'End', label: t('keyEnd'), run: () => select(total - 1), quiet: true },
    { key: 'Enter', label: openLabel, run: () => onOpen(at) },
  ]
  // Of an empty list nothing can be opened: its keys are not offered.
  useKeys(total > 0 ? keys : [])
  return setFit
}
