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
import type { SheetCode } from '#core/sheet/sheet.ts'

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
  | 'port-busy'
  | 'no-page'
  | 'demo-with-station'
  | 'bug'

export type ProblemCode =
  CliCode | HostCode | KeysCode | SheetCode | MapRefusal['code'] | ValuesCode | Exclude<RefusalCode, 'no-such-case'>
export type Problem = { readonly code: ProblemCode; readonly words?: Readonly<Record<string, string | number>> }

type Line = readonly [zh: string, en: string]

const CLI: Readonly<Record<CliCode, Line>> = {
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
  'port-busy': [
    '端口 {port} 已被占用 · 数据没有动 · 可能已经开着：请看已打开的窗口，或用 --port 换一个',
    'Port {port} is taken · the data is untouched · it may be open already: look for its window, or choose another with --port',
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

const HOST: Readonly<Record<HostCode, Line>> = {
  'disk-full': [
    '磁盘满了，这一步没有保存 · 以前保存的都在 · 请腾出空间再做一次',
    'The disk is full, this step was not saved · everything saved before is safe · free some space and repeat it',
  ],
  'not-writable': [
    '文件夹不能写 · 以前保存的都在 · 请检查权限',
    'The folder cannot be written · everything saved before is safe · check its permissions',
  ],
  'locked-by-other': [
    '站点正被另一个程序打开 · 数据没有动 · 请先关掉应用再做',
    'The station is open in another program · the data is untouched · close the app first',
  ],
  moved: [
    '另一个程序写过这个站点 · 以前保存的都在 · 请再做一次',
    'Another program wrote to this station · everything saved before is safe · repeat this step',
  ],
  'segment-full': [
    '这一批太大，没有保存 · 以前保存的都在 · 请分成几个文件',
    'This batch is too large and was not saved · everything saved before is safe · split the file',
  ],
  'segment-closed': [
    '这一步没有保存 · 以前保存的都在 · 请再做一次',
    'This step was not saved · everything saved before is safe · repeat it',
  ],
  'not-found': [
    '站点文件夹里少了文件 · 别的都没有动 · 请用 linwu verify 检查',
    'A file of the station is missing · the rest is untouched · check with linwu verify',
  ],
  exists: [
    '同名文件已经有了 · 没有覆盖 · 请换一个名字',
    'A file of that name exists · it was not overwritten · choose another name',
  ],
  'bad-request': ['路径写得不对 · 什么都没有改 · 请检查', 'The path is not right · nothing was changed · check it'],
  'io-failed': [
    '读写磁盘出错 · 以前保存的都在 · 请检查磁盘，再做一次',
    'Reading or writing the disk failed · everything saved before is safe · check the disk and repeat',
  ],
  'same-folder': [
    '两个文件夹相同或一个在另一个里面 · 什么都没有改 · 请换一个地方',
    'The two folders are the same, or one lies in the other · nothing was changed · choose another place',
  ],
  'not-empty': [
    '目标文件夹不是空的 · 没有覆盖 · 请选一个空文件夹',
    'The target folder is not empty · nothing was overwritten · choose an empty one',
  ],
  'not-a-backup': [
    '这里没有备份 · 什么都没有改 · 请指到备份文件夹',
    'There is no backup here · nothing was changed · point to the backup folder',
  ],
  'backup-damaged': [
    '备份已损坏 · 什么都没有恢复 · 请换一份备份',
    'The backup is damaged · nothing was restored · use another one',
  ],
  gone: [
    '站点已经关闭 · 以前保存的都在 · 请再做一次',
    'The station is closed · everything saved before is safe · repeat this step',
  ],
  'not-here': [
    '这里做不了这一步 · 数据没有动 · 请在邻务的窗口里做',
    'This cannot be done here · the data is untouched · do it in the Linwu window',
  ],
  'busy-elsewhere': [
    '站点在另一个窗口开着 · 数据没有动 · 请到那个窗口去',
    'The station is open in another window · the data is untouched · go there',
  ],
}

const KEYS: Readonly<Record<KeysCode, Line>> = {
  'slots-damaged': [
    '钥匙文件坏了 · 数据没有动 · 请从备份取回 slots.json',
    'The keys file is damaged · the data is untouched · take slots.json from a backup',
  ],
  'newer-version': [
    '站点由更新的版本建立 · 数据没有动 · 请更新程序',
    'The station was made by a newer version · the data is untouched · update this program',
  ],
  'no-such-slot': [
    '这个站点还没有开通命令行 · 数据没有动 · 请在应用的设置里开通',
    'This station has no key for the command line · the data is untouched · add one in the settings of the app',
  ],
  'wrong-password': [
    '密码不对 · 站点没有打开 · 请检查密码文件',
    'The password is wrong · the station was not opened · check the password file',
  ],
}

const SHEET: Readonly<Record<SheetCode, Line>> = {
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

const MAP: Readonly<Record<MapRefusal['code'] | ValuesCode, Line>> = {
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

const REFUSAL: Readonly<Record<Exclude<RefusalCode, 'no-such-case'>, Line>> = {
  'invalid-input': [
    '有几项没写对：{fields} · 什么都没有保存 · 请改正',
    'Some values are not right: {fields} · nothing was saved · correct them',
  ],
  'no-such-provider': [
    '这家单位不在名录里 · 诉求没有变 · 请先登记',
    'This provider is not in the directory · the case is unchanged · enter it first',
  ],
  'no-such-referral': [
    '还没有派出去的单 · 诉求没有变 · 请先派单',
    'There is no order to answer · the case is unchanged · dispatch first',
  ],
  'case-closed': ['这件已经办结 · 没有再改 · 请先重新办理', 'This case is closed · it is unchanged · reopen it first'],
  'case-open': ['这件还在办 · 没有改动 · 请先办结', 'This case is still open · it is unchanged · close it first'],
  'not-classified': ['还没有分类 · 没有派出 · 请先分类', 'It is not classified · nothing was sent · classify it first'],
  'type-mismatch': [
    '这家单位属于另一类服务 · 没有派出 · 请写明原因',
    'This provider serves another type · nothing was sent · give a reason',
  ],
  'already-dispatched': [
    '已经派给一家单位 · 没有重复派 · 请先记下退单',
    'It is already with a provider · nothing was sent twice · record the return first',
  ],
  'answer-first': ['还不能办结 · 记录都在 · 请先答复', 'It cannot be closed yet · everything is kept · answer first'],
  'reason-needed': ['还差原因 · 没有保存 · 请补上', 'A reason is missing · nothing was saved · add it'],
  'grade-needed': [
    '还差诉求人的回答 · 没有保存 · 请补上',
    'The resident’s answer is missing · nothing was saved · add it',
  ],
  'self-revisit': [
    '经办人不能回访自己办的件 · 没有保存 · 请换人',
    'A handler may not revisit their own case · nothing was saved · ask a colleague',
  ],
  'no-such-import': [
    '没有这次导入 · 什么都没有改 · 用 linwu imports 看有哪些',
    'There is no such import · nothing was changed · see linwu imports',
  ],
  'touched-since': [
    '导入以后有人办过 · 没有抹去 · 不用再做',
    'Somebody worked on it since · not erased · nothing to do',
  ],
  'already-there': ['以前导入过 · 没有重复登记 · 不用再做', 'It was imported before · nothing doubled · nothing to do'],
  'station-exists': [
    '{folder} 里已经有一个站点 · 没有覆盖 · 请另选文件夹',
    'There is a station in {folder} already · it was not overwritten · choose another folder',
  ],
  'in-the-future': [
    '时间写到以后了 · 没有保存 · 请改正',
    'The time lies in the future · nothing was saved · correct it',
  ],
  'counter-view': [
    '柜台模式下看不到原文 · 没有保存 · 请先退出柜台模式',
    'Counter view hides the words · nothing was saved · leave it first',
  ],
  'nothing-changed': [
    '没有改动 · 原来的都在 · 不用再做',
    'Nothing was changed · everything is as it was · nothing to do',
  ],
  'not-your-last': [
    '只能撤销自己刚做的最后一步 · 记录都在 · 请另记一条说明',
    'Only your own newest step can be undone · everything is kept · add a note instead',
  ],
}

const ALL: Readonly<Record<ProblemCode, Line>> = { ...CLI, ...HOST, ...KEYS, ...SHEET, ...MAP, ...REFUSAL }

/** One line, whatever stands in the words: a file name may hold a line end. */
export function problemLine(problem: Problem, language: Language): string {
  const words = problem.words ?? {}
  return pick(ALL[problem.code], language)
    .replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ''))
    .replace(/\s+/g, ' ')
}

const pick = (line: Line, language: Language): string => (language === 'en' ? line[1] : line[0])
