import type { ComponentType } from 'react'
import type { Have } from '#core/have/codes.ts'
import type { HavePhoto } from '#core/have/fields.ts'

export type PrintChecklistProps = { readonly place: string; readonly have: Have; readonly onClose: () => void }

/** What other rooms bring: the paper, and how a picture is shown. */
export type HaveSlots = {
  readonly Print: ComponentType<PrintChecklistProps>
  readonly Photos: ComponentType<{ readonly photos: readonly HavePhoto[] }>
}
