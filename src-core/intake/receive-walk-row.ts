/**
 * 录入走访单: one row of the paper becomes one request. Time, kind and what was said are typed; door and household are what
 * the sheet was printed with.
 *
 * The paper's time is the time when it was raised (提出时间) and stays visible. The limit is counted from receipt, which is
 * now (DOMAIN §5.2 counts from the station's own receipt, §5.5 from the first contact after it): a sheet that comes back
 * after a weekend is work that begins, not work that is late, and raises no alarm. How long paper lies is seen from the two
 * times, and not by colouring thirty new cases red. 危及安全 gets its two hours from now as well: they are for acting.
 */
import { REQUEST_KINDS, URGENCIES } from '../case-file/codes.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { TEXT_LENGTH } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import { moment, someWords, words, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { MOST_DOORS, walkSheetCard, walkSheetId } from '../walk-sheet/fields.ts'
import { receiveCase } from './receive-case.ts'

export const WALK_ROW = z.object({
  sheet: walkSheetId,
  row: z.number().int().min(1).max(MOST_DOORS),
  /** The row was typed in before, and this is a second request of the same door. */
  again: z.boolean(),
  /** 举报 is confidential and never stands on a paper that goes from door to door; it is taken in at the counter. */
  requestKind: z.enum(REQUEST_KINDS).exclude(['report']),
  urgency: z.enum(URGENCIES),
  raisedAt: moment,
  text: someWords(TEXT_LENGTH),
  /** Left out: whom the sheet names. '' : nobody wants to be named. */
  name: words(80).optional(),
  phone: words(40).optional(),
  /** Left out: the door. */
  place: words(200).optional(),
})
export type WalkRow = z.infer<typeof WALK_ROW>

export function receiveWalkRow(reading: Reading, input: WalkRow, asked: Asked): Decision {
  const form = checked(WALK_ROW, input)
  if (!form.ok) return form
  const { sheet: id, row, again, requestKind, urgency, raisedAt, text, name, phone, place } = form.value
  const read = reading.read(id)
  const sheet = read && walkSheetCard(id, read)
  if (!sheet) return refuse('no-such-sheet')
  const door = sheet.doors[row - 1]
  if (!door) return refuse('invalid-input', ['row'])
  if (dayOf(raisedAt) < dayOf(sheet.printedAt)) return refuse('before-sheet', ['raisedAt'])
  if (!again && isTyped(reading, id, row)) return refuse('already-typed', ['row'])
  const known = name === undefined && door.person !== undefined ? reading.read(door.person) : null
  const requesterName = name ?? String(known?.['name'] ?? '')
  const received = receiveCase(
    reading,
    {
      requestKind,
      urgency,
      channel: 'home-visit',
      title: titleOf(text),
      text,
      requesterName,
      requesterPhone: phone ?? String(known?.['phone'] ?? ''),
      anonymous: requesterName === '',
      place: place ?? sheet.name + door.words,
      raisedAt,
      category: '',
      ...(known && { person: door.person }),
      ...(place === undefined && door.place && { placeId: door.place }),
    },
    asked,
  )
  if (!received.ok) return received
  const of = received.value[0]!.entity
  return ok([
    ...received.value,
    { entity: asked.newId('walk-entry'), kind: 'walk-row-typed', fields: { sheet: id, row, case: of } },
  ])
}

function isTyped(reading: Reading, sheet: string, row: number): boolean {
  for (const id of reading.ids('walk-entry')) {
    const entry = reading.read(id)
    if (entry?.['sheet'] === sheet && entry['row'] === row) return true
  }
  return false
}

/** Signs of a title made from what was said: as long as a list shows. */
const TITLE_SIGNS = 30

/** Its first sentence, or as much of it as a list shows. */
export function titleOf(text: string): string {
  const first =
    text
      .trim()
      .split(/[。！？!?；;\n]/, 1)[0]!
      .trim() || text.trim()
  const signs = [...first]
  return signs.length <= TITLE_SIGNS ? first : `${signs.slice(0, TITLE_SIGNS - 1).join('')}…`
}
