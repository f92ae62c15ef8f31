/** A station with two PCs and its street office, with real files between them; what the pictures of 文件交换 show. All invented. */
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from '#core/commands.ts'
import { INTAKE, newProfile, openWorld, newFolder, removeFolder, SET_UP } from '../desk/desk-world.ts'
import {
  clock,
  DAY,
  newHouse,
  openPc,
  pin,
  run,
  secondPc,
  sent,
  taken,
  type File,
  type Pc,
} from '../desk/exchange-houses.ts'
import { provider } from '../e2e/seed-station.ts'
import { importRowsOf } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { SHOTS_NOW } from './frozen-clock.ts'

/** What is fed to the program by hand, and letters: paths and ids, as soon as the houses stand. */
export const HOUSES = {
  fromOffice: '',
  fromBack: '',
  gap: '',
  mass: '',
  broken: '',
  pcRequest: '',
  houseRequest: '',
  order: '',
  transfer: '',
}

const HOUR = 3_600_000
const RESIDENT = { name: '郑六甲', phone: '10000006601', placeWords: '槐树里小区3号楼2单元101', marks: [], note: '' }

const received = (title: string, more: object = {}): Command => ({
  name: 'receive-case',
  input: { ...INTAKE, title, requesterName: '郑六甲', requesterPhone: '10000006601', ...more } as never,
})

const carry = async (from: Pc, to: Pc, profile: 'report' | 'directory' | 'hand-over'): Promise<void> => {
  for (const file of (await sent(from, to.house, profile)).files) await taken(to, file)
}

const dayFrom = (days: number): string =>
  `${new Date(clock.now + 8 * HOUR + days * DAY).toISOString().slice(0, 10)}T18:00:00+08:00`

/** `place`: where the files are put, and the folders of the station and of its office in `station` and `office`. */
export async function buildHouses(place: string): Promise<void> {
  newProfile()
  clock.now = SHOTS_NOW - 24 * DAY
  const front = await newHouse('S0012', '槐树里社区服务站')
  const office = await newHouse('JD001', '安定街道办事处')
  const quiet = await newHouse('S0013', '安定里社区服务站')
  const never = await newHouse('S0014', '桂花园社区服务站')
  const back = await secondPc(front, 'B')
  const pcs = [front, office, quiet, never, back]
  const [a, b, o] = [front.world.desk, back.world.desk, office.world.desk]
  const station = `station:${office.house}`
  for (const [name, value] of [['isUpperOffice', true], ['officeKind', 'street']] as const) await run(o, { name: 'change-setting', input: { station, name, value } }) // prettier-ignore
  for (const one of [front, quiet, never]) {
    await pin(one, office, 'upper')
    await pin(office, one, 'below')
  }
  await run(quiet.world.desk, received('单元门关不严'))
  await carry(quiet, office, 'report')

  clock.now = SHOTS_NOW - 12 * DAY
  const team = await run(a, provider({ name: '暖邻志愿服务队', serviceType: 'welfare' }))
  const cases: string[] = []
  for (const title of ['楼道灯不亮', '卫生间水管漏水', '电梯运行有异响', '申请临时救助', '夜里装修吵']) cases.push(await run(a, received(title))) // prettier-ignore
  for (const id of cases.slice(1, 3)) await run(a, { name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } }) // prettier-ignore
  await run(a, { name: 'record-answer', input: { case: cases[2]!, way: 'phone', content: '已请物业检修', answeredBy: '' } }) // prettier-ignore
  await run(a, { name: 'classify', input: { case: cases[3]!, serviceType: 'administrative', category: 'L010101', reason: '' } }) // prettier-ignore
  const rows = { file: '去年台账.xlsx', sha256: 'a'.repeat(64), rows: 60, header: ['留言编号'], map: { externalId: '留言编号' }, values: {} } // prettier-ignore
  const imported = await run(a, { name: 'begin-import', input: rows })
  must(await a.importRows(importRowsOf(1, 60).map(({ row, command }) => ({ row, command: { ...command, input: { ...command.input, import: imported } } })))) // prettier-ignore
  const transfer = await run(a, {
    name: 'send-letter',
    input: { kind: 'transfer', to: office.house, cases: [cases[3]!], fields: ['name', 'phone', 'title', 'text'], demand: '请核定临时救助金额，并告知何时可以发放。', dueAt: dayFrom(14), ground: 'statutory-duty', approvedBy: '李主任' }, // prettier-ignore
  })
  await carry(front, office, 'report')
  await carry(front, back, 'hand-over')
  const order = { kind: 'daily', trigger: 'overdue', demand: '下水返水已影响三户，请在期限前办结并回访。', dueAt: dayFrom(13) } as const // prettier-ignore
  await run(o, { name: 'order-supervision', input: { case: cases[1]!, to: '', ...order } })
  const letter = await run(o, { name: 'send-letter', input: { kind: 'supervision-order', to: front.house, order: { ...order, demand: '请报送上月无障碍设施排查情况，写明缺什么、准备怎么补。' } } }) // prettier-ignore
  await carry(office, front, 'directory')
  // On its way since, and the office never said a word of it.
  await run(a, received('楼下饭馆油烟大'))
  clock.now = SHOTS_NOW - 10 * DAY
  await sent(front, office.house, 'report')

  // Two PCs of one house, that did not see what the other wrote.
  clock.now = SHOTS_NOW - 2 * DAY
  const dispatch = { case: cases[1]!, provider: team, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] } as const // prettier-ignore
  await run(a, { name: 'correct-request', input: { case: cases[0]!, title: '三号楼楼道灯不亮', urgency: 'urgent' } })
  await run(a, { name: 'dispatch', input: dispatch })
  await run(a, { name: 'close-case', input: { case: cases[2]!, outcome: 'solved', note: '' } })
  await run(a, { name: 'save-person', input: RESIDENT })
  clock.now += HOUR
  await run(b, { name: 'correct-request', input: { case: cases[0]!, title: '楼道灯坏了两盏', urgency: 'danger' } })
  await run(b, { name: 'dispatch', input: dispatch })
  await run(b, { name: 'close-case', input: { case: cases[2]!, outcome: 'partly-solved', note: '还差一个按钮' } })
  await run(b, { name: 'save-person', input: RESIDENT })
  clock.now += HOUR
  await carry(back, front, 'hand-over')

  clock.now = SHOTS_NOW - 5 * HOUR
  await run(a, provider({ name: '安心家政服务中心', serviceType: 'market', area: '槐树里一带，找郑六甲联系' }))
  await run(o, provider({ name: '安定街道养老驿站', serviceType: 'welfare' }))
  await run(o, { name: 'answer-letter', input: { letter: transfer, note: '已核定 1,500 元，三个工作日内发放。', outcome: 'solved', handledBy: '街道社会救助科' } as never }) // prettier-ignore
  await run(b, received('下水道堵了'))
  await run(b, received('想找人陪着看病'))
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(place, name)
    await writeFile(path, bytes)
    return path
  }
  const putFile = ({ name, bytes }: File, before = ''): Promise<string> => put(`${before}${name}`, bytes)
  const [fromOffice] = (await sent(office, front.house, 'directory')).files
  const [fromBack] = (await sent(back, front.house, 'hand-over')).files
  clock.now += 60_000
  must(await b.undoImport(imported, 60))
  const [mass] = (await sent(back, front.house, 'hand-over')).files
  // The office took in one more file and said so, then its backup of the day before was put back: that file is missing.
  await office.world.close()
  const twin = { ...office, name: `${office.name}-later`, folder: await newFolder() }
  await cp(office.folder, twin.folder, { recursive: true })
  twin.world = await openPc(twin)
  must(await twin.world.desk.unlock(SET_UP.password, 'user'))
  await run(quiet.world.desk, received('楼道堆物'))
  await carry(quiet, twin, 'report')
  await taken(quiet, (await sent(twin, quiet.house, 'receipt')).files[0]!)
  await twin.world.close()
  await removeFolder(twin.folder)
  clock.now += 60_000
  await run(quiet.world.desk, received('路灯不亮'))
  const [gap] = (await sent(quiet, office.house, 'report')).files
  const asking = await openWorld(await newFolder(), undefined, () => clock.now)
  must(await asking.desk.find())
  const pc = must(
    await asking.desk.askToJoin({ name: '接待窗口', password: SET_UP.password, kdfCost: SET_UP.kdfCost! }),
  )
  await asking.close()
  const newcomer = await newHouse('S0015', '柳荫巷社区服务站')
  const wish = must(await newcomer.world.desk.houseRequest())
  Object.assign(HOUSES, {
    order: letter,
    transfer,
    fromOffice: await putFile(fromOffice!),
    fromBack: await putFile(fromBack!),
    mass: await putFile(mass!, '2-'),
    gap: await putFile(gap!),
    broken: await put('微信下载的文件.zip.age', fromBack!.bytes.slice(0, 900)),
    pcRequest: await put(pc.file.name, pc.file.bytes),
    houseRequest: await put(wish.name, wish.bytes),
  })
  for (const one of [...pcs, newcomer]) if (one !== office) await one.world.close()
  await cp(front.folder, join(place, 'station'), { recursive: true })
  await cp(office.folder, join(place, 'office'), { recursive: true })
  for (const one of [...pcs, newcomer]) await removeFolder(one.folder)
}
