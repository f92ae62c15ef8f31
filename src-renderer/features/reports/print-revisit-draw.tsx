/** 回访抽样说明 of a month. */
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Paper } from '#core/reports/papers/paper.ts'
import { revisitDrawPaper } from '#core/reports/papers/revisit-draw.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintDrawProps = { readonly from: string; readonly until: string; readonly onClose: () => void }

export function PrintRevisitDraw({ from, until, onClose }: PrintDrawProps) {
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const ready = useAnswer(async () => {
    const [draw, frame] = await Promise.all([desk.revisitDraw(from, until), makeFrame()])
    return { draw, frame }
  }, [desk, from, until])
  if (!ready) return null
  const paper = revisitDrawPaper({ month: from.slice(0, 7), ...ready.draw }, ready.frame)
  const made = (): Paper => paper
  return <PaperPreview reader="outsider" always shown={made} printed={made} onClose={onClose} />
}
