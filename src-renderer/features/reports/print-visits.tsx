/** The visit plan on paper: one button for the plan's head. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitQuery } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useKeys } from '#app/ui/keys.ts'
import { dayOf } from '#core/lib/time.ts'
import type { PaperFrame, Reader } from '#core/reports/papers/paper.ts'
import { VISIT_ROWS, visitPlanPaper, type VisitToPrint } from '#core/reports/papers/visit-plan.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

export type PrintVisitsProps = {
  readonly query: Omit<VisitQuery, 'offset' | 'limit'>
  readonly area: string
  readonly disabled: boolean
}

export function PrintVisits({ query, area, disabled }: PrintVisitsProps) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const [open, setOpen] = useState<{ readonly rows: readonly VisitToPrint[]; readonly frame: PaperFrame } | null>(null)
  const start = async (): Promise<void> => {
    if (disabled) return
    const [plan, frame] = await Promise.all([desk.visitPlan({ ...query, offset: 0, limit: VISIT_ROWS }), makeFrame()])
    const rows = plan.rows.map(({ person, tier, due }): VisitToPrint => ({
      name: person.name,
      phoneTail: person.phoneTail,
      place: person.place,
      marks: [t(`tier.${tier}`), ...person.marks.map((mark) => t(`mark.${mark}`))].join(t('twin.and')),
      due: dayOf(due.at),
      overdue: due.overdue,
      last: due.last && dayOf(due.last),
    }))
    setOpen({ rows, frame })
  }
  useKeys([{ key: 'Ctrl+P', label: t('plan.print'), run: () => void start(), quiet: true }])
  const about = [area, query.tier && t(`tier.${query.tier}`), query.until && `≤ ${query.until}`].filter(Boolean).join('　') // prettier-ignore
  const make = open && ((reader: Reader) => visitPlanPaper(open.rows, about, open.frame, reader))
  return (
    <>
      <Button disabled={disabled} onClick={() => void start()} aria-keyshortcuts="Control+P">
        {t('plan.print')}
      </Button>
      {make && <PaperPreview reader="staff" shown={make} printed={make} onClose={() => setOpen(null)} />}
    </>
  )
}
