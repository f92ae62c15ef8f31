/** A journal with everything in it that a journal may hold: saves of one and of two scopes, larger batches, long texts. */
import { linesOf } from '#core/journal/lines.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { newWorld, save, write } from '../kernel/world.ts'
import { newDisk, realCipher, remembering, seededBytes, writerOn, type SealedStore } from './disk.ts'

export type Batch = {
  readonly segment: string
  readonly from: number
  readonly to: number
  readonly events: readonly StoredEvent[]
}

export type Story = { readonly store: SealedStore; readonly batches: readonly Batch[] }

/** Batches until the journal is at least `bytes` long, in segments of about `limit`; the last batch has one frame. */
export async function journalOf(bytes: number, limit: number): Promise<Story> {
  const cipher = remembering(await realCipher('journal story'))
  const store = { disk: newDisk(), cipher, random: seededBytes(`story ${bytes} ${limit}`), limit }
  const writer = writerOn(store, null)
  const world = newWorld(1, 0)
  const at = world.pcs[0]!
  const batches: Batch[] = []
  for (let i = 0, written = 0; written < bytes || i % 4 !== 2; i++) {
    const events = (i % 4 === 3 ? [0, 1, 2] : [0]).flatMap((more) =>
      save(world, at, [write(i % 8 === 2 ? 0 : i, fieldsOf(i + more))]),
    )
    const appended = await writer.append(events)
    if (!appended.ok) throw new Error(appended.error)
    const { segment, from, to } = appended.value
    batches.push({ segment, from, to, events })
    written += to - from
  }
  return { store, batches }
}

/** Mostly short: a frame of less than 400 bytes of text is not deflated, and opening those 65,536 times is quick. */
function fieldsOf(i: number): Record<string, unknown> {
  if (i % 8 === 2) return { title: `屋顶漏水 第${i}次`, text: '长'.repeat(i % 90), state: i }
  return i % 4 === 1 ? { title: `t${i}` } : { title: `t${i}`, note: i }
}

/** The texts of a batch's frames: one per scope, in the order of the first event of each. */
export function textsOf(batch: Batch): string[] {
  const logs = [...new Set(batch.events.map((event) => event.header.log))]
  return logs.map((log) => linesOf(batch.events.filter((event) => event.header.log === log)))
}
