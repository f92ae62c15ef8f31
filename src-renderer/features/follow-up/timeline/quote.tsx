import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Characters shown at first; the longest real message seen has 6,999. */
const FIRST = 400

type QuoteProps = { readonly words: string; readonly lang?: string | undefined; readonly struck: boolean }

/** What people wrote, as it is; a long one opens when asked. */
export function Quote({ words, lang, struck }: QuoteProps) {
  const { t } = useTranslation('case-file')
  const [whole, setWhole] = useState(false)
  // A little more than the cut is shown at once: a button for one more line is not worth it.
  const isLong = words.length > FIRST * 1.25
  const shown = isLong && !whole ? `${Array.from(words).slice(0, FIRST).join('')}…` : words
  return (
    <div className="quote">
      <span lang={lang}>{struck ? <s>{shown}</s> : shown}</span>
      {isLong && (
        <div>
          <Button type="link" size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('timeline.fold') : t('timeline.unfold', { count: words.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
