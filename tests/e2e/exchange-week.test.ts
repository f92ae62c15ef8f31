/**
 * A week between four PCs that share nothing but files: two of one station, another station, and their 街道. People compare digits,
 * look at previews and dry runs, settle a conflict and answer an order on the screens; the bulk goes through the same desk without
 * them. In the end all agree, and the office holds no resident.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { sealAge } from '#core/exchange/bundle/age.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { pcOfLog, scopeOfLog } from '#core/kernel/event.ts'
import { identityOf } from '#core/keys/identity.ts'
import { SET_UP } from '../desk/desk-world.ts'
import { ringOfFolder } from '../desk/everything-stored.ts'
import { approve, askToJoin, askUpper, deskOf, exportByHand, exported, importByHand, join, keepDesk, open, ownDigits, receiveByHand, run, setUpOffice, stepOrder, takeInByHand } from './exchange-hands.ts' // prettier-ignore
import { choose, openForm, save, unlock } from './hand.ts'
import { filesAt, heldAt, openLogs, stateOf, whereIs, type Held } from './held-at.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp, type StationApp } from './station-app.ts'

const [front, back, other, office] = (await Promise.all([1, 2, 3, 4].map(() => stationApp([], keepDesk)))) as [StationApp, StationApp, StationApp, StationApp] // prettier-ignore
afterAll(() => Promise.all([front, back, other, office].map((app) => app.close())))

const A = {
  name: '槐树里社区服务站',
  code: '110101001001',
  short: 'S0012',
  user: '受理员甲',
  password: SET_UP.password,
}
const B = { ...A, name: '安定里社区服务站', code: '110101001002', short: 'S0013', user: '受理员乙' }
const STREET = '安定街道办事处'

/** Names, phones, addresses, titles, stories: none of them a word of the program. */
const RESIDENTS = [
  ['欧阳春莲', '13811110001', '槐树里七号楼三单元四零二', '水表井盖翘起来了', '送报纸的孩子昨晚在那儿绊了一跤'],
  ['端木建国', '13811110002', '槐树里九号楼一单元六零一', '楼顶鸽子棚太吵', '孙女要高考了一夜一夜睡不着'],
  ['司徒敏华', '13811110003', '槐树里二号楼五单元二零三', '想找人修缝纫机', '那台蝴蝶牌是母亲留下来的'],
  ['慕容志远', '13811110004', '安定里四号楼二单元一零一', '楼道里堆着旧棺木', '邻居说是给老父亲备着的'],
  ['尉迟玉芬', '13811110005', '安定里六号楼四单元三零五', '腌菜缸占了消防通道', '缸里的雪里蕻已经长毛了'],
] as const
const WORDS = RESIDENTS.flat()
const requestOf = (of: number, more: Partial<Parameters<typeof request>[0]> = {}) => {
  const [requesterName, requesterPhone, place, title, text] = RESIDENTS[of]!
  return request({ requesterName, requesterPhone, place, title, text, serviceType: 'welfare', ...more })
}
const personOf = (of: number): Command => {
  const [name, phone, placeWords] = RESIDENTS[of]!
  return { name: 'save-person', input: { name, phone, placeWords, marks: [], note: '' } }
}

/** Case ids. */
const cases = { well: '', pigeons: '', sewing: '', coffin: '', jar: '' }
let house = { a: '', b: '', office: '' }
/** What was handed to the office, and to the front PC. */
const toOffice: string[] = []
const toFront: string[] = []
/** From one PC of the station to the other, with everything in it. */
let over: readonly string[] = []

const houseOf = async (app: StationApp): Promise<string> => (await deskOf(app).exchangeHome())!.house.id

beforeAll(async () => {
  await seedStation(
    front.folder,
    async ({ run: write, daysAgo }) => {
      daysAgo(7)
      await write(provider({ name: '暖邻志愿服务队', serviceType: 'welfare' }))
      await write(personOf(0))
      cases.well = await write(requestOf(0))
      daysAgo(6)
      cases.pigeons = await write(requestOf(1))
    },
    A,
  )
  await seedStation(
    other.folder,
    async ({ run: write, daysAgo }) => {
      daysAgo(7)
      await write(personOf(3))
      cases.coffin = await write(requestOf(3))
    },
    B,
  )
})

test('four programs; the second PC comes in by request and grant, the stations join the office, digits compared each time', async () => {
  const opened = (app: StationApp) => app.start().then((page) => unlock(page, SET_UP.password))
  const [asked] = await Promise.all([
    back.start().then(() => askToJoin(back, '里屋')),
    office.start().then(() => setUpOffice(office, STREET, '110101001000', 'JD001')),
    opened(front),
    opened(other),
  ])
  const joined = async (): Promise<void> => {
    const grant = await approve(front, asked.file, asked.digits, '批准加入，存出许可文件', '里屋的同事')
    await front.shot('week-pc-let-in')
    const digits = await ownDigits(front)
    await join(back, grant, digits)
    expect(await ownDigits(back)).toBe(digits)
  }
  const connected = async (app: StationApp, name: string): Promise<void> => {
    const wish = await askUpper(app)
    const allowed = await approve(office, wish, await ownDigits(app), '批准接入，存出许可文件')
    toOffice.push(wish)
    await approve(app, allowed, await ownDigits(office), '采用')
    await app.page.getByText(STREET).first().waitFor()
    await office.page.getByText(name).first().waitFor()
  }
  await Promise.all([joined(), connected(other, B.name)])
  await connected(front, A.name)
  await office.shot('week-office-houses')
  house = { a: await houseOf(front), b: await houseOf(other), office: await houseOf(office) }
  expect(await houseOf(back)).toBe(house.a)
})

test('the first hand-over between the two PCs, with its preview and its dry run', async () => {
  const picture = new Uint8Array(40_000).map((_, i) => (i * 31) % 251)
  picture.set(new TextEncoder().encode(RESIDENTS[0][4]), 1_000)
  const attached = await deskOf(front).attach(cases.well, `${RESIDENTS[0][0]}.png`, 'image/png', picture)
  expect(attached).toMatchObject({ ok: true })
  const { said, files } = await exportByHand(front, '本站其他电脑')
  expect(said).toContain('2 件工单，全部内容')
  expect(said).toContain('姓名、电话、住址、证件号、诉求内容也在里面：只有本站的电脑打得开。')
  const [looked] = await receiveByHand(back, files)
  expect(looked!.replace(/\s+/g, '')).toContain('新工单2')
  await back.shot('week-dry-run')
  const [taken] = await takeInByHand(back)
  expect(taken).toMatch(/已导入：\d+ 条新记录/)
  expect((await deskOf(back).exchangeHome())!.peers.map(({ name }) => name)).toContain(STREET)
  cases.sewing = await run(back, requestOf(2))
  await run(back, personOf(2))
})

test('both PCs change one urgency; what goes up is said before, goes in scrambled, one file is lost, one comes twice', async () => {
  // Lost on its way: nobody ever sees it again.
  const { said } = await exportByHand(front, STREET)
  expect(said).toContain('2 件工单的进展')
  expect(said).toContain('姓名、电话、住址、证件号、诉求标题和内容、答复内容、附件都留在本站。')
  for (const word of WORDS) expect(said).not.toContain(word)
  const early = await exported(other, house.office, 'report')

  await run(front, { name: 'correct-request', input: { case: cases.pigeons, urgency: 'urgent' } })
  await run(back, { name: 'correct-request', input: { case: cases.pigeons, urgency: 'danger' } })
  await run(front, { name: 'record-answer', input: { case: cases.well, way: 'phone', content: RESIDENTS[0][3], answeredBy: '' } }) // prettier-ignore
  cases.jar = await run(other, requestOf(4))
  const late = await exported(other, house.office, 'report')
  const [ofFront, ofBack] = await Promise.all([exported(front, house.office, 'report'), exported(back, house.office, 'report')]) // prettier-ignore

  const scrambled = [...late, ...ofBack, ...early, ...ofFront]
  toOffice.push(...scrambled)
  const cards = await importByHand(office, scrambled)
  await office.shot('week-scrambled')
  expect(cards).toHaveLength(4)
  for (const card of cards) expect(card).toMatch(/已导入：/)
  expect(cards.filter((card) => card.includes('去核对'))).toHaveLength(1)
  const [again] = await receiveByHand(office, late)
  expect(again).toContain('这个文件以前导入过，没有重复计算。')
  // A file of one station brought to the other by mistake does not open there.
  const [astray] = await receiveByHand(other, ofFront)
  expect(astray).toContain('本站的数据没有变')
  await other.shot('week-astray')
  const [aside] = await deskOf(other).inbox()
  expect(aside).toMatchObject({ box: 'aside', why: 'not-for-us' })
  await deskOf(other).dropInbox(aside!.inbox)

  await open(office, '#/cases')
  await office.page.getByText('共 5 件').waitFor()
})

test('the conflict reaches the office and is settled there; an order goes down with it', async () => {
  const { page } = office
  await open(office, '#/conflicts')
  await page.getByRole('heading', { level: 1, name: '待核对' }).waitFor()
  const list = page.locator('.conflict-list button')
  await expect.poll(() => list.count()).toBe(1)
  const said = await page.locator('.difference').innerText()
  expect(said).toMatch(/紧急/)
  await office.shot('week-conflict')
  await page.keyboard.press('1')
  await page.getByText('没有要核对的').waitFor()

  await open(office, `#/cases/${encodeURIComponent(cases.well)}`)
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  const form = await openForm(page, 'Alt+i', '督办')
  await choose(form, '超期')
  await form.getByLabel('督办要求').fill('五日内办结并回复。')
  await choose(form, '街道办事处')
  await office.shot('week-order')
  await save(page)
  await run(office, provider({ name: '安定街道养老驿站', serviceType: 'welfare' }))

  const toA = (await exportByHand(office, A.name)).files
  const toB = await exported(office, house.b, 'directory')
  toFront.push(...toA)
  const [down] = await importByHand(front, toA)
  expect(down).toMatch(/已导入：/)
  await importByHand(other, toB)
})

test('the station answers the order, the office accepts it', async () => {
  await run(front, { name: 'switch-module', input: { station: `station:${house.a}`, module: 'supervision', on: true } })
  await run(office, { name: 'switch-module', input: { station: `station:${house.office}`, module: 'supervision', on: true } }) // prettier-ignore
  await stepOrder(front, '答复', '井盖已经换新，回访过了。', '服务站')
  await front.shot('week-answered')
  // Whichever PC carries them: what the other one has not seen yet goes between the two first.
  over = await exported(back, house.a, 'hand-over')
  toFront.push(...over)
  await importByHand(front, over)
  const up = await exported(front, house.office, 'report')
  toOffice.push(...up)
  await importByHand(office, up)
  await stepOrder(office, '认可结案', '街道复核认可。', '街道办事处')
  await office.shot('week-accepted')
})

let urgency = ''
let held: { readonly front: Held; readonly back: Held; readonly other: Held; readonly office: Held }

test('the last round of files; nothing is missing, waiting or in dispute anywhere', async () => {
  const down = [await exported(office, house.a, 'directory'), await exported(office, house.b, 'directory')] as const
  toFront.push(...down[0])
  await Promise.all([importByHand(front, down[0]), importByHand(other, down[1])])
  // The office's word on the answer is written down at the station as well, and that goes up once more.
  const last = await exported(front, house.office, 'report')
  toOffice.push(...last)
  await importByHand(office, last)
  await importByHand(back, await exported(front, house.a, 'hand-over'))
  // What went between the two PCs, brought to the office by mistake: it lies in its inbox and does not open.
  await receiveByHand(office, over)
  expect(await deskOf(office).inbox()).toMatchObject([{ box: 'aside', why: 'not-for-us' }])
  for (const app of [front, back, other, office]) {
    const desk = deskOf(app)
    expect(await desk.exchangeGaps()).toEqual([])
    if (app !== office) expect(await desk.inbox()).toEqual([])
    expect(await desk.differenceCount()).toBe(0)
  }
  const shownAt = async (app: StationApp) => {
    const { rows } = await deskOf(app).page({ sort: 'number', descending: false, offset: 0, limit: 100 })
    return rows.map(({ id, number, title, status }) => [id, number, title, status])
  }
  expect(await shownAt(back)).toEqual(await shownAt(front))
  const [atFront, atOffice] = [await deskOf(front).caseView(cases.pigeons), await deskOf(office).caseView(cases.pigeons)] // prettier-ignore
  urgency = atFront!.file.fields.urgency ?? ''
  expect(atOffice!.file.fields.urgency).toBe(urgency)
  expect([atFront!.file.fields.title, atOffice!.file.fields.title ?? '']).toEqual([RESIDENTS[1][3], ''])
  expect([front, back, other, office].flatMap(({ faults }) => faults)).toEqual([])
  // Locking writes down the state as it is.
  await Promise.all([front, office].map(({ page }) => page.keyboard.press('Control+l').then(() => page.getByLabel('密码', { exact: true }).waitFor()))) // prettier-ignore
  held = {
    front: await heldAt(front, toFront),
    back: await heldAt(back, []),
    other: await heldAt(other, []),
    office: await heldAt(office, toOffice),
  }
})

test('byte for byte: the two PCs in everything, station and office in what they share, all four in what is for all', () => {
  const { front: a, back: b, other: c, office: o } = held
  const disputed = [a, b, c, o].map(({ replica }) => [...replica.entities.values()].flatMap((one) => conflicts(one).map((field) => `${one.id} ${field}`))) // prettier-ignore
  expect(disputed).toEqual([[], [], [], []])
  const isFile = (id: string): boolean => id.startsWith('bundle:')
  const all = ({ replica }: Held) => stateOf(replica, (_, id) => !isFile(id))
  expect(all(b)).toBe(all(a))
  const [ofA, ofB, ofC, ofO] = [a, b, c, o].map(({ replica }) => openLogs(replica))
  expect([...ofB!].toSorted()).toEqual([...ofA!].toSorted())
  // Each log ends here where it ends there: no event of it stayed behind.
  for (const logs of [ofA!, ofC!]) for (const [log, end] of logs) expect([log, ofO!.get(log)]).toEqual([log, end])
  const both = (one: ReadonlyMap<string, string>, at: Held) => stateOf(at.replica, (log) => one.has(log))
  expect(both(ofA!, o)).toBe(both(ofA!, a))
  expect(both(ofA!, a)).toContain(`["urgency","${urgency}"]`)
  expect(both(ofA!, b)).toBe(both(ofA!, a))
  expect(both(ofC!, o)).toBe(both(ofC!, c))
  const forAll = new Map([...ofA!].filter(([log]) => ofC!.has(log)))
  expect([...new Set([...forAll.keys()].map(scopeOfLog))]).toEqual(['directory'])
  const dumps = [a, b, c, o].map((at) => both(forAll, at))
  expect(dumps[0]).toContain('安定街道养老驿站')
  expect(new Set(dumps).size).toBe(1)
  // Nothing of one station is at the other.
  const pcs = (logs: ReadonlyMap<string, string>) => new Set([...logs.keys()].map(pcOfLog))
  expect([...pcs(ofA!)].filter((pc) => pcs(ofC!).has(pc))).toEqual([...pcs(forAll)])
})

test('the search that finds every resident at the stations finds none at the office', () => {
  const stations = [...held.front.stored, ...held.other.stored]
  const there = whereIs(stations, WORDS)
  expect([...there].filter(([, places]) => places.length === 0)).toEqual([])
  const kinds = [...there.values()].flat()
  for (const kind of [/frame \d+$/, /^(segments|tail) \d+ frame/, /^snapshot /, /^blob:/, /^bundle .*events/, /^bundle .*blobs/]) expect(kinds.some((where) => kind.test(where))).toBe(true) // prettier-ignore
  const opened = held.office.stored.map(({ where }) => where)
  for (const kind of [/journal.* frame \d+$/, /^(segments|tail) \d+ frame/, /^snapshot /, /station.inbox/, /^bundle given .*events/, /^bundle .*Documents/]) expect(opened.some((where) => kind.test(where))).toBe(true) // prettier-ignore
  expect([...whereIs(held.office.stored, WORDS)].filter(([, places]) => places.length > 0)).toEqual([])
})

test('and it would: each leak that is planted there is found, in a name, in a file of Chromium, in the inbox, in a bundle', async () => {
  const [[name, phone, address, title, story]] = RESIDENTS
  const { receives } = identityOf((await ringOfFolder(office.folder)).ring)
  const big = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
  const bundle = await sealAge(zipSync({ [`letters/${title}.json`]: new Uint8Array(), 'blobs/x': big(story) }), [receives]) // prettier-ignore
  const lying: readonly (readonly [path: string, content: string | Uint8Array, words: readonly string[]])[] = [
    [`station/inbox/waiting/${name}.zip.age`, '', [name]],
    ['station/inbox/quarantine/x.json', `{"why":"${phone}"}`, [phone]],
    ['profile/Local Storage/leveldb/000009.log', Buffer.from(address, 'utf16le'), [address]],
    ['Documents/x.zip.age', bundle, [title, story]],
  ]
  for (const [path, content] of lying) {
    await mkdir(dirname(resolve(office.place, path)), { recursive: true })
    await writeFile(resolve(office.place, path), content)
  }
  const found = whereIs(await filesAt(office, []), WORDS)
  for (const [path, , words] of lying)
    for (const word of words) expect(found.get(word)!.filter((where) => where.includes(resolve(office.place, path))), path).not.toEqual([]) // prettier-ignore
  for (const [path] of lying) await rm(resolve(office.place, path))
  expect([...whereIs(await filesAt(office, toOffice), WORDS)].filter(([, places]) => places.length > 0)).toEqual([])
})
