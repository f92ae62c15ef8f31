/**
 * 柜台模式: the desk as a screen that residents can see may have it. Private words are replaced before any screen gets
 * them (shown-at-counter.ts says what is left), so no screen, present or future, has to think of it.
 */
import { VEIL, veiledWords } from '#core/case-file/veiled.ts'
import { err } from '#core/lib/result.ts'
import type { DeskApi, DraftForm, RunCode } from './desk-types.ts'
import { SHOWN } from './shown-at-counter.ts'

export type Counter = {
  readonly isOn: () => boolean
  /** A draft that was begun in counter view: what the resident at the counter says may be seen by them. */
  readonly noteDraft: (id: string) => void
  readonly isOwnDraft: (id: string) => boolean
}

export function counterDesk(desk: DeskApi, counter: Counter): DeskApi {
  const guarded = Object.fromEntries(
    (Object.keys(SHOWN) as (keyof DeskApi)[]).map((name) => {
      const ask = desk[name] as (...args: readonly unknown[]) => Promise<unknown>
      const shown = SHOWN[name] as (answer: unknown) => unknown
      return [
        name,
        async (...args: readonly unknown[]) => {
          const wasOn = counter.isOn()
          const answer = await ask(...args)
          return wasOn || counter.isOn() ? shown(answer) : answer
        },
      ]
    }),
  ) as unknown as DeskApi
  return {
    ...guarded,
    /** A form that began with hidden words must not write them over the real ones. */
    runMany: (commands) =>
      counter.isOn() && commands.some(({ input }) => holdsVeil(input))
        ? Promise.resolve(err<RunCode>({ kind: 'refused', refusal: { code: 'counter-view' } }))
        : desk.runMany(commands),
    run: (command) =>
      counter.isOn() && holdsVeil(command.input)
        ? Promise.resolve(err<RunCode>({ kind: 'refused', refusal: { code: 'counter-view' } }))
        : desk.run(command),
    drafts: async (form) => {
      const drafts = await desk.drafts(form)
      if (!counter.isOn()) return drafts
      // Of another visitor, perhaps: opening one shows what is in it, the strip does not.
      const own = drafts.filter(({ id }) => counter.isOwnDraft(id))
      return own.map((draft) => ({ ...draft, title: veiledWords(draft.title) }))
    },
    putDraft: (draft: DraftForm) => {
      if (counter.isOn()) counter.noteDraft(draft.id)
      return desk.putDraft(draft)
    },
  }
}

const holdsVeil = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes(VEIL) : typeof value === 'object' && value !== null && Object.values(value).some(holdsVeil) // prettier-ignore
