/** 疑似重复 as the intake form asks it: a case of the station asked about once more, by the same person and by a neighbour. */
import type { DeskApi } from '#app/desk/api.ts'

export type RepeatTimes = {
  /** ms, each question. */
  readonly ours: readonly number[]
  /** Questions that found the case they were made of. */
  readonly found: number
}

export async function repeats(desk: DeskApi, questions: number): Promise<RepeatTimes> {
  const { total } = await desk.page({ sort: 'received', descending: true, offset: 0, limit: 1 })
  const ours: number[] = []
  let found = 0
  for (let n = 0; n < questions; n++) {
    // The last quarter: closed cases of more than a year ago are left out on purpose.
    const offset = Math.floor((n * total) / (4 * questions))
    const { rows } = await desk.page({ sort: 'received', descending: true, offset, limit: 1 })
    const view = rows[0] && (await desk.caseView(rows[0].id))
    if (!view) continue
    const { title = '', text = '', place = '', requesterName = '', requesterPhone = '' } = view.file.fields
    const same = n % 2 === 0
    const asked = { title, text, place, requesterName: same ? requesterName : '张三', requesterPhone: same ? requesterPhone : '' } // prettier-ignore
    const started = performance.now()
    const hits = await desk.repeats(asked)
    ours.push(performance.now() - started)
    if (hits.some(({ row }) => row.id === view.file.id)) found += 1
  }
  return { ours, found }
}
