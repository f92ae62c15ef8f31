/** Blanks of a notice: `{开始时间}` in a template, filled from what the notice is about, and named while they are empty. */

/** Nothing that a resident would write between braces is longer. */
const BLANK = /\{([^{}\n]{1,20})\}/g

/** In the order in which they stand, each once. */
export const blanksIn = (text: string): readonly string[] => [...new Set([...text.matchAll(BLANK)].map((hit) => hit[1]!.trim()))] // prettier-ignore

export type Values = Readonly<Record<string, string>>

/** `missing`: they stay in the text as they were, so that it cannot be read as if it were whole. */
export function filled(text: string, values: Values): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>()
  const whole = text.replace(BLANK, (written, name: string) => {
    const value = Object.hasOwn(values, name.trim()) ? values[name.trim()]!.trim() : ''
    if (value === '') missing.add(name.trim())
    return value === '' ? written : value
  })
  return { text: whole, missing: [...missing] }
}
