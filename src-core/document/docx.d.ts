/**
 * What we use of docx. Its own types bring Node's into the core, which must not have them (tsconfig.base.json names this file
 * in their place). To use more: here.
 */
// oxlint-disable typescript/no-extraneous-class -- they are classes there
type One<K extends string> = Readonly<Record<K, string>>

export declare const AlignmentType: One<'LEFT' | 'RIGHT' | 'CENTER' | 'BOTH'>
export declare const BorderStyle: One<'SINGLE' | 'NONE'>
export declare const HeadingLevel: One<'TITLE' | 'HEADING_1'>
export declare const PageNumber: One<'CURRENT' | 'TOTAL_PAGES'>
export declare const PageOrientation: One<'PORTRAIT' | 'LANDSCAPE'>
export declare const TableLayoutType: One<'FIXED'>
export declare const TabStopType: One<'RIGHT'>
export declare const VerticalAlignTable: One<'CENTER' | 'BOTTOM'>
export declare const WidthType: One<'DXA'>

type Font = Readonly<Record<'ascii' | 'hAnsi' | 'cs' | 'eastAsia', string>> & { readonly hint: 'eastAsia' }
type Line = { readonly style: string; readonly size: number; readonly color: string }
type Borders = Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical', Line>>> // prettier-ignore
type Spacing = { readonly before?: number; readonly after?: number; readonly line?: number; readonly lineRule?: 'auto' | 'exact' } // prettier-ignore
type Width = { readonly size: number; readonly type: string }
/** Half points. */
type RunOptions = { readonly font?: Font; readonly size?: number; readonly bold?: boolean; readonly color?: string }

export declare class TextRun {
  constructor(options: RunOptions & { readonly text?: string; readonly break?: number; readonly children?: readonly string[] }) // prettier-ignore
}

export declare class ImageRun {
  constructor(options: {
    readonly type: 'png'
    readonly data: Uint8Array
    readonly transformation: { readonly width: number; readonly height: number }
    readonly altText: Readonly<Record<'id' | 'name' | 'title' | 'description', string>>
  })
}

/** Twentieths of a point. */
export type IParagraphOptions = {
  readonly alignment?: string
  readonly heading?: string
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
  readonly indent?: { readonly firstLine: number }
  readonly spacing?: Spacing
  readonly tabStops?: readonly { readonly type: string; readonly position: number }[]
  readonly children?: readonly (TextRun | ImageRun)[]
}

export declare class Paragraph {
  constructor(options: IParagraphOptions)
}

export declare class TableCell {
  constructor(options: {
    readonly width: Width
    readonly columnSpan?: number
    readonly verticalAlign: string
    readonly margins?: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>
    readonly borders?: Borders
    readonly children: readonly Paragraph[]
  })
}

export declare class TableRow {
  constructor(options: { readonly tableHeader?: boolean; readonly cantSplit: boolean; readonly children: readonly TableCell[] }) // prettier-ignore
}

export declare class Table {
  constructor(options: {
    readonly layout: string
    readonly width: Width
    readonly columnWidths: readonly number[]
    readonly borders: Borders
    readonly rows: readonly TableRow[]
  })
}

export declare class Footer {
  constructor(options: { readonly children: readonly Paragraph[] })
}

export declare class Document {
  constructor(options: {
    readonly creator: string
    readonly title: string
    readonly styles: {
      readonly default: {
        readonly document: {
          readonly run: RunOptions & { readonly language: { readonly value: string; readonly eastAsia: string } }
          readonly paragraph: { readonly spacing: Spacing }
        }
      }
    }
    readonly sections: readonly {
      readonly properties: {
        readonly page: {
          readonly size: { readonly width: number; readonly height: number; readonly orientation: string }
          readonly margin: Readonly<
            Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter', number>
          >
        }
      }
      readonly footers: { readonly default: Footer }
      readonly children: readonly (Paragraph | Table)[]
    }[]
  })
}

export declare class Packer {
  /** `overrides` replace files of the package. */
  static toArrayBuffer(
    file: Document,
    prettify: undefined,
    overrides: readonly { readonly path: string; readonly data: string }[],
  ): Promise<ArrayBuffer>
}
