/** What other verbs bring to 受理: features may not name each other, the app may (app/intake-page.tsx). */
import type { ComponentType } from 'react'
import type { ServiceType } from '#core/case-file/codes.ts'

/** What a suggestion is made from, and what choosing one fills in. */
export type SuggestionProps = {
  readonly text: string
  readonly category: string
  readonly onChoose: (category: string, serviceType: ServiceType) => void
}

/** `onPicked`: what the leaf brings. */
export type CategoryFieldProps = {
  readonly name: 'category'
  readonly beside: boolean
  readonly onPicked: (leaf: { readonly serviceType: ServiceType }) => void
}

/** What similar requests were answered with; `text` is settled by the card that asks. */
export type WaysProps = { readonly text: string; readonly category: string }

export type IntakeSlots = {
  /** 建议分类: the middle card. */
  readonly Suggestion: ComponentType<SuggestionProps>
  /** 诉求分类 out of the catalogue, tied to the field `category` of the form around it. */
  readonly Category: ComponentType<CategoryFieldProps>
  /** 类似办法: model cases and policy cards that say the same. */
  readonly Ways: ComponentType<WaysProps>
}
