/** 收到督办: an order that came from above on paper, by phone or through another system is written down with its case. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import { someWords, type z } from '../lib/schema.ts'

/** `at`: when it came, which may be days before it is typed in; its limit may already have passed. */
export const RECEIVE_SUPERVISION = ACTS['supervision-order']
  .omit({ by: true, to: true })
  .extend({ from: someWords(120) })
  .partial({ at: true })
export type ReceiveSupervision = z.infer<typeof RECEIVE_SUPERVISION>

export function receiveSupervision(reading: Reading, input: ReceiveSupervision, asked: Asked): Decision {
  const form = checked(RECEIVE_SUPERVISION, input)
  if (!form.ok) return form
  const { at = asked.now, dueAt, kind, heldAt, heldPlace, ...said } = form.value
  if (!reading.caseFile(said.case)) return refuse('no-such-case')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (dueAt <= at) return refuse('not-later', ['dueAt'])
  return ok([
    {
      entity: asked.newId('supervision-order'),
      kind: 'supervision-received',
      fields: {
        ...said,
        kind,
        // Whom it was addressed to: the station itself.
        to: stationName(reading),
        dueAt,
        ...(kind !== 'daily' && { ...(heldAt && { heldAt }), ...(heldPlace && { heldPlace }) }),
        at,
        by: asked.user,
      },
    },
  ])
}

const stationName = (reading: Reading): string => {
  const [station] = reading.ids('station')
  return String((station && reading.read(station)?.['name']) ?? '')
}
