/** One drawer for every act about money: which form, its words, its command. */
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import type { Command, CommandName } from '#core/commands.ts'

type MoneyFormProps<C> = {
  readonly title: string
  readonly save: string
  readonly spec: FormSpec<C>
  readonly context: C
  readonly command: CommandName
  readonly onDone: () => void
  readonly onLeave: () => void
}

export function MoneyForm<C>({ title, save, spec, context, command, onDone, onLeave }: MoneyFormProps<C>) {
  const { desk } = useServices()
  return (
    <FormDrawer
      title={title}
      saveLabel={save}
      spec={spec}
      context={context}
      save={(input) => desk.run({ name: command, input } as Command)}
      onSaved={onDone}
      onLeave={onLeave}
    />
  )
}
