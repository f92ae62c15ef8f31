/**
 * Every failure in one line: what happened · what is safe · what to do. `{name}` is filled in from the problem.
 * To add one: the code's own union first; each table is complete or does not compile.
 */
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { HostCode } from '#core/host/host.ts'
import type { MapRefusal } from '#core/intake/column-map.ts'
import type { ValuesCode } from '#core/intake/value-map.ts'
import type { KeysCode } from '#core/keys/slots.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { YearCode } from '#core/limits/check-year.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import { CALENDAR, MAP, SHEET } from './problems/file-lines.ts'
import { HOST, KEYS } from './problems/host-lines.ts'
import type { Line } from './problems/line.ts'
import { REFUSAL } from './problems/refusal-lines.ts'
import { TRUST_FILES, type TrustLine } from './problems/trust-lines.ts'

/** What only the command line itself can find wrong. */
type CliCode =
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-words'
  | 'missing-option'
  | 'wrong-value'
  | 'no-password-file'
  | 'empty-password'
  | 'not-a-station'
  | 'slots-missing'
  | 'no-such-file'
  | 'file-unreadable'
  | 'no-such-case'
  | 'no-header'
  | 'column-missing'
  | 'column-lacking'
  | 'import-stopped'
  | 'directory-not-json'
  | 'not-a-directory'
  | 'directory-problems'
  | 'port-busy'
  | 'no-page'
  | 'demo-with-station'
  | 'file-there'
  | 'period-ends-first'
  | 'folder-not-empty'
  | 'no-such-peer'
  | 'peer-ambiguous'
  | 'nobody-to-open-it'
  | 'no-grant'
  | TrustLine
  | 'nothing-new'
  | 'bundle-refused'
  | 'bug'

export type ProblemCode =
  | CliCode
  | HostCode
  | KeysCode
  | SheetCode
  | YearCode
  | MapRefusal['code']
  | ValuesCode
  | Exclude<RefusalCode, 'no-such-case'>
export type Problem = { readonly code: ProblemCode; readonly words?: Readonly<Record<string, string | number>> }

const CLI: Readonly<Record<CliCode, Line>> = {
  ...TRUST_FILES,
  'unknown-command': [
    '没有“{word}”这个命令 · 什么都没有做 · 用 linwu help 看有哪些',
    'There is no command "{word}" · nothing was done · see linwu help',
  ],
  'unknown-option': [
    '不认识 {word} · 什么都没有做 · 用 linwu help 看写法',
    '{word} is not understood · nothing was done · see linwu help',
  ],
  'missing-words': [
    '还缺 {word} · 什么都没有做 · 写法：linwu {usage}',
    '{word} is missing · nothing was done · write: linwu {usage}',
  ],
  'missing-option': [
    '还缺 --{word} · 什么都没有做 · 写法：linwu {usage}',
    '--{word} is missing · nothing was done · write: linwu {usage}',
  ],
  'wrong-value': [
    '--{word} 不能是“{value}” · 什么都没有做 · 可以写：{allowed}',
    '--{word} cannot be "{value}" · nothing was done · write one of: {allowed}',
  ],
  'no-password-file': [
    '读不到密码文件 {file} · 站点没有打开 · 请检查 --password-file',
    'The password file {file} cannot be read · the station was not opened · check --password-file',
  ],
  'empty-password': [
    '密码文件 {file} 是空的 · 站点没有打开 · 请把密码写在第一行',
    'The password file {file} is empty · the station was not opened · put the password on its first line',
  ],
  'not-a-station': [
    '{folder} 里没有站点 · 什么都没有改 · 请检查文件夹，或先用 linwu init 建站',
    'There is no station in {folder} · nothing was changed · check the folder, or make one with linwu init',
  ],
  'slots-missing': [
    '{folder} 里有数据，但钥匙文件不见了 · 数据没有动 · 请从备份取回 slots.json，或用应用打开恢复',
    '{folder} holds data but its keys file is gone · the data is untouched · take slots.json from a backup, or open it with the app',
  ],
  'no-such-file': [
    '找不到文件 {file} · 什么都没有改 · 请检查路径',
    'There is no file {file} · nothing was changed · check the path',
  ],
  'file-unreadable': [
    '{file} 读不出来 · 什么都没有改 · 请检查权限',
    '{file} cannot be read · nothing was changed · check its permissions',
  ],
  'no-such-case': [
    '没有编号为 {word} 的诉求 · 什么都没有改 · 用 linwu list 找编号',
    'There is no case {word} · nothing was changed · find its number with linwu list',
  ],
  'no-header': [
    '{file} 里找不到表头 · 什么都没有导入 · 请在第一行写上列名，如 编号、标题、内容、时间',
    'No header row was found in {file} · nothing was imported · name the columns in its first row',
  ],
  'column-missing': [
    '{file} 里没有这些列：{word} · 什么都没有导入 · 请改对照文件里的列名',
    '{file} has no such columns: {word} · nothing was imported · correct the names in the mapping file',
  ],
  'column-lacking': [
    '{file} 的列名认不出 {word} · 什么都没有导入 · 请用 --map 指明哪一列是什么',
    'The headers of {file} do not tell {word} · nothing was imported · name the columns with --map',
  ],
  'import-stopped': [
    '导入中途停下（{reason}） · 前 {imported} 条已存好 · 处理后再导入同一个文件，不会重复',
    'The import stopped ({reason}) · the first {imported} are saved · put it right and import the same file again, nothing doubles',
  ],
  'directory-not-json': [
    '{file} 不是 JSON · 名录没有改 · 请重新导出这个文件',
    '{file} is not JSON · the directory is unchanged · export the file again',
  ],
  'not-a-directory': [
    '{file} 里没有服务单位名录 · 名录没有改 · 表格要有“单位”“服务”“地点”“时间”几张表，JSON 要是 HSDS 3',
    '{file} holds no directory · the directory is unchanged · a workbook needs the sheets 单位, 服务, 地点, 时间; JSON must be HSDS 3',
  ],
  'directory-problems': [
    '{file} 有 {count} 处不对 · 名录没有改 · 请改好再导入：\n{lines}',
    '{file} has {count} mistakes · the directory is unchanged · correct them and import again:\n{lines}',
  ],
  'port-busy': [
    '端口 {port} 已被占用 · 数据没有动 · 可能已经开着：请看已打开的窗口，或用 --port 换一个',
    'Port {port} is taken · the data is untouched · it may be open already: look for its window, or choose another with --port',
  ],
  'file-there': [
    '已经有 {file} 了 · 没有覆盖，什么都没有做 · 换一个文件名，或加上 --replace',
    'There is a file {file} already · it was left as it is, nothing was done · choose another name, or add --replace',
  ],
  'period-ends-first': [
    '时段从 {from} 到 {to}，止在起之前 · 什么都没有做 · 请核对 --from 和 --to',
    'The period from {from} to {to} ends before it starts · nothing was done · check --from and --to',
  ],
  'no-such-peer': [
    '没有联系单位“{word}” · 什么都没有写 · 可以写：{allowed}',
    'There is no connected house "{word}" · nothing was written · write one of: {allowed}',
  ],
  'peer-ambiguous': [
    '有几个单位都叫“{word}” · 什么都没有写 · 请写 uuid：{allowed}',
    'Several houses are called "{word}" · nothing was written · name it by its uuid: {allowed}',
  ],
  'nobody-to-open-it': [
    '还不知道对方任何一台电脑的密钥 · 什么都没有写 · 先收对方的许可文件',
    'No key of any PC over there is known · nothing was written · take in its grant first',
  ],
  'no-grant': [
    '这台电脑还没有得到本站的许可 · 什么都没有写 · 先在主机上办许可',
    'This PC has not been let in by its house · nothing was written · have it let in first',
  ],
  'nothing-new': [
    '对方都有了，没有新的 · 什么都没有写 · 不用做什么',
    'The other side has everything · nothing was written · nothing to do',
  ],
  'folder-not-empty': [
    '{folder} 不是空文件夹 · 里面的东西没有动，什么都没有写 · 请用 --out 指定一个新文件夹',
    '{folder} is not an empty folder · what is in it was left as it is, nothing was written · name a new one with --out',
  ],
  'bundle-refused': [
    '{file} 没有打开：{reason} · 什么都没有改',
    '{file} was not opened: {reason} · nothing was changed',
  ],
  bug: [
    '程序出错：{word} · 已确认的保存都在 · 请把这一行告诉维护的人',
    'The program failed: {word} · every acknowledged save is safe · tell this line to whoever maintains it',
  ],
  'demo-with-station': [
    '--demo 用自己的文件夹，不能同时指定 --station · 什么都没有做 · 请去掉其中一个',
    '--demo has a folder of its own and takes no --station · nothing was done · leave one of them out',
  ],
  'no-page': [
    '页面文件不在了 · 数据没有动 · 请重新构建',
    'The built page is missing · the data is untouched · build again',
  ],
}

const ALL: Readonly<Record<ProblemCode, Line>> = { ...CLI, ...HOST, ...KEYS, ...SHEET, ...CALENDAR, ...MAP, ...REFUSAL }

/** One line, whatever stands in the words: a file name may hold a line end. */
export function problemLine(problem: Problem, language: Language): string {
  const words = problem.words ?? {}
  return pick(ALL[problem.code], language)
    .replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''))
    .replace(/\s+/g, ' ')
}

const pick = (line: Line, language: Language): string => (language === 'en' ? line[1] : line[0])
