/**
 * Finds what would give src-core a clock, chance or the machine's own zone and language without an import: `new Date()`,
 * a bare `Date`, `Math.random`, `getHours()` and the like. `new Date(x)`, `Date.UTC(…)`, `getUTCHours()` are pure.
 */
import { child, children, nameOf, parse, propertyOf, walk, type Node } from './syntax.ts'

const BANNED = new Set([
  'crypto',
  'performance',
  'console',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
])
const PURE_DATE = new Set(['UTC', 'parse', 'prototype'])
/** Methods of a date that answer by the machine's zone or language. */
const LOCAL =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|toLocale(?:Date|Time)?String|to(?:Date|Time)String)$/
const CASTS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])

/** Places where an identifier is no more than a name: `x.Date`, `{ Date: 1 }`, a type. */
const isOnlyName = (parent: Node, key: string): boolean =>
  (key === 'property' && parent.type === 'MemberExpression' && parent['computed'] !== true) ||
  (key === 'key' && parent.type === 'Property' && parent['computed'] !== true && parent['shorthand'] !== true) ||
  (parent.type.startsWith('TS') && !CASTS.has(parent.type))

const dateFault = (parent: Node, key: string): string | null => {
  if (parent.type === 'NewExpression' && key === 'callee') {
    const count = children(parent, 'arguments').length
    return count === 0 ? '`new Date()` reads the clock' : count > 1 ? '`new Date(y, m)` is in the local zone' : null
  }
  if (parent.type === 'MemberExpression' && key === 'object') {
    const property = propertyOf(parent)
    return property !== null && PURE_DATE.has(property) ? null : `\`Date.${property ?? '[…]'}\` reads the clock`
  }
  return parent.type === 'BinaryExpression' ? null : 'a bare `Date` hands the clock on'
}

const mathFault = (parent: Node, key: string): string | null => {
  if (parent.type !== 'MemberExpression' || key !== 'object') return 'a bare `Math` hands chance on'
  const property = propertyOf(parent)
  return property === null || property === 'random' ? '`Math.random` is chance' : null
}

const nameFault = (name: string, parent: Node, key: string): string | null => {
  if (isOnlyName(parent, key)) return null
  if (name === 'Date') return dateFault(parent, key)
  if (name === 'Math') return mathFault(parent, key)
  return BANNED.has(name) ? `\`${name}\` is not pure` : null
}

const methodFault = (call: Node): string | null => {
  const method = propertyOf(child(call, 'callee'))
  if (method === null) return null
  if (LOCAL.test(method)) return `\`${method}\` answers by the machine's zone or language`
  const unnamed = method === 'localeCompare' && children(call, 'arguments').length < 2
  return unnamed ? '`localeCompare` without a language sorts by the machine' : null
}

/** Every impurity as `line: what`. */
export const impurities = (file: string, source: string): readonly string[] => {
  const { root, lineOf } = parse(file, source)
  const found: string[] = []
  walk(root, (node, parent, key) => {
    const name = nameOf(node)
    const fault =
      name !== null ? nameFault(name, parent, key) : node.type === 'CallExpression' ? methodFault(node) : null
    if (fault !== null) found.push(`${lineOf(node)}: ${fault}`)
  })
  return found
}
