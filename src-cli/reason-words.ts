/** Words for what is wrong with one row of an import, and with one place of a station. Each table is complete or does not compile. */
import type { RowReason } from '#core/intake/plan-import.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { FoundReason } from './found-reason.ts'

type Words = readonly [zh: string, en: string]
const pick = (words: Words, language: Language): string => words[language === 'en' ? 1 : 0]

const ROW: Readonly<Record<RowReason | 'in-the-future' | 'invalid-input', Words>> = {
  'date-missing': ['没有时间', 'no date'],
  'date-impossible': ['时间写得不对', 'not a date'],
  'date-unclear': ['分不清日和月', 'day and month unclear'],
  'answer-date-impossible': ['答复时间写得不对', 'the date of the answer is not one'],
  'nothing-said': ['没有标题也没有内容', 'no title and no text'],
  'number-too-long': ['编号太长', 'number too long'],
  'text-too-long': ['内容太长', 'text too long'],
  'answer-too-long': ['答复太长', 'answer too long'],
  'name-too-long': ['姓名太长', 'name too long'],
  'phone-too-long': ['电话太长', 'phone too long'],
  'place-too-long': ['地点太长', 'place too long'],
  'category-too-long': ['分类太长', 'category too long'],
  'cell-too-long': ['有一格太长', 'a cell is too long'],
  'cell-unreadable': ['有一格读不出', 'a cell cannot be read'],
  'in-the-future': ['时间在以后', 'the date lies in the future'],
  'invalid-input': ['有一项写得不对', 'a value is not right'],
}

export const reasonWords = (reason: string, language: Language): string =>
  Object.hasOwn(ROW, reason) ? pick(ROW[reason as keyof typeof ROW], language) : reason

const DAMAGE: Readonly<Record<FoundReason, Words>> = {
  'file-header': ['文件头坏了', 'the file header is damaged'],
  'bytes-skipped': ['有一段字节读不懂', 'bytes that belong to no frame'],
  'does-not-open': ['内容与封存时不同', 'the content is not what was sealed'],
  'frame-missing': ['少了一帧', 'a frame is missing'],
  'frame-moved': ['帧不在原位（内容可读）', 'a frame is out of place (it was read)'],
  'torn-end': ['文件末尾不完整', 'the file ends within a frame'],
  'no-commit': ['最后一次保存没有写完，从未确认过', 'the last save was never completed nor acknowledged'],
  'not-events': ['有这个版本读不懂的内容', 'it holds something this version cannot read'],
  'marker-damaged': ['标记文件坏了', 'the marker file is damaged'],
  'segment-missing': ['少了一个日志文件', 'a journal file is missing'],
  'segment-cut': ['日志文件比上次标记时短', 'a journal file is shorter than when it was marked'],
  'events-missing': ['日志中间或末尾缺事件', 'events of a log are missing'],
  'half-command': ['有一次保存不完整，没有显示', 'one save is incomplete and not shown'],
  'blob-missing': ['附件不见了', 'an attachment is missing'],
  'blob-damaged': ['附件与原来不同', 'an attachment is not what was attached'],
}

export const damageWords = (reason: FoundReason, language: Language): string => pick(DAMAGE[reason], language)
