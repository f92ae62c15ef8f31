/**
 * 柜台模式: the desk as a screen that residents can see may have it. Private words are replaced before any screen gets
 * them, so no screen, present or future, has to think of it.
 *
 * To add a question to the desk: a line in `SHOWN` (a compile error until it is there), saying what of the answer may be
 * seen: all of it (`asItIs`) or what a function leaves.
 */
import { maskedPlace } from '#core/case-file/masked.ts'
import { VEIL, veiledCase, veiledName, veiledWords } from '#core/case-file/veiled.ts'
import { err } from '#core/lib/result.ts'
import { veiledRouting } from '#core/routing/veiled-routing.ts'
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
const veiledTopic = <T extends { readonly title: string; readonly place: string; readonly note: string }>(
  topic: T,
): T => ({
  ...topic,
  title: VEIL,
  place: veiledWords(topic.place),
  note: veiledWords(topic.note),
})
const veiledView = (view: CaseView | null): CaseView | null =>
  view && {
    ...view,
    file: veiledCase(view.file),
    // The words that decided are words of the story, and some reasons tell who the resident is.
    routing: view.routing && veiledRouting(view.routing),
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
  // Who works here is told to anybody, their own number is not.
  colleagues: (rows) => rows.map((one) => ({ ...one, ...(one.phone && { phone: VEIL }) })),
  matching: asItIs,
  runMany: asItIs,
  providers: asItIs,
  directoryRows: asItIs,
  // Members, 动态 and who signed up are persons.
  providerParts: (parts) =>
    parts && {
      ...parts,
      provider: parts.provider && { ...parts.provider, contact: VEIL, contactPhone: VEIL },
      notes: [],
      members: [],
      tasks: [],
      times: [],
      activities: parts.activities.map((one) => ({ ...one, signUps: [] })),
      memberNames: {},
    },
  categoryChoices: asItIs,
  previewDirectory: asItIs,
  exportDirectory: asItIs,
  findProviders: asItIs,
  people: (page) => ({ ...page, rows: page.rows.map(veiledPerson) }),
  requester: () => null,
  findPeople: () => [],
  registeredAs: () => null,
  personView: () => null,
  personNumbers: () => null,
  twins: () => [],
  likelyTwins: () => ({ pairs: [], total: 0 }),
  // How many, never who.
  visitPlan: (plan) => ({ ...plan, rows: [] }),
  residentsAt: () => [],
  placeLevel: (level) => ({
    ...level,
    lines: level.lines.map((line) => ({
      ...line,
      card: { ...line.card, leader: veiledName(line.card.leader), leaderPhone: veiledWords(line.card.leaderPhone) },
    })),
  }),
  areas: asItIs,
  findPlaces: asItIs,
  placeOf: asItIs,
  previewPlaces: asItIs,
  lookUp: (found) => ({
    ...found,
    people: [],
    cases: found.cases.map(veiledRow),
    totals: { ...found.totals, people: 0 },
  }),
  // Nobody's: they hold no names (intake.season.note).
  templates: asItIs,
  // What is lacking is told; whose case it was is not.
  gaps: (gaps) => gaps.map((gap) => ({ ...gap, title: VEIL, place: maskedPlace(gap.place), note: veiledWords(gap.note) })), // prettier-ignore
  minutes: asItIs,
  // The catalogue is nobody's secret, and what is suggested was just written here.
  categories: asItIs,
  findCategories: asItIs,
  categoryVersions: asItIs,
  readCategories: asItIs,
  suggest: asItIs,
  modules: asItIs,
  timeRules: asItIs,
  limitNow: asItIs,
  readCalendar: asItIs,
  attach: asItIs,
  blob: () => err('not-found'),
  keepFile: asItIs,
  dropFile: asItIs,
  // What another resident said is nobody's business, and neither are the words both said.
  repeats: () => [],
  topics: (rows) => rows.map(veiledTopic),
  topic: (view) =>
    view && {
      ...veiledTopic(view),
      members: view.members.map(({ row, answered }) => ({
        row: veiledRow(row),
        phoneTail: '',
        answered: answered && { ...answered, content: VEIL },
      })),
      places: [],
    },
  topicsOfCase: ({ topics, repeats, repeatedBy }) => ({
    topics: topics.map((topic) => ({ ...topic, title: VEIL })),
    repeats: repeats.map(veiledRow),
    repeatedBy: repeatedBy.map(veiledRow),
  }),
  similarCases: () => [],
  hotspots: () => [],
  topicContacts: () => [],
  walkBuildings: asItIs,
  walkDoors: (doors) => doors.map((door) => ({ ...door, name: veiledName(door.name), phone: '' })),
  walkSheets: asItIs,
  walkSheet: (sheet) =>
    sheet && {
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        name: veiledName(row.name),
        phoneTail: '',
        typed: row.typed.map((one) => ({ ...one, title: VEIL })),
      })),
    },
  // As `paperView`.
  walkPaper: asItIs,
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
