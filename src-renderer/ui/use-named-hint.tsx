/** Said quietly under a field whose words leave the house: a resident's name or number stands in it. Nothing is held up by it. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** After the last key (ms): nobody is told about half a word. */
const PAUSE = 500

/** `find` answers the words found; null where the form is about no case. Undefined while there is nothing to say. */
export function useNamedHint(
  text: string | undefined,
  find: ((text: string) => Promise<readonly string[]>) | null,
): ReactNode {
  const { t } = useTranslation('referral')
  const [found, setFound] = useState<readonly string[]>([])
  useEffect(() => {
    if (!find || !text) return setFound([])
    let isCurrent = true
    const timer = setTimeout(() => void find(text).then((words) => isCurrent && setFound(words)), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `find` is made anew with every drawing; what it asks follows from the form
  }, [text])
  if (found.length === 0) return undefined
  return <span className="warn">{t('named', { words: found.join(t('timeline.and')) })}</span>
}
