/** Three places that never move: what this may repeat, what it is, and danger. Filled while one writes. */
import { useFormContext, useWatch } from 'react-hook-form'
import { useSettled } from '#app/ui/use-settled.ts'
import type { RequestValues } from './blank-request.ts'
import { DangerCard } from './intake-danger.tsx'
import { RepeatsCard } from './intake-repeats.tsx'
import type { IntakeSlots } from './intake-slots.ts'

export function IntakeAside({ slots }: { readonly slots: IntakeSlots }) {
  return (
    <aside className="intake-aside">
      <RepeatsCard />
      <Suggested Suggestion={slots.Suggestion} />
      <DangerCard />
    </aside>
  )
}

/** Longer than the pauses inside a sentence. */
const PAUSE_MS = 300

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
