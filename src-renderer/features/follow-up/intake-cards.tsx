/** What 受理 left for the page of a case: an order to be answered in its form, a child to be reported. Loaded when there is one. */
import { lazy, Suspense } from 'react'
import type { CaseView } from '#app/services/desk-types.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { dangersIn } from '#core/intake/danger-words.ts'
import type { Moment } from '#core/lib/time.ts'

const ChildCard = lazy(async () => ({ default: (await import('./child-card.tsx')).ChildCard }))
const OrderCard = lazy(async () => ({ default: (await import('./order-card.tsx')).OrderCard }))

export function IntakeCards({ view, now }: { readonly view: CaseView; readonly now: Moment }) {
  const { fields, acts } = view.file
  const child =
    actsOf(acts, 'child-report').length === 0
      ? dangersIn(`${fields.title ?? ''}\n${fields.text ?? ''}`).find(({ kind }) => kind === 'child')
      : undefined
  return (
    <Suspense fallback={null}>
      {child && <ChildCard view={view} word={child.word} />}
      {fields.orderNumber && <OrderCard view={view} now={now} />}
    </Suspense>
  )
}
