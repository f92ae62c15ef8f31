/**
 * 柜台模式: the desk as a screen that residents can see may have it. Private words are replaced before any screen gets
 * them, so no screen, present or future, has to think of it.
 *
 * To add a question to the desk: a line in `SHOWN` (a compile error until it is there), saying what of the answer may be
 * seen: all of it (`asItIs`) or what a function leaves.
 */
import { VEIL, veiledCase, veiledName, veiledWords } from '#core/case-file/veiled.ts'
import { err } from '#core/lib/result.ts'
import type { CaseRow, CaseView, DeskApi, DraftForm, PersonRow, RunCode } from './desk-types.ts'

type Answer<K extends keyof DeskApi> = Awaited<ReturnType<DeskApi[K]>>
type Shown = { readonly [K in keyof DeskApi]: (answer: Answer<K>) => Answer<K> }

const asItIs = <T>(answer: T): T => answer

const veiledRow = <T extends CaseRow>(row: T): T => ({
  ...row,
  title: VEIL,
  requester: veiledName(row.requester),
  place: veiledWords(row.place),
})
const veiledRows = <T extends { readonly rows: readonly CaseRow[] }>(page: T): T => ({
  ...page,
  rows: page.rows.map(veiledRow),
})
const veiledPerson = (row: PersonRow): PersonRow => ({
  ...row,
  name: veiledName(row.name),
  phoneTail: '',
  place: veiledWords(row.place),
})
const veiledView = (view: CaseView | null): CaseView | null =>
  view && {
    ...view,
    file: veiledCase(view.file),
    // The words that decided are words of the story.
    candidates: view.candidates.map((one) => ({
      ...one,
      reasons: one.reasons.map((reason) => ('words' in reason ? { ...reason, words: VEIL } : reason)),
    })),
  }

/** Providers are organisations, in the directory: nothing about them is private. */
const SHOWN: Shown = {
  find: asItIs,
  setUp: asItIs,
  unlock: asItIs,
  lock: asItIs,
  run: asItIs,
  page: veiledRows,
  counts: asItIs,
  countEach: asItIs,
  today: veiledRows,
  caseView: veiledView,
  providers: asItIs,
  findProviders: asItIs,
  people: (page) => ({ ...page, rows: page.rows.map(veiledPerson) }),
  requester: () => null,
  lookUp: (found) => ({
    ...found,
    people: [],
    cases: found.cases.map(veiledRow),
    totals: { ...found.totals, people: 0 },
  }),
  modules: asItIs,
  attach: asItIs,
  blob: () => err('not-found'),
  keepFile: asItIs,
  dropFile: asItIs,
  // What another resident said is nobody's business, and neither are the words both said.
  repeats: () => [],
  drafts: asItIs,
  putDraft: asItIs,
  removeDraft: asItIs,
  importRows: asItIs,
  // Names of files and headings, as the clerk gave them.
  imports: asItIs,
  previewUndo: (found) => ({ ...found, kept: found.kept.map((row) => ({ ...row, title: VEIL })) }),
  undoImport: asItIs,
  // Files go to the disk, not to the screen.
  beginExport: asItIs,
  stepExport: asItIs,
  endExport: asItIs,
  dropExport: asItIs,
  writeSheet: asItIs,
  savedViews: asItIs,
  putSavedViews: asItIs,
  addCommandLineSlot: asItIs,
  checkEverything: asItIs,
  saveState: asItIs,
  dataHeads: asItIs,
  // Paper goes to the printer; what the screen shows of it comes from `caseView`.
  paperView: asItIs,
}

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
    run: (command) =>
      counter.isOn() && holdsVeil(command.input)
        ? Promise.resolve(err<RunCode>({ kind: 'refused', refusal: { code: 'counter-view' } }))
        : desk.run(command),
    drafts: async () => {
      const drafts = await desk.drafts()
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
