/** One quiet line where something stands in two ways: above today's list, and on the page of the case it is about. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

/** `caseId`: of that case alone. Where one PC wrote everything nothing is asked, so that the first screen carries no more. */
export function ToSettle({ caseId }: { readonly caseId?: string }) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const count = useAnswer(
    async () => ((await desk.modules()).includes('conflicts') ? desk.differenceCount(caseId) : 0),
    [desk, revision, caseId],
  )
  if (!count) return null
  return (
    <p className="to-settle small">
      {t(caseId ? 'toSettle.ofCase' : 'toSettle.today', { n: count })}{' '}
      <a href={pathOf({ screen: 'conflicts', ...(caseId && { id: caseId }) })}>{t('toSettle.open')}</a>
    </p>
  )
}
