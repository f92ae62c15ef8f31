/** 四有检查表 on paper: it names nobody, so it is the same for everybody. */
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Have } from '#core/have/codes.ts'
import { haveChecklistPaper } from '#core/reports/papers/have-checklist.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintHaveChecklistProps = { readonly place: string; readonly have: Have; readonly onClose: () => void }

export function PrintHaveChecklist({ place, have, onClose }: PrintHaveChecklistProps) {
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const paper = useAnswer(async () => {
    const [view, frame] = await Promise.all([desk.haveView(place, have), makeFrame()])
    return view && haveChecklistPaper(view.row.name, have, frame)
  }, [desk, place, have])
  if (!paper) return null
  const make = (): typeof paper => paper
  return <PaperPreview reader="outsider" always shown={make} printed={make} onClose={onClose} />
}
