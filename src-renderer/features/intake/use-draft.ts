/** Keeps what is typed: every change goes to the desk, which has it on the disk within half a second. */
import { useRef, useState } from 'react'
import { useServices } from '#app/services/services.ts'
import { momentOf } from '#core/lib/time.ts'
import type { RequestValues } from './blank-request.ts'

export type DraftState = 'empty' | 'saving' | 'saved' | 'failed'

type Draft = {
  readonly state: DraftState
  /** Answers when it is kept (or could not be: `state` says so). */
  readonly put: (values: RequestValues) => Promise<void>
  /** Takes the draft away once the case is safe; nothing that is still under way may bring it back. */
  readonly drop: () => Promise<void>
}

export function useDraft(id: string, existed: boolean): Draft {
  const { desk, clock } = useServices()
  const [state, setState] = useState<DraftState>(existed ? 'saved' : 'empty')
  const last = useRef(0)
  const dropped = useRef(false)
  const under = useRef<Promise<void>>(Promise.resolve())

  const put = (values: RequestValues): Promise<void> => {
    if (dropped.current) return under.current
    last.current += 1
    const mine = last.current
    setState('saving')
    const done = (after: DraftState) => (): void => {
      if (mine === last.current) setState(after)
    }
    under.current = desk
      .putDraft({ id, form: 'intake', title: values.title, changedAt: momentOf(clock()), values })
      .then(done('saved'), done('failed'))
    return under.current
  }
  const drop = async (): Promise<void> => {
    dropped.current = true
    await under.current
    await desk.removeDraft(id)
  }
  return { state, put, drop }
}
