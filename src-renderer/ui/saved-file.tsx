/**
 * Where a file that was asked for now lies, in words, with 打开文件夹; or why there is none. Used after every export:
 * `<SavedFile saved={saved} onReveal={host.reveal} />`.
 */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { Problem } from './problem.tsx'
import { useProblemWords } from './use-problem-words.ts'
import './saved-file.css'

type SavedFileProps = {
  /** As `saveFile`, `savePdf` and `backup` answer: the absolute path. */
  readonly saved: Result<string, HostCode>
  readonly onReveal: (path: string) => Promise<Result<null, HostCode>>
  /** Before the place, such as how many rows it holds. */
  readonly children?: ReactNode
}

export function SavedFile({ saved, onReveal, children }: SavedFileProps) {
  const { t } = useTranslation('papers')
  const problemWords = useProblemWords()
  const [refused, setRefused] = useState<string | null>(null)
  if (!saved.ok)
    return <Problem words={{ ...problemWords(saved.error), what: t('saved.failed', { why: problemWords(saved.error).what }) }} /> // prettier-ignore
  const path = saved.value
  const reveal = async (): Promise<void> => {
    const shown = await onReveal(path)
    setRefused(shown.ok ? null : path)
  }
  return (
    <div className="saved-file" role="status">
      <span>
        {children} {t('saved.to')} <b translate="no">{path}</b>
        {refused === path && <span className="warn">{t('saved.notRevealed')}</span>}
      </span>
      <Button size="small" onClick={() => void reveal()}>
        {t('saved.reveal')}
      </Button>
    </div>
  )
}
