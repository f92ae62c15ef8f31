/** The desk worker's memory after a full collection: V8's heap and what typed arrays hold outside of it. */
import type { BrowserContext, Page } from 'playwright-core'
import { assert } from '#core/lib/assert.ts'

type Usage = { usedSize: number; backingStorageSize?: number }

export async function workerHeap(context: BrowserContext, page: Page): Promise<number> {
  const cdp = await context.newCDPSession(page)
  const attached = new Promise<string>((done) => {
    cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') done(sessionId)
    })
  })
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const sessionId = await attached
  let next = 1
  const send = (method: string): Promise<unknown> =>
    new Promise((done) => {
      const id = next++
      cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply = JSON.parse(message) as { id?: number; result?: unknown }
        if (reply.id === id) done(reply.result)
      })
      void cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    })
  await send('HeapProfiler.collectGarbage')
  await send('HeapProfiler.collectGarbage')
  const usage = (await send('Runtime.getHeapUsage')) as Usage
  await cdp.detach()
  assert(usage.usedSize > 0, 'no heap usage')
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}
