/** A list that grows: its first rows, and more of them when somebody asks. Answers null until the first ones are there. */
import { useState } from 'react'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { DeskApi } from '#app/services/desk-types.ts'

const AT_ONCE = 50

export type Pages<T> = {
  readonly total: number
  readonly rows: readonly T[]
  readonly more: (() => void) | null
  /** The limit that a demand made now is offered. */
  readonly dueAt: string
}

type Asked<T> = { readonly total: number; readonly rows: readonly T[]; readonly dueAt: string }

/** `depends`: what the question is about; another one begins at the top. */
export function usePages<T>(
  ask: (desk: DeskApi, window: { readonly offset: number; readonly count: number }) => Promise<Asked<T>>,
  depends: readonly (string | null)[],
): Pages<T> | null {
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const about = depends.join('\n')
  const [shown, setShown] = useState({ about, count: AT_ONCE })
  const count = shown.about === about ? shown.count : AT_ONCE
  const answer = useAnswer(async () => ({ about, page: await ask(desk, { offset: 0, count }) }), [desk, revision, about, count]) // prettier-ignore
  if (answer?.about !== about) return null
  const { total, rows, dueAt } = answer.page
  const more = rows.length > 0 && rows.length < total ? () => setShown({ about, count: count + AT_ONCE }) : null
  return { total, rows, more, dueAt }
}
