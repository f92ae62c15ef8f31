import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, hasValues, startAgain, type Loaded, type MapStep } from './import-state.ts'

export const STEPS = ['choose', 'columns', 'values', 'check'] as const
export type Step = (typeof STEPS)[number]

/** The step before, or after, leaving out the values when there are none to choose. */
const neighbour = (step: MapStep, loaded: Loaded, by: 1 | -1): Step => {
  const next = STEPS[STEPS.indexOf(step) + by]!
  return next === 'values' && !hasValues(loaded) ? STEPS[STEPS.indexOf(next) + by]! : next
}

/** 上一步, and 下一步 or what stands in its place. */
export function StepButtons({
  step,
  loaded,
  ready = true,
  children,
}: {
  step: MapStep
  loaded: Loaded
  ready?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('import')
  const go = (by: 1 | -1): void => {
    const to = neighbour(step, loaded, by)
    if (to === 'choose') startAgain()
    else goTo(to, loaded)
  }
  return (
    <div className="import-buttons">
      <Button onClick={() => go(-1)}>{t('back')}</Button>
      {children ?? (
        <Button type="primary" autoFocus disabled={!ready} onClick={() => go(1)}>
          {t('next')}
        </Button>
      )}
    </div>
  )
}
