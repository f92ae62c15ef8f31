/** Three places that never move: what this may repeat, what it is, and danger. Filled while one writes. */
import { useFormContext, useWatch } from 'react-hook-form'
import { useSettled } from '#app/ui/use-settled.ts'
import type { RequestValues } from './blank-request.ts'
import { AnsweringNote } from './intake-answering.tsx'
import { DangerCard } from './intake-danger.tsx'
import { RepeatsCard } from './intake-repeats.tsx'
import type { IntakeSlots } from './intake-slots.ts'

export function IntakeAside({ slots }: { readonly slots: IntakeSlots }) {
  return (
    <aside className="intake-aside">
      <AnsweringNote />
      <RepeatsCard />
      <Suggested Suggestion={slots.Suggestion} />
      <DangerCard />
      <WaysCard Ways={slots.Ways} />
    </aside>
  )
}

/** Longer than the pauses inside a sentence. */
const PAUSE_MS = 300

function WaysCard({ Ways }: { readonly Ways: IntakeSlots['Ways'] }) {
  const { control } = useFormContext<RequestValues>()
  const [title, text, category, kind] = useWatch({ control, name: ['title', 'text', 'category', 'requestKind'] })
  // What a report (举报) says is compared with nothing.
  const said = kind === 'report' ? '' : `${title}\n${text}`.trim()
  return <Ways text={useSettled(said, said, PAUSE_MS)} category={category} />
}

function Suggested({ Suggestion }: Pick<IntakeSlots, 'Suggestion'>) {
  const { control, setValue } = useFormContext<RequestValues>()
  const [title, text, category] = useWatch({ control, name: ['title', 'text', 'category'] })
  const said = `${title}\n${text}`.trim()
  return (
    <Suggestion
      text={useSettled(said, said, PAUSE_MS)}
      category={category}
      onChoose={(chosen, serviceType) => {
        setValue('category', chosen, { shouldDirty: true })
        setValue('serviceType', serviceType, { shouldDirty: true })
      }}
    />
  )
}
