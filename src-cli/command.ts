/** What every command of `linwu` is: the words it takes, and what it answers. */
import type { Result } from '#core/lib/result.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { Problem } from './texts.ts'

/** `value` takes a word, `flag` none. */
export type OptionKind = 'value' | 'flag'

/** Options as typed; absent ones are undefined. */
export type Given = {
  readonly places: readonly string[]
  readonly option: (name: string) => string | undefined
  readonly flag: (name: string) => boolean
  readonly language: Language
}

/** `json` is the whole answer with --json, `lines` without. `damaged`: the work was done and found something wrong (exit 1). */
export type Done = { readonly json: unknown; readonly lines: readonly string[]; readonly damaged?: boolean }

/** Exit 1 for a refusal, 2 for words that make no command. */
export type Failed = { readonly exit: 1 | 2; readonly problem: Problem }

export type Command = {
  /** After `linwu NAME`. */
  readonly usage: string
  readonly about: Readonly<Record<Language, string>>
  /** Names of the words that must come: DIR, FILE … */
  readonly places: readonly string[]
  /** Words that may come after them. */
  readonly more?: readonly string[]
  /** The last of `places` may come any number of times. */
  readonly rest?: boolean
  readonly options: Readonly<Record<string, OptionKind>>
  readonly run: (given: Given) => Promise<Result<Done, Failed>>
}

export const refused = (problem: Problem): { ok: false; error: Failed } => ({ ok: false, error: { exit: 1, problem } })
export const misused = (problem: Problem): { ok: false; error: Failed } => ({ ok: false, error: { exit: 2, problem } })
