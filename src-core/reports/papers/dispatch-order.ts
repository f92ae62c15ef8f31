/**
 * 派单单 and 上报单: what an order carries, its deadline, and exactly the fields that were sent; below the cut the slip that
 * comes back. One sheet for every order in force, because each goes to somebody else.
 */
import { currentRound, type CaseFile } from '#core/case-file/case-file.ts'
import { isConsentWithdrawn, ordersInForce, type Order } from '#core/case-file/orders.ts'
import { maskedText } from '#core/case-file/masked.ts'
import { SENT_FIELDS, type SentField } from '#core/case-file/referral-codes.ts'
import { filledFields, isPersonal, sendable } from '#core/case-file/sent-fields.ts'
import { ORDER_WORDS } from './order-words.ts'
import { footOf, type Box, type Paper, type PaperCase, type PaperFrame, type PaperPart, type PaperSheet, type Reader } from './paper.ts' // prettier-ignore
import { maskedWords, shownPerson } from './shown-person.ts'

export const hasOrders = (file: CaseFile): boolean => ordersInForce(file).length > 0

export function dispatchOrderPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const words = ORDER_WORDS[frame.words.language]
  // The lead first.
  const orders = ordersInForce(view.file).toSorted((a, b) => Number(a.role === 'co') - Number(b.role === 'co'))
  const [first, ...others] = orders.map((order) => sheetOf(order, view, frame, reader))
  const up = orders[0]?.way === 'report-up'
  const sheet = first ?? { station: frame.station, title: words.title, number: '', copy: '', parts: [] }
  return {
    ...sheet,
    parts: [...sheet.parts, ...others.map((next): PaperPart => ({ kind: 'next', sheet: next }))],
    landscape: false,
    fileName: `${up ? words.titleUp : words.title}-${view.file.fields.number ?? ''}`,
    words: frame.words,
    foot: footOf(frame),
  }
}

function sheetOf(order: Order, view: PaperCase, frame: PaperFrame, reader: Reader): PaperSheet {
  const words = ORDER_WORDS[frame.words.language]
  const { moment, limit } = frame.words
  const { station } = frame
  const number = view.file.fields.number ?? ''
  const up = order.way === 'report-up'
  const provider = view.providerNames[order.provider] || words.unknownProvider
  const role = order.role ?? 'lead'
  const due = order.dueAt ? limit(order.dueAt) : frame.words.none
  const reply = order.replyBy ? limit(order.replyBy) : due
  const box = (label: keyof typeof words.label, value: string): Box => ({ label: words.label[label], value })
  const sent = sentBoxes(order, view, frame, reader)
  const demand = reader === 'outsider' ? maskedWords(view.file, order.demand) : order.demand
  const stub: PaperSheet = {
    station,
    title: up ? words.receiptUp : words.receiptTitle,
    number,
    copy: provider,
    parts: [
      {
        kind: 'boxes',
        rows: [
          [{ label: (up ? words.replyUp : words.reply)[0], value: (up ? words.replyUp : words.reply)[1], blank: 14 }],
          [{ label: words.result[0], value: words.result[1], blank: 20 }],
        ],
      },
      { kind: 'signing', places: [words.signs[1]], seal: '', station },
    ],
  }
  return {
    station,
    title: up ? words.titleUp : words.title,
    number,
    copy: words.copy(provider, role),
    parts: [
      { kind: 'letter', to: frame.words.to(provider), text: up ? words.asksUp(due) : words.asks(due, reply) },
      {
        kind: 'boxes',
        rows: [
          ...sent,
          ...(demand ? [[box('demand', demand)] as const] : []),
          [box('due', due), up ? box('role', words.role[role]) : box('reply', reply)],
          ...(up
            ? []
            : [
                [
                  box('role', order.part ? `${words.role[role]} · ${words.part[order.part]}` : words.role[role]),
                  box('ground', order.ground ? words.ground[order.ground] : frame.words.none),
                ] as const,
              ]),
          [
            box('sentBy', [view.userNames[order.by], order.capacity && words.capacity[order.capacity]].filter(Boolean).join(' · ') || frame.clerk), // prettier-ignore
            box('sentAt', moment(order.at)),
          ],
        ],
      },
      {
        kind: 'remarks',
        title: words.remarksTitle,
        lines: up ? words.remarksUp : words.remarks(order.objectBy ? limit(order.objectBy) : ''),
      },
      { kind: 'signing', places: [words.signs[0]], seal: words.seal, station },
      { kind: 'stub', along: words.cutAlong(number), sheet: stub },
    ],
  }
}

/** Name and number share a row, everything else has its own. Nothing that was not sent stands here. */
function sentBoxes(
  order: Order,
  view: PaperCase,
  frame: PaperFrame,
  reader: Reader,
): (readonly [Box] | readonly [Box, Box])[] {
  const words = ORDER_WORDS[frame.words.language]
  const values = valuesFor(view.file, frame, reader)
  const isGone = isConsentWithdrawn(currentRound(view.file), order)
  // Older orders did not write down what went out: an office got all there was, of the others only the title is sure.
  const written = order.fieldsSent ?? (order.way === 'report-up' ? filledFields(view.file) : ['title'])
  const sent = SENT_FIELDS.filter((field) => written.includes(field))
  const box = (field: SentField): Box => ({
    label: words.label[field],
    value: isGone && isPersonal(field) ? words.takenBack : values[field],
  })
  const rows: (readonly [Box] | readonly [Box, Box])[] = []
  for (const field of sent) {
    if (field === 'phone' && sent.includes('name')) continue
    rows.push(field === 'name' && sent.includes('phone') ? [box('name'), box('phone')] : [box(field)])
  }
  return rows
}

/** The whole number for whoever does the work; a copy for others is masked. Of a report (举报) its reporter is taken out. */
function valuesFor(file: CaseFile, frame: PaperFrame, reader: Reader): Readonly<Record<SentField, string>> {
  const values = sendable(file)
  if (reader === 'outsider') {
    const { name, phone, forWhom, place, title, text } = shownPerson(file, reader, frame.words)
    return { title, text, place, name, phone, 'for-whom': forWhom }
  }
  const { requestKind, reporterName = '', reporterPhone = '' } = file.fields
  if (requestKind !== 'report') return values
  return {
    ...values,
    title: maskedText(values.title, reporterName, reporterPhone),
    text: maskedText(values.text, reporterName, reporterPhone),
  }
}
