/** Papers of a deliberation. What hangs on a wall goes out without names and numbers of those who brought the matter. */
import type { DeliberationView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { deliberationPaper } from '#core/reports/papers/deliberation-papers.ts'
import type { DeliberationPaper } from '#core/reports/papers/deliberation-words.ts'
import { withoutPersonalData } from '#core/topic/personal-data.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintDeliberationProps = {
  readonly about: DeliberationView
  readonly paper: DeliberationPaper
  readonly onClose: () => void
}

export function PrintDeliberation({ about, paper, onClose }: PrintDeliberationProps) {
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const made = useAnswer(async () => {
    const typed = [about.title, about.venue, ...about.tasks.flatMap(({ what, who }) => [what, who]), ...about.road.flatMap(({ records }) => records.flatMap(({ text, reason }) => [text ?? '', reason]))] // prettier-ignore
    const [found, frame] = await Promise.all([desk.personalData(about.topic, typed.join('\n')), makeFrame()])
    return deliberationPaper(paper, about, frame, (text) => withoutPersonalData(text, found))
  }, [desk, about, paper])
  if (!made) return null
  const make = (): typeof made => made
  return <PaperPreview reader="outsider" always shown={make} printed={make} onClose={onClose} />
}
