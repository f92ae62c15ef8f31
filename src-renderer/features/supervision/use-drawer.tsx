/** One drawer at a time over a list: its form becomes one command, and a line says that it was saved. */
import { useRef, useState, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import type { Command } from '#core/commands.ts'

type Opened = { readonly drawer: () => ReactNode }

export type Drawer = {
  readonly open: <C>(asked: {
    /** What is typed there and left is found there again. */
    readonly place: string
    /** In the language that is spoken while it is open. */
    readonly title: () => string
    readonly saveLabel: () => string
    readonly spec: FormSpec<C>
    readonly context: C
    readonly command: (typed: object) => Command
    /** What is said when it is saved. */
    readonly said: string
  }) => void
  readonly shown: ReactNode
  readonly said: ReactNode
}

export function useDrawer(): Drawer {
  const { desk } = useServices()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [said, setSaid] = useState('')
  const kept = useRef(new Map<string, FieldValues>())
  const close = (): void => setOpened(null)
  return {
    open({ place, title, saveLabel, spec, context, command, said: done }) {
      setSaid('')
      const drawer = (): ReactNode => (
        <FormDrawer
          title={title()}
          saveLabel={saveLabel()}
          spec={spec}
          context={context}
          kept={kept.current.get(place)}
          save={(typed) => desk.run(command(typed))}
          onSaved={() => {
            kept.current.delete(place)
            close()
            setSaid(done)
          }}
          onLeave={(typed) => {
            kept.current.set(place, typed)
            close()
          }}
        />
      )
      setOpened({ drawer })
    },
    shown: opened?.drawer() ?? null,
    said: (
      <div role="status" className={said === '' ? undefined : 'done'}>
        {said}
      </div>
    ),
  }
}
