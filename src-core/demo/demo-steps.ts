/** What stories are made of: commands in time, and what later lines of the same story know from earlier ones. */
import type { Command } from '../commands.ts'
import type { DemoMoney } from './demo-money.ts'
import type { ProviderFields } from '../provider/fields.ts'

/** To add one: here; a line names it in `gives`. `one` … `four`: cases of a story that has several. */
const GIVEN = [
  'case',
  'referral',
  'co',
  'consent',
  'objection',
  'revisit',
  'finding',
  'supervision',
  'topic',
  'sheet',
  'one',
  'two',
  'three',
  'four',
] as const
export type Given = (typeof GIVEN)[number]
/** Id by name; '' until the step that gives it. */
export type Known = Record<Given, string>
export const nothingKnown = (): Known => Object.fromEntries(GIVEN.map((name) => [name, ''])) as Known

/** `at`: epoch milliseconds. `gives`: names for the entities that the command writes, in its order. */
export type Step = {
  readonly at: number
  readonly known: Known
  readonly command: (known: Known) => Command
  readonly gives?: readonly Given[]
}

export type Provider = { readonly id: string } & ProviderFields

/** A registered resident as a request names them. */
export type Asker = { readonly person: string; readonly n: number; readonly home: string }

/** What the station holds before its first case. */
export type DemoStock = {
  readonly providers: readonly Provider[]
  /** Ids of the three colleagues. */
  readonly colleagues: readonly string[]
  /** Registered residents by the running number of the request they make. */
  readonly askers: ReadonlyMap<number, Asker>
  /** The place that an address names, null for none. */
  readonly placeOf: (words: string) => string | null
  readonly money: DemoMoney
}
