/**
 * The desk: everything the screens ask, answered by one object in the worker. It holds the keys, the state and the
 * columns; plaintext leaves it only as the rows and views a screen shows.
 */
import { entitiesOf, providerCards } from '#core/book/book.ts'
import { value } from '#core/kernel/entity.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { ok } from '#core/lib/result.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import { moduleId, modulesOn } from '#core/station/modules.ts'
import type { DeskApi } from './api.ts'
import type { DeskEvent } from './shapes.ts'
import { stationDoor } from './station-door.ts'
import { roomsLater } from './rooms-later.ts'
import { staffQuestions } from './staff-questions.ts'
import { attachmentsOf } from './attachments.ts'
import { draftsOf } from './drafts.ts'
import { findProviders } from './find-providers.ts'
import { importRows } from './import-rows.ts'
import { listImports, previewUndo, undoImport } from './imports.ts'
import { lookUp } from './look-up.ts'
import type { DeskParts } from './parts.ts'
import { peoplePage, wholeRequester } from './people.ts'
import { readSavedViews, writeSavedViews } from './saved-views.ts'
import { todayAtOnce, todayPage } from './today-list.ts'
import { countsEach, countsOf, isFrontQuery, pageOf } from './views.ts'

const loadExports = () => import('./export-list.ts')

export function createDesk(parts: DeskParts, emit: (event: DeskEvent) => void): DeskApi {
  /** Spreadsheet code, once somebody exported. */
  let exports: Awaited<ReturnType<typeof loadExports>> | null = null
  const exporting = async () => (exports = await loadExports())

  const door = stationDoor(parts, emit, async (current) => {
    if (current) exports?.dropExports(current.state)
    await drafts.flush()
  })
  const { ready, station } = door
  const drafts = draftsOf(parts, station)
  const attachments = attachmentsOf(parts, station, ready)
  let locks = 0
  /** Long work ends the moment somebody locks, not when the lock has finished writing. */
  const lock = (): Promise<void> => {
    locks += 1
    return door.lock().finally(() => (locks -= 1))
  }
  const asking = { ready, parts, station: () => (locks > 0 ? null : station()), emit, takeLetter: door.takeLetter }

  return {
    find: door.find,
    setUp: door.setUp,
    joining: door.joining,
    askToJoin: door.askToJoin,
    stopJoining: door.stopJoining,
    readJoin: door.readJoin,
    join: door.join,
    renewKeys: door.renewKeys,
    unlock: door.unlock,
    lock,
    addCommandLineSlot: door.addCommandLineSlot,
    checkEverything: door.checkEverything,
    run: async (command) => {
      const saved = await (await ready()).keeper.run(command)
      return saved.ok ? ok({ entities: saved.value.entities }) : saved
    },
    page: async (query) => {
      const front = door.front()
      if (front && isFrontQuery(query)) {
        // The answer goes first, then the rest is read.
        setTimeout(() => void ready().catch(() => undefined), 0)
        return { ...front, revision: 0 }
      }
      return pageOf((await ready()).state, query, parts.clock())
    },
    countEach: async (filters) => countsEach((await ready()).state, filters, parts.clock()),
    today: async (query) => {
      const front = query.atOnce ? door.front() : null
      if (front) return todayAtOnce(front, parts.clock())
      return todayPage((await ready()).state, query, parts.clock())
    },
    counts: async () => countsOf((await ready()).state, parts.clock()),
    providers: async () => {
      const { book } = (await ready()).state
      return providerCards(book).toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    },
    people: async (query) => peoplePage((await ready()).state, query, parts.clock()),
    repeats: async (request) => (await import('./repeats.ts')).repeatsOf((await ready()).state, request, parts.clock()),
    requester: async (caseId) => wholeRequester((await ready()).state, caseId),
    lookUp: async (words, names) => lookUp((await ready()).state, words, names),
    modules: async () => {
      const { book } = (await ready()).state
      const { replica, station: id } = book
      const chosen = (of: string, field: string): boolean | undefined => {
        const entity = id === null ? undefined : replica.entities.get(of)
        return entity && (value(entity, field) as boolean | undefined)
      }
      return [
        ...modulesOn((name) => chosen(moduleId(id ?? '', name), 'on')),
        ...(entitiesOf(book, 'device').size > 1 ? (['conflicts'] as const) : []),
        // settings.ts would bring zod into the first screen.
        ...(chosen(`setting:${id?.replace(/^\w+:/, '')}.isUpperOffice`, 'value') ? (['stations'] as const) : []),
      ]
    },
    ...attachments,
    drafts: async (form = 'intake') => (await drafts.list()).filter((draft) => draft.form === form),
    putDraft: drafts.put,
    removeDraft: drafts.remove,
    importRows: async (rows, share) => importRows(await ready(), rows, share ?? { before: 0, of: rows.length }, emit),
    imports: async () => listImports((await ready()).state),
    previewUndo: async (id) => previewUndo((await ready()).state, id),
    undoImport: async (id, confirmed) => undoImport(await ready(), id, confirmed, emit),
    beginExport: async (request, language) =>
      (await exporting()).beginExport((await ready()).state, request, language, parts.clock()),
    stepExport: async (id) => (await exporting()).stepExport((await ready()).state, id),
    endExport: async (id, format) => (await exporting()).endExport((await ready()).state, id, format),
    dropExport: async (id) => (await exporting()).dropExport((await ready()).state, id),
    writeSheet: async (sheet, format) => (await exporting()).sheetBytes(sheet, format),
    savedViews: () => readSavedViews(station()),
    putSavedViews: (views) => writeSavedViews(station(), views, parts.random),
    findProviders: async (words) => (await findProviders((await ready()).state, words)).map(({ id }) => id),
    saveState: async () => (await ready()).saveState(),
    ...staffQuestions(asking),
    ...roomsLater(asking),
    dataHeads: async () => dataHeads(headSet((await ready()).state.book.replica)),
  }
}
