import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { COUNTER_KEY, switchCounterView, useCounterView } from '#app/session/counter-view.ts'
import { setPreference, usePreferences } from '#app/session/preferences.ts'
import { setLanguage, useLanguage } from '#app/text/text.ts'
import type { Language } from '#app/text/words.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'

/** Each language is named in itself. */
const LANGUAGES: readonly { readonly value: Language; readonly label: ReactNode }[] = [
  { value: 'zh-CN', label: <bdi lang="zh-CN">中文</bdi> },
  { value: 'en', label: <bdi lang="en">English</bdi> },
]

export function DisplayCard() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const largePrint = usePreferences((preferences) => preferences.largePrint)
  const counterView = useCounterView()
  return (
    <div className="card">
      <p>{t('display.lead')}</p>
      <Field group beside label={t('language.title')} hint={t('language.hint')}>
        {(bind) => (
          <Chips options={LANGUAGES} value={language} onChange={setLanguage} describedBy={bind['aria-describedby']} />
        )}
      </Field>
      <Field group beside label={t('display.print')} hint={t('display.printHint')}>
        {(bind) => (
          <Chips
            options={[
              { value: false, label: t('display.normal') },
              { value: true, label: t('display.large') },
            ]}
            value={largePrint}
            onChange={(large) => setPreference('largePrint', large)}
            describedBy={bind['aria-describedby']}
          />
        )}
      </Field>
      <Field group beside label={t('display.counter')} hint={t('display.counterHint', { key: COUNTER_KEY })}>
        {(bind) => (
          <Chips
            options={[
              { value: false, label: t('display.counterOff') },
              { value: true, label: t('display.counterOn') },
            ]}
            value={counterView}
            onChange={switchCounterView}
            describedBy={bind['aria-describedby']}
          />
        )}
      </Field>
    </div>
  )
}
