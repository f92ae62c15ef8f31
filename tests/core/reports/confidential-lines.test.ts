/** 举报 (DOMAIN §3.2) on what leaves as a list of cases: its number and day alone, in every format, --json among them. */
import { expect, test } from 'vitest'
import { readCase } from '#core/book/book.ts'
import { reportMoreOf } from '#core/book/report-more-of.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import { INTAKE, newStation } from '../commands/station.ts'

test('late ones and gaps tell neither what nor where', async () => {
  const station = newStation()
  const category = '0202'
  for (const requestKind of ['report', 'help'] as const) {
    const dueAt = '2026-03-02T18:00:00+08:00'
    const id = await station.done({ name: 'receive-case', input: { ...INTAKE, requestKind, category, dueAt } as never }) // prettier-ignore
    await station.done({ name: 'classify', input: { case: id, serviceType: 'market', category, reason: '' } })
    await station.done({ name: 'record-gap', input: { case: id, category, serviceType: 'market', place: '槐树里', note: '' } }) // prettier-ignore
  }
  const { book } = station
  const { more, gapList } = await reportMoreOf(book, {
    rounds: book.cases.flatMap((id) => factsOf(readCase(book, id)!)),
    period: { from: '2026-03-01T00:00:00+08:00', until: '2026-04-01T00:00:00+08:00' },
    filters: {},
    names: reportNamesOf(book, 'zh-CN'),
    now: '2026-03-20T09:00:00+08:00',
    results: () => null,
    pause: () => Promise.resolve(),
  })
  expect(more.late.map((line) => [line.confidential, line.category]).toSorted()).toEqual([[false, category], [true, '']]) // prettier-ignore
  expect(gapList.map((gap) => [gap.confidential, gap.category]).toSorted()).toEqual([[false, category], [true, '']]) // prettier-ignore
})
