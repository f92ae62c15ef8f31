import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLanguage, useLanguage, type Language } from '#app/text/text.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'

/** Each language is named in itself. */
const OPTIONS: readonly { readonly value: Language; readonly label: ReactNode }[] = [
  { value: 'zh-CN', label: <bdi lang="zh-CN">中文</bdi> },
  { value: 'en', label: <bdi lang="en">English</bdi> },
]

export function LanguageCard() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  return (
    <section className="card">
      <Field group label={t('language.title')} hint={t('language.hint')}>
        {(bind) => (
          <Chips options={OPTIONS} value={language} onChange={setLanguage} describedBy={bind['aria-describedby']} />
        )}
      </Field>
    </section>
  )
}
