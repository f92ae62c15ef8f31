import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

/** 登记为居民, or the page of the resident they are. Nothing for reporters, anonymous requests and those without a name. */
export function RequesterEntry({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const found = useAnswer(async () => ({ who: await desk.registeredAs(caseId) }), [desk, caseId, revision])
  const who = found?.who
  if (!who) return null
  return (
    <Button type="link" size="small" onClick={() => go({ screen: 'residents', id: who.person ?? caseId })}>
      {t(who.person ? 'fromCase.open' : 'fromCase.register')}
    </Button>
  )
}
