/** The paper of a walk sheet, with what is known of its doors today. It always leaves the station, so it is always masked. */
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { walkSheetPaper } from '#core/reports/papers/walk-sheet.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

export type PrintWalkSheetProps = { readonly id: string; readonly onClose: () => void }

export function PrintWalkSheet({ id, onClose }: PrintWalkSheetProps) {
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const ready = useAnswer(async () => {
    const [found, frame] = await Promise.all([desk.walkPaper(id), makeFrame()])
    return found && { ...found, frame }
  }, [desk, id])
  if (!ready) return null
  const paper = walkSheetPaper(ready.sheet, ready.doors, ready.frame)
  const make = (): typeof paper => paper
  return <PaperPreview reader="outsider" always shown={make} printed={make} onClose={onClose} />
}
