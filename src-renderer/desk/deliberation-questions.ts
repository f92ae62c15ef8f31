/** What the screens ask about 协商议事 on a topic. */
import { entitiesOf, readCase, readEntity, readProvider, userName, type Book } from '#core/book/book.ts'
import { madeOf } from '#core/book/made-of.ts'
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import type { DeliberationStep } from '#core/topic/deliberation-codes.ts'
import { deliberationCard, resolutionTask, stepRecord, type Deliberation, type ResolutionTask, type StepRecord } from '#core/topic/deliberation-fields.ts' // prettier-ignore
import { deliberationRoad, missingSteps, recordsInForce, type RoadStep } from '#core/topic/deliberation-road.ts'
import { namedIn, personalDataIn, type PersonalData } from '#core/topic/personal-data.ts'
import type { Asking } from './asking.ts'
import type { DeskState } from './state.ts'
import { joinedTo } from './topics.ts'

export type StepShown = StepRecord & { readonly byName: string }
export type TaskShown = ResolutionTask & {
  readonly providerName: string
  /** Number of the case in which it is carried out; '' for none. */
  readonly caseNumber: string
}
export type DeliberationView = Deliberation & {
  readonly byName: string
  readonly road: readonly (Omit<RoadStep, 'records'> & { readonly records: readonly StepShown[] })[]
  readonly missing: readonly DeliberationStep[]
  readonly tasks: readonly TaskShown[]
  /** Records that others put right, newest first: the procedure is kept step by step. */
  readonly corrected: readonly StepShown[]
}

export type DeliberationQuestions = {
  /** Of one topic, the newest first. */
  deliberations(topic: string): Promise<readonly DeliberationView[]>
  /** What of a text that will be published names members of the topic. */
  personalData(topic: string, text: string): Promise<readonly PersonalData[]>
}

export const deliberationQuestions = ({ ready, parts }: Asking): DeliberationQuestions => ({
  deliberations: async (topic) => deliberationsOf((await ready()).state.book, topic, dayOf(momentOf(parts.clock()))),
  personalData: async (topic, text) => found((await ready()).state, topic, text),
})

const all = madeOf('deliberation', (read) => read.map(({ id, ...fields }) => deliberationCard(id, fields)))
const steps = madeOf('deliberation-step', (read) => read.map(({ id, ...fields }) => stepRecord(id, fields)))
const tasksMade = madeOf('resolution-task', (read) => read.map(({ id, ...fields }) => resolutionTask(id, fields)))

/** Some dozens a year: read whole. */
export function deliberationsOf(book: Book, topic: string, today: Day): DeliberationView[] {
  return all(book)
    .filter((one) => one.topic === topic)
    .toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1))
    .map((about): DeliberationView => {
      const records = steps(book).filter(({ deliberation }) => deliberation === about.id)
      const tasks = tasksMade(book).filter(({ deliberation }) => deliberation === about.id)
      const shown = (record: StepRecord): StepShown => ({ ...record, byName: userName(book, record.by) })
      const road = deliberationRoad(about, records, tasks, today)
      const inForce = new Set(recordsInForce(records).map(({ id }) => id))
      return {
        ...about,
        byName: userName(book, about.by),
        road: road.map((step) => ({ ...step, records: step.records.map(shown) })),
        missing: missingSteps(road),
        tasks: tasks
          .toSorted((a, b) => (a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.id < b.id) ? -1 : 1))
          .map((task) => ({
            ...task,
            providerName: task.provider ? (readProvider(book, task.provider)?.name ?? '') : '',
            caseNumber: task.case ? (readCase(book, task.case)?.fields.number ?? '') : '',
          })),
        corrected: records
          .filter(({ id }) => !inForce.has(id))
          .toSorted((a, b) => (a.at < b.at ? 1 : -1))
          .map(shown),
      }
    })
}

/** Everybody of the topic, whatever of them was joined since. */
function found(state: DeskState, topic: string, text: string): readonly PersonalData[] {
  const people = joinedTo(state, topic).flatMap((row) => {
    const file = readCase(state.book, state.table.id[row]!)
    return file ? [namedIn(file)] : []
  })
  return personalDataIn(text, people)
}

/** Whether anything was ever deliberated on a topic: for its line in the list. */
export const deliberated = (book: Book): ReadonlySet<string> =>
  new Set([...entitiesOf(book, 'deliberation')].map((id) => String(readEntity(book, id)?.['topic'] ?? '')))
