/** One drawer at a time over a list: its form becomes one command, and a line says that it was saved. */
import type { TFunction } from 'i18next'
import { useRef, useState, type ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import type { Command } from '#core/commands.ts'

type Words = TFunction<['supervision']>
type Opened = { readonly drawer: (t: Words) => ReactNode }

export type Drawer = {
  readonly open: <C>(asked: {
    /** What is typed there and left is found there again. */
    readonly place: string
    /** In the language that is spoken while it is open. */
    readonly title: (t: Words) => string
    readonly saveLabel: (t: Words) => string
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
  const { t } = useTranslation(['supervision'])
  const { desk } = useServices()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [said, setSaid] = useState('')
  const kept = useRef(new Map<string, FieldValues>())
  const close = (): void => setOpened(null)
  return {
    open({ place, title, saveLabel, spec, context, command, said: done }) {
      setSaid('')
      const drawer = (tell: Words): ReactNode => (
        <FormDrawer
          title={title(tell)}
          saveLabel={saveLabel(tell)}
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
    shown: opened?.drawer(t) ?? null,
    said: (
      <div role="status" className={said === '' ? undefined : 'done'}>
        {said}
      </div>
    ),
  }
}
