import { useTranslation } from 'react-i18next'
import { setLanguage, useLanguage } from '../text/text.ts'
import type { Language } from '../text/words.ts'

/** Each language is named in itself: whoever landed in the wrong one can read the way back. */
const CHOICES: readonly (readonly [Language, string, string])[] = [
  ['zh-CN', '中', '中文'],
  ['en', 'EN', 'English'],
]

export function LanguageSwitch() {
  const { t } = useTranslation('app')
  const language = useLanguage()
  return (
    <div className="language-switch" role="group" aria-label={t('header.language')}>
      {CHOICES.map(([code, short, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          title={name}
          onClick={() => setLanguage(code)}
        >
          <span aria-hidden="true">{short}</span>
          <span className="spoken-only">{name}</span>
        </button>
      ))}
    </div>
  )
}
