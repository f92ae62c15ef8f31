/** The notice as an A4 poster. It hangs where everybody passes, so there is one version of it. */
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Notice } from '#core/notice/fields.ts'
import { posterPaper } from '#core/reports/papers/poster.ts'
import { PaperPreview } from '../paper-preview.tsx'
import { useMakeFrame } from '../use-paper-frame.ts'

export function PrintPoster({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const makeFrame = useMakeFrame()
  const frame = useAnswer(() => makeFrame(), [notice.id])
  if (!frame) return null
  const paper = posterPaper(notice, frame)
  const make = (): typeof paper => paper
  return <PaperPreview reader="outsider" always shown={make} printed={make} onClose={onClose} />
}
