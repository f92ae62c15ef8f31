/** What a decision needs: the table of commands, and what they may look at. Apart, because whoever only reads need not carry it. */
import { decide } from '../commands.ts'
import { readingOf } from './reading.ts'

export type Deciding = { readonly decide: typeof decide; readonly readingOf: typeof readingOf }

const DECIDING: Deciding = { decide, readingOf }

/** For whoever has it at hand anyway: the command line, the demonstration, tests. */
export const deciding = (): Promise<Deciding> => Promise.resolve(DECIDING)
