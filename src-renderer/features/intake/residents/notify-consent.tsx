/** 接收通知: asked once, with how it was said, when and who heard it; taken back by the same two buttons. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Chips } from '#app/ui/chips.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { CONSENT_WAYS, type ConsentWay } from '#core/notice/codes.ts'

export function NotifyConsent({ view, now }: { readonly view: PersonView; readonly now: string }) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const moments = useMomentWords(now)
  const [way, setWay] = useState<ConsentWay>('face-to-face')
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const said = view.card.notifyConsent
  const record = async (given: boolean): Promise<void> => {
    const saved = await desk.run({ name: 'record-notify-consent', input: { person: view.card.id, given, way } })
    setTrouble(saved.ok ? null : saved.error)
  }
  const words = said && { at: moments.at(said.at), way: t(`notify.way.${said.way}`) }
  return (
    <section className="card person-card notify" aria-labelledby="person-notify">
      <h2 id="person-notify">{t('notify.title')}</h2>
      {trouble && <SaveTrouble problem={trouble} />}
      <p role="status">{words ? t(said.given ? 'notify.yes' : 'notify.no', words) : t('notify.never')}</p>
      <div role="group" aria-label={t('notify.ask')}>
        <Chips
          options={CONSENT_WAYS.map((value) => ({ value, label: t(`notify.way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      </div>
      <div className="row">
        {!said?.given && <Button onClick={() => void record(true)}>{t('notify.agree')}</Button>}
        {(said === undefined || said.given) && <Button onClick={() => void record(false)}>{t('notify.refuse')}</Button>}
      </div>
    </section>
  )
}
