/** What other verbs bring to the case page; app/case-actions.tsx fills it in. */
import type { ComponentType } from 'react'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'

export type CaseActions = {
  readonly forms: Readonly<
    Record<
      | 'classify'
      | 'dispatch'
      | 'dispatch-co'
      | 'record-gap'
      | 'record-revisit'
      | 'record-finding'
      | 'receive-supervision',
      FormSpec<CaseView>
    >
  >
  readonly Recommended: ComponentType<{
    readonly view: CaseView
    readonly onAsk: (provider: string) => void
    /** Opens the form of 服务缺口. */
    readonly onGap: () => void
    /** `acts`: what was written, to be taken back. */
    readonly onSent: (way: 'dispatch' | 'report-up', acts: readonly string[]) => void
  }>
  /** 资金: what each order reserved, and what was paid. */
  readonly Money?: ComponentType<{ readonly view: CaseView }>
  /** 督查督办: what has to be put right or answered. */
  readonly Supervision?: ComponentType<{ readonly view: CaseView }>
  /** The button 打印 with its own menu, previews and the key P. */
  readonly Print?: ComponentType<{ readonly view: CaseView }>
}
