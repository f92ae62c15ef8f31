/** Danger words, whom to call first, and the proposal 危及安全. It proposes; only the clerk sets it. */
import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import { dangersIn } from '#core/intake/danger-words.ts'
import type { RequestValues } from './blank-request.ts'

const PAUSE_MS = 120
const KEY = 'Alt+J'

export function DangerCard() {
  const { t } = useTranslation(['intake', 'codes'])
  const { control, setValue } = useFormContext<RequestValues>()
  const [title, text, urgency, type] = useWatch({ control, name: ['title', 'text', 'urgency', 'serviceType'] })
  const said = `${title}\n${text}`
  const dangers = dangersIn(useSettled(said, said, PAUSE_MS))
  const isDanger = urgency === 'danger'
  const propose = (): void => setValue('urgency', 'danger', { shouldDirty: true })
  const proposes = dangers.length > 0 && !isDanger
  useKeys(proposes ? [{ key: KEY, label: t('intake:danger.set'), run: propose }] : [])
  if (dangers.length === 0 && !isDanger) return null
  // A child at risk has a banner of its own above the form (intake-notices.tsx): it says whom to call and what to do.
  if (isDanger && dangers.length > 0 && dangers.every(({ kind }) => kind === 'child')) return null
  return (
    <section className="problem danger" role="alert">
      {dangers.length === 0 && (
        <>
          <b>{t('intake:danger.title')}</b>
          <div className="small">{t('intake:danger.text')}</div>
        </>
      )}
      {dangers.map(({ kind, word, calls }) => (
        <div key={kind}>
          <b>{t('intake:danger.heading', { word, first: t(`intake:danger.first.${kind}`) })}</b>
          {kind !== 'child' && (
            <div className="small">
              {t('intake:danger.call')}
              {calls.map((call, i) => (
                <span key={call}>
                  {i > 0 && t('intake:danger.or')}
                  <strong>{call}</strong>
                </span>
              ))}
              {t('intake:danger.stop')}
              {t(`intake:danger.advice.${kind}`)}
            </div>
          )}
        </div>
      ))}
      {dangers.length > 0 && type === 'market' && <div className="small">{t('intake:danger.notMarketAlone')}</div>}
      {proposes && (
        <div className="row">
          <Button danger onClick={propose}>
            {t('intake:danger.set')}
            <Kbd keys="Alt J" />
          </Button>
        </div>
      )}
    </section>
  )
}
