import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Act } from '#core/case-file/case-file.ts'
import type { HostCode } from '#core/host/host.ts'

/** Pictures that the browser draws without running anything; SVG is not among them. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

export function AttachmentView({ attachment }: { readonly attachment: Extract<Act, { type: 'attachment' }> }) {
  const { t } = useTranslation('case-file')
  const { desk, host } = useServices()
  const problemWords = useProblemWords()
  const [picture, setPicture] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<HostCode | 'damaged' | null>(null)
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])

  const read = async (): Promise<Uint8Array | null> => {
    setProblem(null)
    const bytes = await desk.blob(attachment.blob)
    if (bytes.ok) return bytes.value
    setProblem(bytes.error)
    return null
  }
  const show = async (): Promise<void> => {
    const bytes = await read()
    if (bytes) setPicture(URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: attachment.media })))
  }
  const save = async (): Promise<void> => {
    const bytes = await read()
    if (!bytes) return
    const path = await host.saveFile(attachment.name, bytes)
    if (path.ok) setSaved(path.value)
    else setProblem(path.error)
  }
  return (
    <div className="attachment">
      {PICTURES.has(attachment.media) && (
        <Button size="small" onClick={() => (picture ? setPicture(null) : void show())}>
          {picture ? t('attachment.closePreview') : t('attachment.open')}
        </Button>
      )}
      <Button size="small" onClick={() => void save()}>
        {t('attachment.download')}
      </Button>
      {saved && (
        <span className="muted small" role="status">
          {t('attachment.saved', { path: saved })}
        </span>
      )}
      {problem && <Problem words={problemWords(problem)} />}
      {picture && <img src={picture} alt={attachment.name} />}
    </div>
  )
}
