import { expect, test } from 'vitest'
import type { BundleRecord } from '#core/exchange/export/bundle-records.ts'
import { seenElsewhere } from '#core/exchange/import/seen-elsewhere.ts'
import { changed, newPc, save } from '../bundle/sample.ts'

test('somebody who has our branch and another one as well has seen a copy of this folder', () => {
  const { me, replica, events } = newPc('front')
  save({ me, replica, events }, [changed(1, { state: 'open' })])
  const [{ id, header }] = events as [(typeof events)[number]]
  const { log, n } = header
  const other = { n, id: id.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) }
  const said = (head: object): BundleRecord[] =>
    [{ direction: 'in', peer: 'x', pc: 'y', at: header.t, bundle: 'z', id: 'bundle:z', l: 1, have: { [log]: head } }] as unknown as BundleRecord[] // prettier-ignore
  expect(seenElsewhere({ replica }, said({ n, id }), me.pc)).toEqual([])
  for (const head of [other, { n, id, forks: [other] }, { ...other, forks: [{ n, id }] }, { n: n + 1, id: other.id }])
    expect(seenElsewhere({ replica }, said(head), me.pc), JSON.stringify(head)).toEqual([log])
})
