/** A number; when there is something behind it, a button that opens its cases. */
import type { ReactNode } from 'react'
import type { Period } from '#core/figures/period.ts'
import type { FigureKey } from '#core/reports/report-figures.ts'
import type { OpenFigure } from './use-open-figure.ts'

type FigureProps = {
  readonly value: number
  readonly figure: FigureKey
  readonly period?: Period
  readonly onOpen: OpenFigure | null
  /** Says what it counts: the number alone tells a screen reader nothing. */
  readonly label: string
  readonly children?: ReactNode
}

export function Figure({ value, figure, period, onOpen, label, children }: FigureProps) {
  const shown = children ?? value.toLocaleString('en')
  if (value === 0 || !onOpen) return <span>{shown}</span>
  return (
    <button
      type="button"
      className="figure"
      aria-label={`${label}: ${typeof children === 'string' ? children : value}`}
      onClick={() => onOpen(figure, period)}
    >
      {shown}
    </button>
  )
}
