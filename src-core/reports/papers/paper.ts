/**
 * What stands on a paper, before anybody draws it: plain values, every word already chosen. Drawn by
 * src-renderer/features/reports/paper-sheet.tsx, black on white, A4.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { ServiceType, Status } from '#core/case-file/codes.ts'
import type { Moment } from '#core/lib/time.ts'
import type { CodeWords } from '../code-words.ts'
import type { PaperWords } from './paper-words.ts'

/** 受理单 · 站内留存的登记表 · 办理进度告知单 · 一次性告知单 · 不予受理告知书 · 12345 工单答复单 · 派单单/上报单 · 联席协调单 · 清单外事项说明 · 督办单. To add one: here, its file beside this one, a line in case-papers.ts. */
export const PAPER_KINDS = [
  'receipt',
  'register',
  'progress',
  'notice',
  'refusal',
  'order-reply',
  'dispatch-order',
  'joint-matter',
  'off-list',
  'supervision-order',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/**
 * Who will hold it (DOMAIN §9.2): the resident whose matter it is, staff at work, or anybody else. Nobody of the three
 * ever reads who reported (举报), nor what the report says.
 */
export type Reader = 'resident' | 'staff' | 'outsider'

/** One ruled box with its label. `blank`: height left for handwriting, in millimetres. */
export type Box = { readonly label: string; readonly value: string; readonly blank?: number }

/** A door on a walk sheet: who lives there, room to write, boxes to tick. Every word is printed as it is. */
export type WalkPaperRow = Readonly<
  Record<'row' | 'door' | 'who' | 'time' | 'nobody' | 'request' | 'signs', string>
> & {
  /** One line each. */
  readonly boxes: readonly string[]
}

/** One revisit form of several on a page. Every word is printed as it is. */
export type RevisitPaperRow = Readonly<Record<'number' | 'who' | 'matter' | 'time' | 'words' | 'invalid', string>> & {
  /** One line each. */
  readonly questions: readonly string[]
}

/** To add one: here, and how it is drawn in paper-sheet.tsx. */
export type PaperPart =
  /** 王素兰：/ 您于……, indented by two characters as a letter is. */
  | { readonly kind: 'letter'; readonly to: string; readonly text: string }
  /** 一、总体情况 */
  | { readonly kind: 'heading'; readonly text: string }
  /** Of a report: each begins as a Chinese paragraph does. */
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  /** Two boxes beside each other, or one across the sheet. */
  | { readonly kind: 'boxes'; readonly rows: readonly (readonly [Box] | readonly [Box, Box])[] }
  /** The six steps with their day; '' is still ahead. */
  | { readonly kind: 'road'; readonly steps: readonly { readonly name: string; readonly day: string }[] }
  /** `widths` in percent of the sheet; `centred`, `right`: columns, from 0. */
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly head: readonly string[]
      readonly widths: readonly number[]
      readonly centred: readonly number[]
      readonly right?: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'remarks'; readonly title: string; readonly lines: readonly string[] }
  /** Places to sign, each with 年 月 日, and the place for the seal; '' for none. */
  | { readonly kind: 'signing'; readonly places: readonly string[]; readonly seal: string; readonly station: string }
  /** One more sheet of the same printing, for somebody else. */
  | { readonly kind: 'next'; readonly sheet: PaperSheet }
  /** One page of a walk sheet; the next one begins on a new sheet of paper. */
  | {
      readonly kind: 'doors'
      readonly head: string
      readonly walker: string
      readonly day: string
      readonly rows: readonly WalkPaperRow[]
    }
  /** One page of revisit forms; the next one begins on a new sheet of paper. */
  | {
      readonly kind: 'revisits'
      readonly head: string
      readonly caller: string
      readonly rows: readonly RevisitPaperRow[]
    }
  /** 海报: words as large as the sheet allows, and a QR code of plain text. */
  | {
      readonly kind: 'poster'
      readonly long: boolean
      readonly paragraphs: readonly string[]
      readonly facts: readonly { readonly label: string; readonly value: string }[]
      readonly qr: string
      readonly caption: string
      readonly by: string
      readonly day: string
    }
  /** Where the sheet is cut; what follows stays at the station. */
  | { readonly kind: 'stub'; readonly along: string; readonly sheet: PaperSheet }

/** `copy`: which copy it is, top left; '' when there is only one. */
export type PaperSheet = {
  readonly station: string
  readonly title: string
  readonly number: string
  readonly copy: string
  readonly parts: readonly PaperPart[]
}

export type PaperFoot = {
  /** First 8 hex digits of every log's newest event, so that the paper can be held against the data later. */
  readonly heads: string
  readonly printed: string
}

export type Paper = PaperSheet & {
  readonly landscape: boolean
  /** As a file's name, without its ending. */
  readonly fileName: string
  readonly foot: PaperFoot
  readonly words: PaperWords
}

/** A case as its page knows it. */
export type PaperCase = {
  readonly file: CaseFile
  readonly status: Status
  readonly serviceType: ServiceType | null
  readonly providerNames: Readonly<Record<string, string>>
  readonly userNames: Readonly<Record<string, string>>
}

/** What is the same for every paper of one printing. */
export type PaperFrame = {
  readonly station: string
  /** Who prints it. */
  readonly clerk: string
  readonly printedAt: Moment
  /** As dataHeads gives it. */
  readonly heads: string
  readonly words: PaperWords
  readonly codes: CodeWords
}

export const footOf = ({ heads, printedAt, clerk, words }: PaperFrame): PaperFoot => ({
  heads: words.heads(heads),
  printed: words.printed(printedAt, clerk),
})
