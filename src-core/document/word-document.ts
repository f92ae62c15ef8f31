/**
 * What stands in a Word file, before anybody writes it: plain values, every word already chosen. Written by write-docx.ts.
 */
import type { Moment } from '../lib/time.ts'

export type WordBox = { readonly label: string; readonly value: string }

/** To add one: here, and how it is written in word-parts.ts. */
export type WordPart =
  | { readonly kind: 'heading'; readonly text: string }
  /** `indented`: by two characters, as a Chinese paragraph begins. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly indented: boolean }
  /** Numbered when there are several. */
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly string[] }
  /** Two boxes beside each other, or one across the sheet. */
  | { readonly kind: 'boxes'; readonly rows: readonly (readonly [WordBox] | readonly [WordBox, WordBox])[] }
  /** `widths` in percent of the sheet; `centred` and `right`: columns, from 0. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly widths: readonly number[]
      readonly centred: readonly number[]
      readonly right: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Millimetres; no wider than the text (156 upright, 241 across). */
  | {
      readonly kind: 'picture'
      readonly png: Uint8Array
      readonly width: number
      readonly height: number
      readonly caption: string
    }
  /** Places to sign, and the place for the seal over name and day; `seal` '' for none. */
  | {
      readonly kind: 'signing'
      readonly places: readonly string[]
      readonly seal: string
      readonly station: string
      readonly date: string
    }
  /** Begins a sheet of its own, as the document itself begins. */
  | { readonly kind: 'sheet'; readonly head: WordHead }

/** `copy`: left under the title; `number`: right of it. '' for none. */
export type WordHead = {
  readonly station: string
  readonly title: string
  readonly copy: string
  readonly number: string
}

export type WordDocument = {
  readonly language: 'zh-CN' | 'en'
  readonly landscape: boolean
  readonly head: WordHead
  readonly parts: readonly WordPart[]
  readonly foot: {
    readonly heads: string
    readonly printed: string
    /** What stands before, between and after the two page numbers. */
    readonly page: readonly [before: string, between: string, after: string]
  }
  /** Written into the file as when it was made. */
  readonly madeAt: Moment
}
