/** P4: a whole durable command against a raw append of the same bytes through the same channel into another segment. */
import type { Command } from '#core/commands.ts'
import { assert } from '#core/lib/assert.ts'
import { toHex } from '#core/lib/bytes.ts'
import type { FolderHost } from '#core/host/host.ts'
import type { DeskApi } from '#app/desk/api.ts'

export type SaveTimes = {
  readonly ours: number[]
  readonly reference: number[]
  /** Bytes of all batches, ours and as the host reports the other segment to have grown. */
  readonly bytes: readonly [ours: number, reference: number]
  /** Every acknowledged save can be read. */
  readonly equal: boolean
}

/** Long enough for the copy in IndexedDB to be written, so that it does not slow down whoever comes next. */
const PAUSE_MS = 6

/** Hands out the last batch that went to the host. */
export function listening(host: FolderHost): { host: FolderHost; batch: () => Uint8Array } {
  let last: Uint8Array = new Uint8Array()
  return {
    batch: () => last,
    host: {
      ...host,
      append: (id, offset, batch) => {
        last = batch
        return host.append(id, offset, batch)
      },
    },
  }
}

export async function saves(desk: DeskApi, host: FolderHost, batch: () => Uint8Array, n: number): Promise<SaveTimes> {
  const begun = await host.beginSegment(toHex(crypto.getRandomValues(new Uint8Array(16))))
  assert(begun.ok, 'no second segment')
  const { id, bytes: start } = begun.value
  let end = start
  let written = 0
  let kase = ''
  let received = 0
  const before = (await desk.counts()).total
  const ours: number[] = []
  const reference: number[] = []
  const pause = (): Promise<void> => new Promise((done) => setTimeout(done, PAUSE_MS))
  const raw = async (bytes: Uint8Array): Promise<void> => {
    await pause()
    const started = performance.now()
    const appended = await host.append(id, end, bytes)
    reference.push(performance.now() - started)
    assert(appended.ok, 'raw append refused')
    end = appended.value
  }
  for (let i = 0; i < n; i++) {
    await pause()
    const command = nextCommand(i, kase)
    const started = performance.now()
    const saved = await desk.run(command)
    ours.push(performance.now() - started)
    assert(saved.ok, `${command.name} refused`)
    if (command.name === 'receive-case') {
      kase = saved.value.entities[0]!
      received += 1
    }
    written += batch().length
    await raw(batch())
  }
  const after = (await desk.counts()).total
  const view = await desk.caseView(kase)
  return { ours, reference, bytes: [written, end - start], equal: after - before === received && view !== null }
}

/** A day's mix: a request comes in, is looked after, answered and closed. */
function nextCommand(i: number, kase: string): Command {
  switch (i % 4) {
    case 0:
      return {
        name: 'receive-case',
        input: {
          requestKind: 'help',
          channel: 'phone',
          urgency: 'general',
          title: '插座一用就跳闸',
          text: '厨房插座一用就跳闸，墙里有焦味，晚上不敢用，老人一个人在家，请尽快派人来看一看。'.repeat(3),
          requesterName: '王素兰',
          requesterPhone: '10003456789',
          anonymous: false,
          place: '3号楼2单元101',
          category: '',
          serviceType: 'market',
        },
      }
    case 1:
      return {
        name: 'record-contact',
        input: { case: kase, kind: 'first-contact', way: 'phone', reached: true, note: '已电话联系，约定明天上门' },
      }
    case 2:
      return {
        name: 'record-answer',
        input: { case: kase, way: 'phone', content: '电工已上门更换插座，现可正常使用。', answeredBy: '' },
      }
    default:
      return { name: 'close-case', input: { case: kase, outcome: 'solved', note: '' } }
  }
}
