/** An upper office through the desk: stations, the merged list without titles, figures by station, letters to and fro. */
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { supervisionOf } from '#core/case-file/supervised.ts'
import type { LetterQuery } from '#app/desk/stations-shapes.ts'
import { INTAKE, newProfile, openWorld, newFolder, removeFolder, SET_UP } from './desk-world.ts'
import { clock, DAY, newHouse, pin, run, sent, taken, type Pc } from './exchange-houses.ts'
import { must } from '../host/crash-trials.ts'

let pcs: Pc[] = []
beforeEach(() => {
  newProfile()
  clock.now = Date.parse('2026-11-23T09:00:00+08:00')
})
afterEach(async () => {
  for (const pc of pcs) {
    await pc.world.close()
    await removeFolder(pc.folder)
  }
  pcs = []
})

const SECRETS = ['王素兰', '13800002764', '3号楼2单元101', '插座', '焦味']
const ALL: LetterQuery = { list: 'all', offset: 0, count: 50 }
const PAGE = { sort: 'received', descending: true, offset: 0, limit: 50 } as const

async function world() {
  const office = await newHouse('JD001', '东街街道')
  const first = await newHouse('S0012', '槐树里社区服务站')
  const second = await newHouse('S0013', '北里社区服务站')
  pcs = [office, first, second]
  const station = `station:${office.house}`
  await run(office.world.desk, { name: 'change-setting', input: { station, name: 'isUpperOffice', value: true } })
  await run(office.world.desk, { name: 'change-setting', input: { station, name: 'officeKind', value: 'street' } })
  for (const one of [first, second]) {
    await pin(one, office, 'upper')
    await pin(office, one, 'below')
  }
  const cases: string[] = []
  for (const one of [first, first, second])
    cases.push(await run(one.world.desk, { name: 'receive-case', input: INTAKE }))
  for (const one of [first, second]) for (const file of (await sent(one, office.house, 'report')).files) await taken(office, file) // prettier-ignore
  return { office, first, second, cases }
}
const report = async (from: Pc, to: Pc) => {
  for (const file of (await sent(from, to.house, 'report')).files) await taken(to, file)
}
const directory = async (from: Pc, to: Pc) => {
  for (const file of (await sent(from, to.house, 'directory')).files) await taken(to, file)
}

describe('the merged list', () => {
  test('shows station, number and kind where title, name and place are not known; a filter by station', async () => {
    const { office, first, second, cases } = await world()
    const { desk } = office.world
    const { rows, total } = await desk.page(PAGE)
    expect(total).toBe(3)
    for (const row of rows) {
      expect(row).toMatchObject({ title: '', requester: '', place: '', handlerName: '' })
      expect(row.number).toMatch(/^S001[23]-A-2026-0000/)
    }
    expect(rows.map(({ station }) => station).toSorted()).toEqual(['北里社区服务站', '槐树里社区服务站', '槐树里社区服务站'].toSorted()) // prettier-ignore
    expect((await desk.page({ ...PAGE, station: second.house })).total).toBe(1)
    expect(await desk.countEach([{ station: first.house }, { station: second.house }])).toEqual([2, 1])
    // At the station itself nothing is said of stations.
    expect((await first.world.desk.page(PAGE)).rows[0]!.station).toBeUndefined()
    expect((await first.world.desk.modules()).includes('stations')).toBe(false)
    expect((await desk.modules()).includes('stations')).toBe(true)
    expect(cases).toHaveLength(3)
  })

  test('list, case page, search, today, export and look-up answer, and none of them knows a resident', async () => {
    const { office, cases } = await world()
    const { desk } = office.world
    clock.now += 20 * DAY
    const view = (await desk.caseView(cases[0]!))!
    expect(view.station).toMatchObject({ name: '槐树里社区服务站', isOwn: false })
    expect(view.file.fields.title).toBeUndefined()
    const today = await desk.today({ offset: 0, limit: 50, atOnce: false })
    expect(today.rows.length).toBe(3)
    expect(new Set(today.rows.map(({ reason }) => reason)).size).toBeGreaterThan(0)
    const byNumber = await desk.page({ ...PAGE, search: view.file.fields.number! })
    expect(byNumber.rows.map(({ id }) => id)).toEqual([cases[0]])
    const looked = await desk.lookUp('S0012', [])
    const sheet = await desk.beginExport({ ...PAGE }, 'zh-CN')
    while ((await desk.stepExport(sheet)).done < 3);
    const csv = new TextDecoder().decode(await desk.endExport(sheet, 'csv'))
    expect(csv).toContain('站点')
    expect(csv).toContain('槐树里社区服务站')
    const everything = JSON.stringify([today, view, byNumber, looked, csv, await desk.paperView(cases[0]!)])
    for (const secret of SECRETS) expect(everything).not.toContain(secret)
  })

  test('a revoked or unnamed PC: the number’s short code stands for the station', async () => {
    const { office, first } = await world()
    await run(office.world.desk, { name: 'leave-house', input: { house: first.house } })
    const { rows } = await office.world.desk.page(PAGE)
    expect(rows.every(({ station }) => station !== '' && station !== undefined)).toBe(true)
    expect((await office.world.desk.stations())!.rows.map(({ name }) => name)).toEqual(['北里社区服务站'])
  })
})

describe('站点', () => {
  test('last file, freshness, cases, and what is known to be missing', async () => {
    const { office, first } = await world()
    const { desk } = office.world
    const page = (await desk.stations())!
    expect(page).toMatchObject({ kind: 'street', fresh: 2, missing: 0 })
    expect(
      page.rows.map(({ short, cases, open, overdue, fresh, via }) => [short, cases, open, overdue, fresh, via]),
    ).toEqual([
      ['S0012', 2, 2, 0, 'fresh', ''],
      ['S0013', 1, 1, 0, 'fresh', ''],
    ])
    // One report is lost, the next one says that there was more.
    await run(first.world.desk, { name: 'receive-case', input: INTAKE })
    const lost = await sent(first, office.house, 'report')
    expect(lost.files).toHaveLength(1)
    clock.now += 8 * DAY
    expect((await desk.stations())!.rows.map(({ fresh, days }) => [fresh, days])).toEqual([['due', 8], ['due', 8]]) // prettier-ignore
    clock.now += 8 * DAY
    expect((await desk.stations())!.rows[0]).toMatchObject({ fresh: 'stale' })
    // A file that brings nothing itself says what the station has: then it is known how much was lost.
    const said = must(await first.world.desk.makeRequest(office.house, first.stick))
    for (const { name, path } of said.files) await taken(office, { name, bytes: new Uint8Array(await readFile(path)) })
    const row = (await desk.stations())!.rows[0]!
    expect(row.missing).toBeGreaterThan(0)
    expect(row.fresh).toBe('fresh')
    // Beside figures by station stands the same.
    const beside = await desk.stationCoverage()
    expect(beside.map(({ name, fresh, days }) => [name, fresh, days])).toEqual([
      ['槐树里社区服务站', 'fresh', 0],
      ['北里社区服务站', 'stale', 16],
    ])
    for (const line of beside) expect((await desk.stations())!.rows.find(({ house }) => house === line.house)).toMatchObject(line) // prettier-ignore
    expect(beside[0]!.missing).toBe(row.missing)
    expect(await first.world.desk.stationCoverage()).toEqual([])
    for (const file of lost.files) await taken(office, file)
    expect((await desk.stations())!.rows[0]).toMatchObject({ missing: 0, cases: 3 })
  })

  test('a station that never sent anything', async () => {
    const { office } = await world()
    const third = await newHouse('S0014', '南里社区服务站')
    pcs.push(third)
    await pin(office, third, 'below')
    const row = (await office.world.desk.stations())!.rows.find(({ short }) => short === 'S0014')
    expect(row).toMatchObject({ fresh: 'never', lastIn: null, days: null, cases: 0, name: '南里社区服务站' })
  })
})

test('figures by station, and the cases behind them; at a station there is no such group', async () => {
  const { office, first, second, cases } = await world()
  const asked = { period: { from: '2026-11-01T00:00:00+08:00', until: '2026-12-01T00:00:00+08:00' }, filters: {}, language: 'zh-CN' } as const // prettier-ignore
  const figuresAt = async (pc: Pc, filters = {}) => {
    for (;;) {
      const answer = await pc.world.desk.report({ ...asked, filters })
      if (answer.kind === 'figures') return answer.figures
      if (answer.kind === 'problem') throw new Error(answer.problem)
    }
  }
  const figures = await figuresAt(office)
  expect(figures.groups.station.map(({ key, name, counts }) => [key, name, counts.received])).toEqual([
    [first.house, '槐树里社区服务站', 2],
    [second.house, '北里社区服务站', 1],
  ])
  expect((await figuresAt(office, { station: second.house })).all.counts.received).toBe(1)
  const behind = await office.world.desk.figureCases(asked, { by: 'station', key: second.house, measure: 'received' }, figures.stamp.madeAt) // prettier-ignore
  expect(behind).toEqual([cases[2]])
  expect((await figuresAt(first)).groups.station.map(({ key }) => key)).toEqual([''])
})

describe('往来公文', () => {
  const DUE = '2026-12-01T18:00:00+08:00'
  const order = { kind: 'daily', trigger: 'overdue', demand: '请三日内答复', dueAt: DUE } as const

  test('an order from the case page arrives with its words, is answered there, and accepted', async () => {
    const { office, first, second, cases } = await world()
    const id = cases[0]!
    await run(office.world.desk, { name: 'order-supervision', input: { case: id, to: '', ...order } })
    expect((await office.world.desk.letters(ALL)).rows).toMatchObject([{ kind: 'supervision-order', direction: 'out', state: 'waiting', isHere: true, peerName: '槐树里社区服务站' }]) // prettier-ignore
    await directory(office, first)
    await directory(office, second)
    expect((await second.world.desk.letters(ALL)).rows).toEqual([])
    const { rows, toDo } = await first.world.desk.letters({ ...ALL, list: 'to-do' })
    expect([toDo, rows[0]]).toMatchObject([
      1,
      { state: 'to-do', words: '请三日内答复', dueAt: DUE, case: id, late: false },
    ])
    const view = (await first.world.desk.caseView(id))!
    const [found] = supervisionOf(view.file)
    expect(found!.order).toMatchObject({ demand: '请三日内答复', from: '东街街道' })
    expect(view.judges).toEqual([])
    expect((await office.world.desk.caseView(id))!.judges).toEqual([found!.order.id])
    await run(first.world.desk, { name: 'answer-supervision', input: { case: id, order: found!.order.id, step: 'answered', note: '已处理' } }) // prettier-ignore
    await report(first, office)
    const [answer] = (await office.world.desk.letters({ ...ALL, list: 'to-do' })).rows
    expect(answer).toMatchObject({ kind: 'supervision-answer', words: '已处理' })
    expect((await office.world.desk.letter(answer!.id))!.thread.map(({ kind }) => kind)).toEqual(['supervision-order', 'supervision-answer']) // prettier-ignore
    expect((await office.world.desk.stations())!.rows[0]!.letters).toMatchObject({ toDo: 1, open: 0 })
    await run(office.world.desk, { name: 'answer-letter', input: { letter: answer!.id, step: 'accepted', note: '同意' } }) // prettier-ignore
    await directory(office, first)
    expect(supervisionOf((await first.world.desk.caseView(id))!.file)[0]!.stands.state).toBe('accepted')
  })

  test('an order in general, late when its day is over', async () => {
    const { office, first } = await world()
    await run(office.world.desk, { name: 'send-letter', input: { kind: 'supervision-order', to: first.house, order } })
    clock.now += 20 * DAY
    expect((await office.world.desk.stations())!.rows[0]!.letters).toEqual({ toDo: 0, open: 1, late: 1, notThere: 1 })
    expect((await office.world.desk.letters(ALL)).rows[0]).toMatchObject({ late: true, case: '', isHere: false })
  })

  test('个案转报: what leaves stands in the preview; the office sees that and no more; its result closes the loop', async () => {
    const { office, first, cases } = await world()
    const id = cases[0]!
    expect(await first.world.desk.upperOffice()).toMatchObject({ house: office.house, name: '东街街道' })
    const [preview] = await first.world.desk.transferCases([id])
    expect(preview).toMatchObject({ number: 'S0012-A-2026-00001', isOpen: false, holds: { name: '王素兰', phone: '13800002764' } }) // prettier-ignore
    const letter = await run(first.world.desk, {
      name: 'send-letter',
      input: { kind: 'transfer', to: office.house, cases: [id], fields: ['name'], demand: '申请临时救助', dueAt: DUE, ground: 'statutory-duty', approvedBy: '站长' }, // prettier-ignore
    })
    await report(first, office)
    const shown = (await office.world.desk.letter(letter))!
    expect(shown).toMatchObject({
      kind: 'transfer',
      state: 'to-do',
      isReadable: true,
      body: { fields: { name: '王素兰' } },
    })
    // Whom the letter named is pointed out in words of the office that are about to go anywhere else.
    const said = '王素兰的救助请三日内报来'
    expect(await office.world.desk.namesIn(id, said)).toEqual(['王素兰'])
    expect(await office.world.desk.namesIn('', said)).toEqual(['王素兰'])
    expect(await office.world.desk.namesIn(cases[1]!, said)).toEqual([])
    expect(await office.world.desk.namesIn('', '请三日内报来')).toEqual([])
    // Nothing but what was ticked, and only in the letter and its act.
    const rest = JSON.stringify([shown, await office.world.desk.caseView(id), await office.world.desk.page(PAGE)])
    for (const secret of SECRETS.slice(1)) expect(rest).not.toContain(secret)
    await run(office.world.desk, { name: 'answer-letter', input: { letter, outcome: 'solved', note: '已发放', handledBy: '民政办' } }) // prettier-ignore
    await directory(office, first)
    const view = (await first.world.desk.caseView(id))!
    expect(view.file.acts.find(({ type }) => type === 'transfer-result')).toMatchObject({ outcome: 'solved', handledBy: '民政办' }) // prettier-ignore
    expect(view.file.conflicts).toEqual([])
    expect((await first.world.desk.transferCases([id]))[0]!.isOpen).toBe(false)
    expect((await first.world.desk.letters(ALL)).rows.map(({ state }) => state).toSorted()).toEqual([
      'answered',
      'kept',
    ])
  })
})

test('下发: what the office keeps for all of them, and what has changed since it was sent', async () => {
  const { office, first, second } = await world()
  const provider = { name: '街道民政办', kind: 'public-affairs', phone: '10000003001', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' } as const // prettier-ignore
  await run(office.world.desk, { name: 'save-provider', input: provider })
  const before = (await office.world.desk.publishing())!
  expect(before.lines).toEqual([{ of: 'provider', all: 1, fresh: 1 }])
  expect(before.behind.map(({ house }) => house).toSorted()).toEqual([first.house, second.house].toSorted())
  await directory(office, first)
  expect((await office.world.desk.publishing())!.lines[0]).toMatchObject({ fresh: 1 })
  await directory(office, second)
  expect((await office.world.desk.publishing())!.lines[0]).toMatchObject({ fresh: 0 })
  expect((await first.world.desk.providers()).map(({ name }) => name)).toContain('街道民政办')
})

test('set up as a 街道: settings, module and card say so, and after a start they still do', async () => {
  const folder = await newFolder()
  const { desk, close } = await openWorld(folder)
  const opened = must(await desk.setUp({ ...SET_UP, office: 'street' }))
  expect(opened.card.office).toBe('street')
  expect(await desk.modules()).toEqual(expect.arrayContaining(['stations', 'supervision']))
  expect((await desk.timeRules()).settings).toMatchObject({ isUpperOffice: true, officeKind: 'street', upperOffice: '区级主管部门' }) // prettier-ignore
  expect((await desk.stations())!.rows).toEqual([])
  await close()
  const again = await openWorld(folder)
  must(await again.desk.find())
  expect(must(await again.desk.unlock(SET_UP.password, 'user')).card.office).toBe('street')
  await again.close()
  await removeFolder(folder)
})
