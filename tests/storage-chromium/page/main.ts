/** The desk without screens: the real worker over the real connection, in the hands of the tests. */
import type { ConnectCode } from '#app/host/connection.ts'
import { connectHost } from '#app/host/connect.ts'
import type { DeskApi } from '#app/desk/api.ts'
import type { DeskEvent } from '#app/desk/shapes.ts'
import { startDesk } from '#app/services/desk-client.ts'
import { startDeskWorker } from '#app/services/desk-worker.ts'

export type TestPage = {
  /** 'ready', or why not. */
  readonly connect: (take: boolean) => Promise<'ready' | ConnectCode>
  readonly desk: () => DeskApi
  readonly events: DeskEvent[]
  /** Set once the connection is lost. */
  lost: string | null
}

declare global {
  var testPage: TestPage
}

let desk: DeskApi | null = null
globalThis.testPage = {
  async connect(take) {
    const made = await connectHost(take)
    if (!made.ok) return made.error
    void made.value.lost.then((reason) => (testPage.lost = reason))
    desk = startDesk(startDeskWorker(), made.value.call, (event) => testPage.events.push(event))
    return 'ready'
  },
  desk: () => desk!,
  events: [],
  lost: null,
}
