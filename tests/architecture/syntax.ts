/** The little that the architecture tests need of a syntax tree. */
import { parseSync } from 'oxc-parser'

export type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }
export type Tree = {
  readonly root: Node
  readonly comments: readonly { readonly value: string; readonly start: number }[]
  /** 1 for the first line. */
  readonly lineOf: (node: { readonly start: number }) => number
}

/** Throws when the file is not valid TypeScript. */
export const parse = (file: string, source: string): Tree => {
  const { program, comments, errors } = parseSync(file, source)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  return {
    root: program as unknown as Node,
    comments,
    lineOf: ({ start }) => source.slice(0, start).split('\n').length,
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

export const child = (node: Node | null, key: string): Node | null => {
  const value = node?.[key]
  return isNode(value) ? value : null
}

export const children = (node: Node, key: string): readonly Node[] => {
  const value = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export const nameOf = (node: Node | null): string | null =>
  node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null

/** The text of a string literal, or of a template without holes. */
export const textOf = (node: Node | null | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type !== 'TemplateLiteral') return null
  const [only, ...more] = children(node, 'quasis')
  return more.length === 0 ? ((only?.['value'] as { cooked?: string } | undefined)?.cooked ?? null) : null
}

/** `a.b` and `a['b']` → 'b'; `a[b]` → null. */
export const propertyOf = (node: Node | null): string | null => {
  if (node?.type !== 'MemberExpression') return null
  const property = child(node, 'property')
  return node['computed'] === true ? textOf(property) : nameOf(property)
}

/** Every node below `node`, with its parent and the parent's key that holds it. */
export const walk = (node: Node, visit: (node: Node, parent: Node, key: string) => void): void => {
  for (const key in node) {
    const value = node[key]
    for (const next of Array.isArray(value) ? (value as readonly unknown[]) : [value])
      if (isNode(next)) {
        visit(next, node, key)
        walk(next, visit)
      }
  }
}
