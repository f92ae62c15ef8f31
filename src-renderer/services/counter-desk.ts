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
import type {
  CallSheet,
  CaseRow,
  CaseView,
  DeskApi,
  DraftForm,
  LedgerRow,
  NoticeRow,
  OrderMoneyView,
  PersonRow,
  RunCode,
} from './desk-types.ts'
import { veiledDeliberation, veiledHaves, veiledHaveView } from './veiled-civic.ts'

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
const veiledSheet = (sheet: CallSheet): CallSheet => ({
  ...sheet,
  row: veiledRow(sheet.row),
  name: veiledName(sheet.name),
  phone: '',
  answer: veiledWords(sheet.answer),
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
const veiledNotice = <T extends NoticeRow>(row: T): T =>
  row.audience === 'many' ? row : { ...row, title: VEIL, body: VEIL }
const veiledView = (view: CaseView | null): CaseView | null =>
  view && {
    ...view,
    file: veiledCase(view.file),
    // The words that decided are words of the story, and some reasons tell who the resident is.
    routing: view.routing && veiledRouting(view.routing),
  }

/** A case is told by its number; what a topic is called came from residents. */
const veiledEntry = <T extends LedgerRow>(row: T): T => ({
  ...row,
  donor: veiledWords(row.donor),
  note: veiledWords(row.note),
  ...(!row.about.startsWith('case:') && { aboutWords: veiledWords(row.aboutWords) }),
})
const veiledOrder = (order: OrderMoneyView): OrderMoneyView => ({
  ...order,
  title: VEIL,
  rows: order.rows.map(veiledEntry),
  open: order.open && { ...order.open, note: veiledWords(order.open.note) },
  settle: order.settle && { ...order.settle, note: veiledWords(order.settle.note) },
})

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
  // Sums of organisations and of the station; who gave, for whom and why stays hidden.
  agreements: (rows) => rows.map((one) => ({ ...one, note: veiledWords(one.note), longReason: veiledWords(one.longReason) })), // prettier-ignore
  funds: (rows) => rows.map((one) => ({ ...one, source: veiledWords(one.source), note: veiledWords(one.note) })),
  ledgerPage: (page) => ({ ...page, rows: page.rows.map(veiledEntry) }),
  statement: (page) => ({ ...page, rows: page.rows.map(veiledEntry) }),
  providerMoney: asItIs,
  moneyChoices: asItIs,
  occasions: (all) => all.map((one) => (one.id.startsWith('topic:') ? { ...one, words: VEIL } : one)),
  moneyOfCase: ({ on, orders, spendings }) => ({
    on,
    orders: orders.map(veiledOrder),
    spendings: spendings.map(veiledEntry),
  }),
  toSettle: ({ rows, waiting }) => ({ rows: rows.map(veiledOrder), waiting }),
  toDecide: ({ overdrafts, disputes }) => ({
    overdrafts: overdrafts.map((one) => ({ ...one, rows: one.rows.map(veiledEntry) })),
    disputes: disputes.map((one) => ({
      ...one,
      entry: one.entry && veiledEntry(one.entry),
      rows: one.rows.map(veiledEntry),
    })),
  }),
  // What is lacking is told; whose case it was is not.
  gaps: (gaps) => gaps.map((gap) => ({ ...gap, title: VEIL, place: maskedPlace(gap.place), note: veiledWords(gap.note) })), // prettier-ignore
  minutes: asItIs,
  // Supervision is told in numbers: never whose case, which provider or which colleague.
  ruleCounts: asItIs,
  ruleHits: (page) => ({ ...page, rows: [] }),
  findings: (page) => ({ ...page, rows: [] }),
  supervisionOrders: (page) => ({ ...page, rows: [] }),
  duties: (page) => ({ ...page, rows: [] }),
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
  // Words that residents used, and who said them.
  hotspots: () => ({ spots: [], setAside: [] }),
  topicContacts: () => [],
  deliberations: (views) => views.map(veiledDeliberation),
  // Of words that were just written here.
  personalData: asItIs,
  // What a neighbourhood has is nobody's secret; the topic's title is residents' words.
  haves: (rows) => rows.map(veiledHaves),
  haveView: (view) => view && veiledHaveView(view),
  haveTopics: (topics) => topics.map((topic) => ({ ...topic, title: VEIL })),
  surveys: asItIs,
  // Numbers and outcomes; never who it is nor what they answered.
  survey: (view) =>
    view && {
      ...view,
      places: view.places.map((place) => ({
        ...place,
        name: veiledName(place.name),
        phoneTail: '',
        place: veiledWords(place.place),
        about: veiledWords(place.about),
        interview: place.interview && { ...place.interview, reason: veiledWords(place.interview.reason), answers: {} },
      })),
    },
  surveyPopulation: asItIs,
  // Ids alone.
  drawSurvey: asItIs,
  redraw: asItIs,
  surveyResults: (results) =>
    results && { ...results, questions: results.questions.map((one) => ({ ...one, texts: [] })) },
  // As `paperView`.
  surveyPaper: asItIs,
  surveyFile: asItIs,
  opinions: (rows) =>
    rows.map((one) => ({ ...one, who: veiledName(one.who), words: VEIL, topicTitle: veiledWords(one.topicTitle) })),
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
  revisitRules: asItIs,
  revisitDue: veiledRows,
  revisitIds: asItIs,
  revisitCall: (sheet) => sheet && veiledSheet(sheet),
  revisitPapers: asItIs,
  casesByNumber: (sheets) => sheets.map(veiledSheet),
  // What a resident said of somebody's work is nobody's business.
  badRatings: (rows) =>
    rows.map((row) => ({ ...row, words: veiledWords(row.words), told: row.told.map((one) => ({ ...one, note: veiledWords(one.note) })) })), // prettier-ignore
  recentRevisits: (rows) =>
    rows.map((row) => ({ ...row, title: veiledWords(row.title), said: row.said && { ...row.said, words: veiledWords(row.said.words) } })), // prettier-ignore
  revisitDraw: asItIs,
  // One that is meant for many hangs on the wall; the one to a resident is theirs.
  notices: (rows) => rows.map(veiledNotice),
  notice: (view) =>
    view && {
      ...view,
      row: veiledNotice(view.row),
      tellings: view.tellings.map((one) => ({ ...one, names: [], persons: [] })),
      requests: view.requests.map(veiledRow),
      aboutTitle: veiledWords(view.aboutTitle),
      joinWith: null,
    },
  noticeTemplates: asItIs,
  noticeStart: (start) => ({ ...start, values: {}, aboutTitle: veiledWords(start.aboutTitle) }),
  toldAbout: (lines) => lines.map((line) => ({ ...line, title: VEIL })),
  recipients: (found) => ({ ...found, persons: [] }),
  recipientRows: () => [],
  // Texts without anybody in them; what was typed just now is what the resident says.
  modelCases: asItIs,
  policyCards: asItIs,
  similarWays: asItIs,
  way: asItIs,
  teaching: asItIs,
  modelProposal: () => null,
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
  // Numbers only: nobody's case is opened, and no colleague is compared with another.
  report: (answer) =>
    answer.kind === 'figures'
      ? { ...answer, figures: { ...answer.figures, ties: [], groups: { ...answer.figures.groups, handler: [] } } }
      : answer,
  figureCases: () => [],
  // Counts and organisations; which case is late is not told, and helpers are persons.
  monthly: (answer) => ({ ...answer, gapList: [], more: { ...answer.more, late: [] }, figures: { ...answer.figures, ties: [], groups: { ...answer.figures.groups, handler: [] } } }), // prettier-ignore
  publicFacts: (facts) => ({ ...facts, figures: { ...facts.figures, ties: [], groups: { ...facts.figures.groups, handler: [] } } }), // prettier-ignore
  helpers: ({ period }) => ({ period, helpers: [] }),
  writeFile: asItIs,
  // Organisations and counts; whose cases they were opens nowhere in counter view.
  scorecards: asItIs,
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
