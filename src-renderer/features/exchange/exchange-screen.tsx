/** 文件交换: what goes between the PCs of this house and to other houses as files, and what of it arrived. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSettledRevision } from '#app/session/settled-revision.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { DevicesTab } from './devices/devices-tab.tsx'
import { EXCHANGE_TABS, ExchangeTabs, type ExchangeTab } from './exchange-tabs.tsx'
import { GapsTab } from './gaps-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { HomeTab } from './home-tab.tsx'
import { LettersTab } from './letters/letters-tab.tsx'
import './exchange.css'

export function ExchangeScreen({ id }: { readonly id?: string }) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const revision = useSettledRevision()
  // Files in the inbox are no records of the station: they change without a new revision.
  const [changes, setChanges] = useState(0)
  const home = useAnswer(() => desk.exchangeHome(), [desk, revision, changes])
  const letters = useAnswer(() => desk.letters({ list: 'all', offset: 0, count: 0 }), [desk, revision])
  if (!home) return <PageHead title={t('title')} aside={t('loading')} />
  // Letters go to other houses; where there is none, and never was one, nobody looks for them.
  const hasLetters = home.peers.some(({ kind }) => kind !== 'own') || (letters?.total ?? 0) > 0
  const shown: readonly ExchangeTab[] = home.keysInUse
    ? EXCHANGE_TABS.filter((tab) => tab !== 'letters' || hasLetters)
    : ['home', 'devices']
  const letter = id?.startsWith('letter:') ? id : null
  const at = letter !== null ? 'letters' : (shown.find((tab) => tab === id) ?? 'home')
  const gaps = home.peers.reduce((sum, one) => sum + one.gaps, 0)
  return (
    <div className="exchange">
      <PageHead title={t('title')} aside={t('lead')} />
      {/* On the first day there is one thing to do, and keys are out of sight. */}
      {(home.keysInUse || at !== 'home') && (
        <ExchangeTabs at={at} shown={shown} waiting={{ gaps, letters: letters?.toDo ?? 0 }} />
      )}
      {at === 'home' && <HomeTab home={home} onChanged={() => setChanges((n) => n + 1)} />}
      {at === 'history' && <HistoryTab home={home} />}
      {at === 'gaps' && <GapsTab home={home} />}
      {at === 'letters' && <LettersTab key={letter} {...(letter !== null && { letter })} />}
      {at === 'devices' && <DevicesTab />}
    </div>
  )
}
