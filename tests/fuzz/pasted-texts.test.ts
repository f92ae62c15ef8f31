/**
 * Pasted texts from anywhere: the readers of chats and 12345 orders never throw, never hang, and never say what was not
 * there. Seeded: a failure names its round.
 */
import { expect, test } from 'vitest'
import { readChat } from '#core/intake/chat-paste.ts'
import { readOrder } from '#core/intake/hotline-order.ts'
import { certificateIn } from '#core/intake/certificates.ts'
import { dangersIn } from '#core/intake/danger-words.ts'
import { random } from './random.ts'

const ROUNDS = 3_000
/** A reader that needs longer than this for 20,000 characters would hold up the page. Milliseconds, generous. */
const HANG_MS = 2_000

const PIECES = [
  '工单编号', '【工单编号】', '[派单时间]', '办理时限', '：', ':', '\t', '\n', '\r\n', ' ', '　', '｜', '，', '；', '（', '）', '(', ')', '{}', '[', ']', '【', '】',
  '2026-03-02 08:00', '2026年13月40日', '99999999999999999999', '13800001234', '138 0000 1234', '+86-139-0000-1111', '010-66001234', '11010519491231002X',
  '王素兰', '王女士', '我叫', '姓名', '联系电话：', '地址', '3号楼2单元101', '3-2-101', '槐树里小区', '三号楼', '号楼', '单元', '来电人：', '诉求内容：', '证明', '户籍',
  '焦味', '没有', '\u202e', '\u200b', '\0', '\uFEFF', '\ud800', '𠮷', '👨‍👩‍👧', '<b>', '&amp;', '__proto__', 'constructor', '\\', '$&', '$1', '%s', '😀',
] // prettier-ignore

const digits = (text: string): string => text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\D/g, '') // prettier-ignore

test('rubbish made of the pieces that the readers look for', () => {
  const chance = random(20260302)
  for (let round = 0; round < ROUNDS; round++) {
    const text = Array.from({ length: 1 + chance.below(40) }, () => chance.pick(PIECES)).join('') // prettier-ignore
    const said = `round ${round}: ${JSON.stringify(text)}`
    const chat = readChat(text)
    const order = readOrder(text)
    certificateIn(text)
    dangersIn(text)
    if (chat) {
      expect(chat.title.length, said).toBeLessThanOrEqual(80)
      expect(chat.place.length, said).toBeLessThanOrEqual(200)
      expect(digits(text), said).toContain(digits(chat.phone))
    }
    if (order) {
      expect(digits(text), said).toContain(digits(order.orderNumber))
      expect(order.orderForm.includes('{}'), said).toBe(true)
      for (const moment of [order.orderAt, order.orderDueAt, order.raisedAt])
        if (moment) expect(Number.isNaN(Date.parse(moment)), said).toBe(false)
      expect(order.place.length, said).toBeLessThanOrEqual(200)
      expect(order.requesterName.length, said).toBeLessThanOrEqual(80)
    }
  }
})

test.each([
  ['blanks', ' '.repeat(50_000)],
  ['digits', '1'.repeat(50_000)],
  ['numerals and words', '三号楼二单元'.repeat(8_000)],
  ['one sign', '王'.repeat(50_000)],
  ['labels without values', '工单编号：'.repeat(8_000)],
  ['spread labels', '工 单 编 号 '.repeat(6_000)],
  ['lines', '地址\n'.repeat(15_000)],
  ['brackets', '【'.repeat(50_000)],
  ['colons', '电话:'.repeat(15_000)],
  ['Latin', 'a'.repeat(50_000)],
  ['heads', '王素兰 9:12\n'.repeat(6_000)],
])(
  'a long run does not hang: %s',
  (_, text) => {
    readChat(text)
    readOrder(text)
    certificateIn(text)
    dangersIn(text)
  },
  HANG_MS,
)
