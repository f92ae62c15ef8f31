/**
 * What we use of i18next. Its own types work the keys out again at every call: 7.5 of 9.5 million instantiations of this
 * room, and with keys missing the compiler came to no end. Here each namespace is one union of its keys, made once, and a
 * call is looked up in it (tsconfig.base.json names this file in their place). To use more: here.
 */
import type { LaterWords, Words } from './words.ts'

type All = Words & LaterWords
export type Namespace = keyof All

/** Asked for by its bare name, with a `count`. */
type Plural = 'zero' | 'one' | 'other'
type Bare<K extends string> = K extends `${infer Name}_${Plural}` ? Name : K
// prettier-ignore
type Sentences<T> = { [K in keyof T & string]: T[K] extends string ? Bare<K> : `${K}.${Sentences<T[K]>}` }[keyof T & string]
type Groups<T> = { [K in keyof T & string]: T[K] extends string ? never : K | `${K}.${Groups<T[K]>}` }[keyof T & string]
type Group<T, Path extends string> = Path extends `${infer Head}.${infer Rest}` ? Group<T[Head & keyof T], Rest> : T[Path & keyof T] // prettier-ignore

type Keys = { readonly [N in Namespace]: Sentences<All[N]> }
type Named = { readonly [N in Namespace]: `${N}:${Keys[N]}` }
/** 'a.b' of the only namespace or the first of several, 'namespace:a.b' of all of several. */
export type Key<Ns extends Namespace | readonly Namespace[]> = Ns extends readonly [
  infer First extends Namespace,
  ...unknown[],
]
  ? Keys[First] | Named[Ns[number] & Namespace]
  : Keys[Ns & Namespace]

/** What stands in for {{name}}; `count` chooses the plural. */
type Values = { readonly count?: number; readonly [name: string]: unknown }

// Two interfaces are compared by their keys, two of a type by the order of the namespaces.
// oxlint-disable-next-line typescript/consistent-type-definitions
interface Says<K extends string> {
  (key: K, values?: Values): string
}
export type TFunction<Ns extends Namespace | readonly Namespace[] = 'app'> = Says<Key<Ns>>

type AnySays = {
  /** All sentences of a group. */
  <N extends Namespace, Path extends Groups<All[N]>>(
    key: `${N}:${Path}`,
    options: { readonly returnObjects: true },
  ): Group<All[N], Path>
  (key: Named[Namespace]): string
}

export type I18n = {
  readonly language: string
  readonly t: AnySays
  readonly use: (plugin: object) => I18n
  readonly init: (options: {
    readonly resources: Readonly<Record<string, object>>
    readonly lng: string
    readonly fallbackLng: false
    readonly defaultNS: Namespace
    readonly initAsync: false
    readonly interpolation: { readonly escapeValue: false }
  }) => Promise<unknown>
  readonly changeLanguage: (language: string) => Promise<unknown>
  readonly addResourceBundle: (language: string, namespace: string, sentences: object) => void
  /** Keys that came as data. */
  readonly exists: (key: string) => boolean
  readonly getResource: (language: string, namespace: Namespace, key: string) => unknown
  readonly on: (event: 'languageChanged', listener: () => void) => void
}

declare const i18next: I18n
// oxlint-disable-next-line import/no-default-export
export default i18next
