/** The test's hand on the stand-in, over Node's own channel between parent and child: commands come in, what happened goes out. */

export type Command = { readonly id: number; readonly name: string; readonly args: readonly unknown[] }
export type Message =
  | { readonly kind: 'ready'; readonly endpoint: string; readonly origin: string }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }

type Handler = (...args: never[]) => unknown
const commands = new Map<string, Handler>()

/** What a test may ask or do by this name. */
export const command = (name: string, run: Handler): void => void commands.set(name, run)

export const tell = (message: Message): void => void process.send?.(message)

let letGo: () => void = () => undefined
/** Resolves when the test is ready to watch; at once when nobody started the stand-in with a channel. */
export const watched: Promise<void> = process.send
  ? new Promise((done) => {
      letGo = done
    })
  : Promise.resolve()
command('go', () => letGo())

process.on('message', ({ id, name, args }: Command) => {
  const answer = async (): Promise<unknown> => {
    const run = commands.get(name)
    if (!run) throw new Error(`the stand-in has no command ${name}`)
    return await run(...(args as never[]))
  }
  answer().then(
    (value) => tell({ kind: 'reply', id, value }),
    (error: unknown) => tell({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) }),
  )
})
// The channel does not keep a program alive that has quit; a test that died takes the program with it.
process.channel?.unref()
process.on('disconnect', () => process.exit(1))
