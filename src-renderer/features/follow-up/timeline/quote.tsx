import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Characters shown at first; the longest real message seen has 6,999. */
const FIRST = 400

/** What people wrote, as it is; a long one opens when asked. */
export function Quote({ words, struck }: { readonly words: string; readonly struck: boolean }) {
  const { t } = useTranslation('case-file')
  const [whole, setWhole] = useState(false)
  // A little more than the cut is shown at once: a button for one more line is not worth it.
  const isLong = words.length > FIRST * 1.25
  const shown = isLong && !whole ? `${Array.from(words).slice(0, FIRST).join('')}…` : words
  return (
    <div className="quote">
      {struck ? <s>{shown}</s> : shown}
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
