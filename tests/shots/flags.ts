/** What `npm run shots` was asked for; written by run.mjs, read by the run. */
export type Flags = {
  /** Folder of the pictures, absolute. */
  readonly out: string
  /** Beginnings of names; none: every picture. */
  readonly only: readonly string[]
  readonly frames: readonly string[]
  /** The pictures of the READMEs are put into docs/pictures as well. */
  readonly docs: boolean
}

export const FLAGS = JSON.parse(
  process.env['LINWU_SHOTS_FLAGS'] ?? '{"out":"","only":[],"frames":[],"docs":false}',
) as Flags

export const isWanted = (name: string): boolean =>
  FLAGS.only.length === 0 || FLAGS.only.some((beginning) => name.startsWith(beginning))
