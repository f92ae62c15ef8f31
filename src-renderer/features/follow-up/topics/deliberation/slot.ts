import type { ComponentType } from 'react'
import type { DeliberationView } from '#app/services/desk-types.ts'
import type { DeliberationPaper } from '#core/reports/papers/deliberation-words.ts'

/** The papers belong to the reports. */
export type PrintDeliberationSlot = ComponentType<{
  readonly about: DeliberationView
  readonly paper: DeliberationPaper
  readonly onClose: () => void
}>
