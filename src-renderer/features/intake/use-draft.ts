/** Keeps what is typed: every change goes to the desk, which has it on the disk within half a second. */
import { useState } from 'react'
import { createStore, type StoreApi } from 'zustand'
import type { DeskApi } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { momentOf } from '#core/lib/time.ts'
import type { RequestValues } from './blank-request.ts'

type DraftState = 'empty' | 'saving' | 'saved' | 'failed'

export type Draft = {
  /** Changes with every keystroke: a store, so that only the words in the page's head follow it and not the whole form. */
  readonly state: StoreApi<{ readonly is: DraftState }>
  /** Answers when it is kept (or could not be: the state says so). */
  readonly put: (values: RequestValues) => Promise<void>
  /** Takes the draft away once the case is safe; nothing that is still under way may bring it back. */
  readonly drop: () => Promise<void>
}

export function useDraft(id: string, existed: boolean): Draft {
  const { desk, clock } = useServices()
  const [draft] = useState(() => draftOf(id, existed, desk, clock))
  return draft
}

function draftOf(id: string, existed: boolean, desk: DeskApi, clock: () => number): Draft {
  const state = createStore<{ readonly is: DraftState }>(() => ({ is: existed ? 'saved' : 'empty' }))
  let last = 0
  let dropped = false
  let under = Promise.resolve()
  return {
    state,
    put: (values) => {
      if (dropped) return under
      last += 1
      const mine = last
      state.setState({ is: 'saving' })
      const done = (is: DraftState) => (): void => {
        if (mine === last) state.setState({ is })
      }
      under = desk
        .putDraft({ id, form: 'intake', title: values.title, changedAt: momentOf(clock()), values })
        .then(done('saved'), done('failed'))
      return under
    },
    drop: async () => {
      dropped = true
      await under
      await desk.removeDraft(id)
    },
  }
}
