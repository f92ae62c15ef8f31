/** What the command line says of spreadsheets, column maps and calendar files. */
import type { MapRefusal } from '#core/intake/column-map.ts'
import type { ValuesCode } from '#core/intake/value-map.ts'
import type { YearCode } from '#core/limits/check-year.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import type { Line } from './line.ts'

export const CALENDAR: Readonly<Record<YearCode, Line>> = {
  'calendar-unreadable': [
    '{file} 不是放假安排 · 什么都没有导入 · 请用公布的 JSON，或带“日期”“类型”两列的表格',
    '{file} is no list of holidays · nothing was imported · use the published JSON, or a table with the columns 日期 and 类型',
  ],
  'calendar-no-column': [
    '{file} 第 {line} 行的表头缺“{word}”一列 · 什么都没有导入 · 请补上这一列',
    'The header in line {line} of {file} lacks the column {word} · nothing was imported · add it',
  ],
  'calendar-unknown-kind': [
    '{file} 第 {line} 行的类型“{word}”认不出 · 什么都没有导入 · 请写“休”或“班”',
    'Line {line} of {file} has the unknown kind "{word}" · nothing was imported · write 休 or 班',
  ],
  'calendar-no-such-day': [
    '{file} 第 {line} 行的日期“{word}”不存在 · 什么都没有导入 · 请改正后再来',
    'Line {line} of {file} has the date "{word}", which does not exist · nothing was imported · correct it',
  ],
  'calendar-twice': [
    '{file} 第 {line} 行的 {word} 写了两次 · 什么都没有导入 · 请删去一行',
    'Line {line} of {file} names {word} a second time · nothing was imported · delete one of them',
  ],
  'calendar-other-year': [
    '{file} 第 {line} 行的 {word} 不是这一年的 · 什么都没有导入 · 一个文件只放一年',
    'Line {line} of {file}: {word} lies in another year · nothing was imported · one file holds one year',
  ],
  'calendar-works-already': [
    '{file} 第 {line} 行的 {word} 本来就是工作日 · 什么都没有导入 · 请核对',
    'Line {line} of {file}: {word} is a working day anyway · nothing was imported · check it',
  ],
  'calendar-empty': [
    '{file} 里一天都没有 · 什么都没有导入 · 这一年的通知可能还没公布',
    'There is no day in {file} · nothing was imported · that year may not be announced yet',
  ],
}

export const SHEET: Readonly<Record<SheetCode, Line>> = {
  'not-a-sheet': [
    '{file} 不是表格 · 什么都没有导入 · 请存成 .xlsx 或 .csv',
    '{file} is no spreadsheet · nothing was imported · save it as .xlsx or .csv',
  ],
  'old-xls': [
    '{file} 是旧格式 · 什么都没有导入 · 请用 WPS 打开，另存为 .xlsx',
    '{file} has an old format · nothing was imported · open it and save it as .xlsx',
  ],
  encrypted: [
    '{file} 加了密码 · 什么都没有导入 · 请去掉密码再存一份',
    '{file} has a password · nothing was imported · save a copy without one',
  ],
  damaged: [
    '{file} 已损坏 · 什么都没有导入 · 请重新导出一份',
    '{file} is damaged · nothing was imported · export it again',
  ],
  'too-big': ['{file} 太大 · 什么都没有导入 · 请分成几个文件', '{file} is too big · nothing was imported · split it'],
  'too-many-rows': [
    '{file} 行数太多 · 什么都没有导入 · 请分成几个文件',
    '{file} has too many rows · nothing was imported · split it',
  ],
  'too-many-columns': [
    '{file} 列数太多 · 什么都没有导入 · 请删去多余的列',
    '{file} has too many columns · nothing was imported · remove those not needed',
  ],
  'unknown-encoding': [
    '{file} 的文字编码认不出 · 什么都没有导入 · 请存成 UTF-8 或 .xlsx',
    'The encoding of {file} is unknown · nothing was imported · save it as UTF-8 or .xlsx',
  ],
  empty: ['{file} 是空的 · 什么都没有导入 · 请检查文件', '{file} is empty · nothing was imported · check the file'],
  'too-slow': [
    '读 {file} 用时太长，已停下 · 什么都没有导入 · 请分成几个文件',
    'Reading {file} took too long and was stopped · nothing was imported · split it',
  ],
}

export const MAP: Readonly<Record<MapRefusal['code'] | ValuesCode, Line>> = {
  'values-not-json': [
    '取值文件 {file} 不是 JSON 对象 · 什么都没有导入 · 写法见 linwu help',
    'The values file {file} is no JSON object · nothing was imported · see linwu help',
  ],
  'values-wrong': [
    '取值文件 {file} 有一项写得不对 · 什么都没有导入 · 写法见 docs/formats.md',
    'The values file {file} has an entry that is not right · nothing was imported · see docs/formats.md',
  ],
  'map-not-json': [
    '对照文件 {file} 不是 JSON 对象 · 什么都没有导入 · 写法见 linwu help',
    'The mapping file {file} is no JSON object · nothing was imported · see linwu help',
  ],
  'map-unknown-field': [
    '对照文件里没有“{field}”这一项 · 什么都没有导入 · 可以写：{allowed}',
    'The mapping file names "{field}", which is unknown · nothing was imported · write: {allowed}',
  ],
  'map-wrong-value': [
    '对照文件里“{field}”写得不对 · 什么都没有导入 · 请写列名，或列名的数组',
    '"{field}" in the mapping file is not right · nothing was imported · write a column name, or a list of them',
  ],
}
