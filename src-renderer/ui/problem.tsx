/** What happened · what is safe · what to do. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type ProblemWords = { readonly what: string; readonly safe: string; readonly todo: string }

/** `mild`: worth knowing, nothing is wrong. The buttons that help are the children. */
export function Problem({
  words,
  mild = false,
  children,
}: {
  words: ProblemWords
  mild?: boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('problems')
  return (
    <div className={`problem${mild ? ' mild' : ''}`} role={mild ? 'status' : 'alert'}>
      <b>{words.what}</b>
      <div>
        {t('label.safe')}
        {words.safe}
      </div>
      <div>
        {t('label.todo')}
        {words.todo}
      </div>
      {children && <div className="row">{children}</div>}
    </div>
  )
}
