/** Every way in which a source file names another module, read from its syntax tree. */
import { child, children, nameOf, parse, propertyOf, textOf, walk, type Node } from './syntax.ts'

export type ImportKind =
  | 'import'
  | 'import type'
  | 'export from'
  | 'export type from'
  | 'import()'
  | "import('…') type"
  | 'require'
  | 'new URL'

export type Import = { readonly kind: ImportKind; readonly specifier: string; readonly line: number }

/** Something that hides an import from this reader, or hands on what belongs elsewhere. */
export type Oddity = { readonly line: number; readonly what: string }

export type FileImports = { readonly imports: readonly Import[]; readonly oddities: readonly Oddity[] }

const HANDED_ON = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'TSImportEqualsDeclaration'])

/** A file that has nothing of its own: imports and re-exports only. */
const isBarrel = (body: readonly Node[]): boolean =>
  body.some(({ type }) => type.startsWith('Export')) &&
  body.every(
    (node) => HANDED_ON.has(node.type) || (node.type === 'ExportNamedDeclaration' && !child(node, 'declaration')),
  )

const isImportMeta = (node: Node | null): boolean => node?.type === 'MetaProperty'

/** `import { type A }` is a value import: with verbatimModuleSyntax the module is loaded all the same. */
const kindOf = (isType: unknown, plain: 'import' | 'export from'): ImportKind =>
  isType !== 'type' ? plain : plain === 'import' ? 'import type' : 'export type from'

export const readImports = (file: string, source: string): FileImports => {
  const { root, comments, lineOf } = parse(file, source)
  const imports: Import[] = []
  const oddities: Oddity[] = []

  const found = (node: Node, kind: ImportKind, from: Node | null | undefined): void => {
    const specifier = textOf(from)
    if (specifier !== null) imports.push({ kind, specifier, line: lineOf(node) })
    else oddities.push({ line: lineOf(node), what: `${kind} of a computed name cannot be checked` })
  }
  const odd = (node: { readonly start: number }, what: string): void => {
    oddities.push({ line: lineOf(node), what })
  }

  walk(root, (node) => {
    const from = child(node, 'source')
    const callee = child(node, 'callee')
    const [first, second] = children(node, 'arguments')
    switch (node.type) {
      case 'ImportDeclaration':
        found(node, kindOf(node['importKind'], 'import'), from)
        break
      case 'ExportNamedDeclaration':
        if (from) found(node, kindOf(node['exportKind'], 'export from'), from)
        break
      case 'ExportAllDeclaration':
        found(node, kindOf(node['exportKind'], 'export from'), from)
        odd(node, '`export *` is a barrel; import from the file itself')
        break
      case 'ImportExpression':
        found(node, 'import()', from)
        break
      case 'TSImportType':
        found(node, "import('…') type", from)
        break
      case 'TSExternalModuleReference':
        found(node, 'require', child(node, 'expression'))
        break
      case 'CallExpression':
        if (nameOf(callee) === 'require' || nameOf(child(callee, 'object')) === 'require') found(node, 'require', first)
        if (nameOf(callee) === 'createRequire') odd(node, 'createRequire hides imports')
        if (propertyOf(callee) === 'glob' && isImportMeta(child(callee, 'object')))
          odd(node, 'import.meta.glob hides imports; name the files')
        break
      case 'NewExpression':
        // Only what Vite bundles: a literal name beside import.meta.url.
        if (
          nameOf(callee) === 'URL' &&
          textOf(first) !== null &&
          propertyOf(second ?? null) === 'url' &&
          isImportMeta(child(second ?? null, 'object'))
        )
          found(node, 'new URL', first)
        break
    }
  })
  for (const comment of comments)
    if (/^\/\s*<reference/.test(comment.value)) odd(comment, '`/// <reference>` goes around the tsconfig of the room')
  if (isBarrel(children(root, 'body'))) odd(root, 'a file of re-exports only is a barrel')
  return { imports, oddities }
}
