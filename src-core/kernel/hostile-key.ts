const WORDS = ['__proto__', 'constructor', 'prototype']

/**
 * True when an object of the parsed tree owns a key that could reach a prototype. The text is searched first, because
 * almost no line holds any of these words; as VALUES they are harmless.
 */
export function hasHostileKey(text: string, value: unknown): boolean {
  return WORDS.some((word) => text.includes(word) || text.includes('\\u')) && walk(value)
}

function walk(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(walk)
  return Object.keys(value).some((key) => WORDS.includes(key) || walk((value as Record<string, unknown>)[key]))
}
