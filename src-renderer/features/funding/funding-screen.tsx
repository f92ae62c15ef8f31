/** 资金台账: agreements, funds, every entry, what waits to be settled, and what a person has to decide. */
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { AgreementsTab } from './agreements-tab.tsx'
import { DecideTab } from './decide-tab.tsx'
import { FUNDING_TABS, FundingTabs, type FundingTab } from './funding-tabs.tsx'
import { FundsTab } from './funds-tab.tsx'
import { LedgerTab, type PrintStatementProps } from './ledger-tab.tsx'
import { SettleTab } from './settle-tab.tsx'
import './funding.css'

type FundingScreenProps = { readonly id?: string; readonly Print: ComponentType<PrintStatementProps> }

export function FundingScreen({ id, Print }: FundingScreenProps) {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const at: FundingTab = FUNDING_TABS.find((tab) => tab === id) ?? 'agreements'
  const waiting = useAnswer(async () => {
    const [settle, decide] = await Promise.all([desk.toSettle(), desk.toDecide()])
    return { settle: settle.rows.length, decide: decide.overdrafts.length + decide.disputes.length }
  }, [desk, revision])
  return (
    <div className="funding">
      <PageHead title={t('title')} aside={t('lead')} />
      <FundingTabs at={at} waiting={waiting ?? {}} />
      {at === 'agreements' && <AgreementsTab />}
      {at === 'funds' && <FundsTab />}
      {at === 'ledger' && <LedgerTab Print={Print} />}
      {at === 'settle' && <SettleTab />}
      {at === 'decide' && <DecideTab />}
    </div>
  )
}
