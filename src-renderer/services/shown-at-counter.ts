/**
 * 柜台模式: what of each answer of the desk residents may see: all of it (`asItIs`) or what a function leaves.
 *
 * To add a question to the desk: a line here (a compile error until it is there).
 */
import { maskedPlace } from '#core/case-file/masked.ts'
import { VEIL, veiledName, veiledWords } from '#core/case-file/veiled.ts'
import type { LetterLine } from '../desk/stations-shapes.ts'
import { err, ok } from '#core/lib/result.ts'
import type { DeskApi } from './desk-types.ts'
import {
  veiledRow,
  veiledRows,
  veiledSheet,
  veiledPerson,
  veiledTopic,
  veiledNotice,
  veiledView,
  veiledEntry,
  veiledOrder,
} from './veiled-answers.ts'
import { veiledDeliberation, veiledHaves, veiledHaveView } from './veiled-civic.ts'

type Answer<K extends keyof DeskApi> = Awaited<ReturnType<DeskApi[K]>>
type Shown = { readonly [K in keyof DeskApi]: (answer: Answer<K>) => Answer<K> }

const asItIs = <T>(answer: T): T => answer

const veiledLetter = <T extends LetterLine>(line: T): T => ({ ...line, words: line.words === '' ? '' : VEIL })

/** Providers are organisations, in the directory: nothing about them is private. */
export const SHOWN: Shown = {
  find: asItIs,
  setUp: asItIs,
  joining: asItIs,
  askToJoin: asItIs,
  stopJoining: asItIs,
  readJoin: asItIs,
  join: asItIs,
  renewKeys: asItIs,
  // Names of PCs and houses, digits to compare: no resident is in them.
  devices: asItIs,
  readRequest: asItIs,
  letPcIn: asItIs,
  grantOfPc: asItIs,
  connectBelow: asItIs,
  houseRequest: asItIs,
  readGrant: asItIs,
  takeGrant: asItIs,
  ownRequest: asItIs,
  renamePc: asItIs,
  revokePc: asItIs,
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
  // Values in dispute are what residents said, and who of the staff wrote what is nobody's business.
  differences: () => ({ rows: [], total: 0, counts: {}, pcs: [] }),
  differenceCount: () => 0,
  previewRule: () => ({ rows: [], changed: 0, same: 0, left: 0, inputs: [] }),
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
  // A file for the disk; its password is nobody's at the counter, so that none is made there.
  packsMade: (rows) => rows.map((one) => ({ ...one, by: veiledName(one.by) })),
  firstDayPack: (pack) => ({ ...pack, password: VEIL, leaks: [] }),
  // Offices and counts; what stands in a letter about somebody is not told.
  stations: asItIs,
  stationCoverage: asItIs,
  // Which words of a text are somebody's name.
  namesIn: () => [],
  stationChoices: asItIs,
  upperOffice: asItIs,
  publishing: asItIs,
  letters: (page) => ({ ...page, rows: page.rows.map(veiledLetter) }),
  letter: (view) => view && { ...veiledLetter(view), body: {}, thread: view.thread.map(veiledLetter) },
  transferCases: (rows) => rows.map((one) => ({ ...one, title: VEIL, holds: {} })),
  // Organisations, files and counts; what was found in a text is not told.
  exchangeHome: asItIs,
  previewExport: (made) => (made.ok ? ok({ ...made.value, leaks: [] }) : made),
  makeExport: (made) => (made.ok ? ok({ ...made.value, preview: { ...made.value.preview, leaks: [] } }) : made),
  receiveFile: asItIs,
  lookAgain: asItIs,
  takeIn: asItIs,
  takeInAll: asItIs,
  unfinishedImport: asItIs,
  retryWaiting: asItIs,
  inbox: asItIs,
  dropInbox: asItIs,
  bundles: (rows) => rows.map((one) => ({ ...one, by: veiledName(one.by) })),
  exchangeGaps: asItIs,
  makeRequest: (made) => (made.ok ? ok({ ...made.value, preview: { ...made.value.preview, leaks: [] } }) : made),
}
