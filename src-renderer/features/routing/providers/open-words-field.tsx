/** Words that leave with the directory, and are read by everybody who gets it: a resident's name among them is pointed out. */
import type { ComponentProps } from 'react'
import { useWatch } from 'react-hook-form'
import { useServices } from '#app/services/services.ts'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'

export function OpenWordsField(props: ComponentProps<typeof WordsField>) {
  const { desk } = useServices()
  const text: unknown = useWatch({ name: props.name })
  const named = useNamedHint(typeof text === 'string' ? text : '', (words) => desk.namesIn('', words))
  return <WordsField {...props} hint={named ?? props.hint} />
}
