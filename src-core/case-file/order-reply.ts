/**
 * 复制答复: the answer of a 12345 order in the order's own dress, to be pasted back where it came from. Number first, then
 * the answer under a label of the same make: `【工单编号】…` brings `【答复内容】…`, `工单编号:…` brings `答复内容:…`.
 */
import { actsOf, currentRound, type CaseFile } from './case-file.ts'
import type { Moment } from '../lib/time.ts'

export type OrderReply = { readonly number: string; readonly at: Moment; readonly lines: readonly string[] }

const DRESS = /^([【[〔［]?)([^【[〔［\]】〕］:：{]+)([】\]〕］]?)([:：]?)\{\}$/u

/** Null while there is no answer, or no order. The newest answer of the current round counts. */
export function orderReply(file: CaseFile): OrderReply | null {
  const { orderNumber = '', orderForm = '', title = '' } = file.fields
  const answer = actsOf(currentRound(file), 'answer').at(-1)
  if (orderNumber === '' || !answer) return null
  const [, left = '', word = '工单编号', right = '', colon = ''] = DRESS.exec(orderForm) ?? [
    '',
    '',
    '工单编号',
    '',
    '：',
  ]
  const line = (label: string, value: string): string => `${left}${label}${right}${colon}${value}`
  return {
    number: orderNumber,
    at: answer.at,
    lines: [
      line(word, orderNumber),
      ...(title ? [line('诉求标题', title)] : []),
      line('答复内容', answer.content),
      line('答复时间', answer.at.slice(0, 16).replace('T', ' ')),
      ...(answer.answeredBy ? [line('答复单位', answer.answeredBy)] : []),
    ],
  }
}

export const replyText = ({ lines }: OrderReply): string => lines.join('\n')
