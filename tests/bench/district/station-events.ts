/** The work of one station: eight shared events a case, and what stays private beside them. */
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import type { Seeded } from '#core/demo/seeded.ts'
import type { Draft } from '#core/kernel/command.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { momentOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { FROM, type Pc } from '../../houses.ts'

export const PER_CASE = 8
const DAY = 86_400_000

export function stationEvents(pc: Pc, cases: number, short: string, generated: Seeded): StoredEvent[] {
  const by = `user:${uuidv7(FROM, generated.bytes(10))}`
  const id = (type: string): string => `${type}:${uuidv7(FROM, generated.bytes(10))}`
  pc.write([{ entity: `station:${pc.house}`, kind: 'station-set-up', fields: { name: `站点${short}`, code: '110101001001', short } }]) // prettier-ignore
  const providers = Array.from({ length: 8 }, (_, i) => {
    const entity = id('provider')
    pc.write([{ entity, kind: 'provider-saved', fields: { name: `服务单位${i}`, kind: 'life-service', phone: '10000000', serviceType: 'market', funding: 'resident-paid', hours: '全天', contact: '某人' } }]) // prettier-ignore
    return entity
  })
  for (let n = 0; n < cases; n++) {
    const start = FROM + Math.floor((n / cases) * 300) * DAY + generated.int(DAY / 1000) * 1000
    const at = (hours: number): string => momentOf(start + hours * 3_600_000)
    const entity = id('case')
    const act = (type: string, hours: number, fields: Draft['fields'], own = id(type)): Draft => ({ entity: own, kind: `${type}-recorded`, fields: { case: entity, at: at(hours), by, ...fields } }) // prettier-ignore
    const serviceType = generated.pick(SERVICE_TYPES)
    const order = id('referral')
    const grade = generated.pick(['satisfied', 'satisfied', 'basically', 'dissatisfied'])
    const received = { number: `${short}-A-2026-${String(n + 1).padStart(5, '0')}`, requestKind: 'help', channel: 'phone', urgency: 'general', receivedAt: at(0), raisedAt: at(0), dueAt: at(168), limitPreset: 'help', limit: '7n', anonymous: false, receivedBy: by, title: '楼道灯不亮', text: '三楼的灯坏了一个多月', requesterName: '某人' } // prettier-ignore
    pc.write([
      { entity, kind: 'case-received', fields: received },
      act('classification', 0, { serviceType, category: 'L010101', reason: '职责清单' }),
    ])
    pc.write([act('referral', 1, { provider: generated.pick(providers), serviceType, way: 'dispatch', reason: '就近', demand: '请上门', role: 'lead', replyBy: at(24), ground: 'no-personal-data', fieldsSent: ['title'] }, order)]) // prettier-ignore
    pc.write([act('referral-step', 5, { referral: order, step: 'accepted', note: '' })])
    pc.write([act('contact', 6, { kind: 'first-contact', way: 'phone', reached: true, note: '已联系' })])
    pc.write([act('answer', 48, { way: 'phone', content: '已经修好', answeredBy: '' })])
    pc.write([act('closing', 49, { outcome: 'solved', note: '' })])
    pc.write([act('revisit', 90, { way: 'phone', valid: true, solved: grade !== 'dissatisfied', contacted: true, scale: 'three-rates', grade, words: '', selfRevisit: false, after: [] })]) // prettier-ignore
  }
  return pc.events
}
