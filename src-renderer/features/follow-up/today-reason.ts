/** Why a case stands on today's list, in words. */
import { useTranslation } from 'react-i18next'
import type { TodayRow } from '#app/services/desk-types.ts'
import type { RowNote } from '#app/ui/case-rows.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { isAlarming } from '#core/follow-up/today.ts'
import { epochOf, type Moment } from '#core/lib/time.ts'

export function useReasonWords(now: Moment): (row: TodayRow) => RowNote {
  const { t } = useTranslation('cases')
  const moments = useMomentWords(now)
  return (row) => {
    const { reason, waiting, serviceType, dueAt, nextAt, receivedAt } = row
    const way = serviceType === 'administrative' ? 'up' : serviceType === null ? 'undecided' : 'out'
    const step = waiting === 'routing' || waiting === 'contact' || waiting === 'rerouting' ? t(`step.${waiting}.${way}`) : t(`step.${waiting}`) // prettier-ignore
    const since = (moment: string | null): string =>
      moment ? moments.span(Math.max(0, epochOf(now) - epochOf(moment))) : ''
    const words = t(`reason.${reason}`, {
      step,
      late: since(dueAt),
      waited: since(receivedAt === '' ? null : receivedAt),
      at: nextAt ? moments.at(nextAt) : '',
    })
    return { words, alarming: isAlarming(reason) }
  }
}
