/** 上报材料: three files in one archive with a password, for an upper office that has no Linwu. Needs no keys. */
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirstDayPack } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useCounterView } from '#app/session/counter-view.ts'
import { useNow } from '#app/session/now.ts'
import { useLanguage } from '#app/text/text.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { monthOf, monthStart } from '#core/figures/period.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { dayOf } from '#core/lib/time.ts'
import { periodAbout } from '#core/reports/period-about.ts'
import { byteWords } from './byte-words.ts'
import { PackPassword } from './pack-password.tsx'
import { PacksMade } from './packs-made.tsx'

const MONTHS_BACK = 13
/** Until then the month before is the one that is wanted. */
const LAST_MONTH_UNTIL_DAY = 20

type Made = { readonly pack: Omit<FirstDayPack, 'bytes'>; readonly saved: Result<string, HostCode> }

export function FirstDayCard() {
  const { t } = useTranslation('exchange')
  const { desk, host } = useServices()
  const language = useLanguage()
  const isCovered = useCounterView()
  const today = dayOf(useNow())
  const [month, setMonth] = useState(() => monthStart(today, Number(today.slice(8)) <= LAST_MONTH_UNTIL_DAY ? -1 : 0))
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const make = async (): Promise<void> => {
    if (busy || isCovered) return
    setBusy(true)
    setMade(null)
    try {
      const { bytes, ...pack } = await desk.firstDayPack({ period: monthOf(month), language })
      setMade({ pack, saved: await host.saveFile(pack.name, bytes) })
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy(false)
    }
  }
  useKeys([{ key: 'Ctrl+S', label: t('pack.make'), run: () => void make() }])
  if (failure !== null) throw failure
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthStart(today, -back))
  return (
    <section className="card exchange-card" aria-labelledby="exchange-pack">
      <h2 id="exchange-pack">{t('pack.title')}</h2>
      <p className="muted">{t('pack.about')}</p>
      <div className="exchange-pack">
        <div>
          <b className="small">{t('pack.inside')}</b>
          <ul>
            {(['docx', 'ledger', 'gaps'] as const).map((name) => (
              <li key={name}>{t(`pack.${name}`)}</li>
            ))}
          </ul>
        </div>
        <p className="exchange-stays">{t('pack.stays')}</p>
      </div>
      <div className="row">
        <Select
          aria-label={t('pack.month')}
          popupMatchSelectWidth={false}
          value={month}
          options={months.map((one) => ({ value: one, label: periodAbout(monthOf(one), language) }))}
          onChange={(chosen) => {
            setMonth(chosen)
            setMade(null)
          }}
        />
        <Button type="primary" loading={busy} disabled={isCovered} onClick={() => void make()}>
          {busy ? t('pack.making') : made ? t('pack.again') : t('pack.make')}
          {!busy && <Kbd keys="Ctrl S" />}
        </Button>
        {isCovered && <span className="warn small">{t('pack.covered')}</span>}
      </div>
      <div aria-live="polite">
        {made && (
          <SavedFile saved={made.saved} onReveal={host.reveal}>
            {t('pack.done', { cases: made.pack.cases, gaps: made.pack.gaps })}
          </SavedFile>
        )}
        {made?.saved.ok && (
          <>
            <p className="small muted">
              {made.pack.files.map(({ name, bytes }) => t('pack.file', { name, size: byteWords(bytes) })).join(' · ')}
            </p>
            {made.pack.leaks.length > 0 && (
              <p className="problem mild">{t('pack.leaks', { words: made.pack.leaks.join('、') })}</p>
            )}
            {!made.pack.isNoted && <p className="problem mild">{t('pack.notNoted')}</p>}
            <PackPassword password={made.pack.password} onDone={() => setMade(null)} />
          </>
        )}
      </div>
      <PacksMade most={3} />
    </section>
  )
}
