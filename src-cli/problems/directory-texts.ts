/** Words about the directory for `linwu`: what cannot be kept, and what is wrong with a file. */
import type { RefusalCode } from '#core/case-file/decision.ts'
import { HOURS_COLUMNS, PROVIDER_COLUMNS, SERVICE_COLUMNS, SITE_COLUMNS } from '#core/exchange/directory-columns.ts'
import type { FileProblem, FileProblemCode } from '#core/exchange/directory-file.ts'
import type { DirectoryRefusal } from '#core/provider/refusals.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { Line } from './line.ts'

export const DIRECTORY_REFUSALS: Readonly<Record<DirectoryRefusal, Line>> = {
  'closes-before-opens': ['关门早于开门 · 什么都没有保存 · 过夜的请写“次日6:00”', 'It closes before it opens · nothing was saved · over midnight write "next day 6:00"'],
  'hours-overlap': ['有两段时间重叠 · 什么都没有保存 · 请合成一段或改其中一段', 'Two spans of hours overlap · nothing was saved · join them or change one'],
  'time-impossible': ['没有这样的时间 · 什么都没有保存 · 一天从 0:00 到 24:00', 'There is no such time · nothing was saved · a day runs from 0:00 to 24:00'],
  'day-impossible': ['没有这一天 · 什么都没有保存 · 请按 2026-03-31 的样子写', 'There is no such day · nothing was saved · write it like 2026-03-31'],
  'hours-not-understood': ['这段时间没看懂 · 什么都没有保存 · 请写成 9:00', 'These hours were not understood · nothing was saved · write them like 9:00'],
  'term-backwards': ['截止早于起始 · 什么都没有保存 · 请核对', 'It ends before it begins · nothing was saved · check both dates'],
  'term-too-long': ['期限超过三年 · 什么都没有保存 · 请核对截止日期', 'The term is longer than three years · nothing was saved · check its end'],
  'long-term-reason': ['期限超过一年，还差原因 · 什么都没有保存 · 请写明', 'The term is longer than one year and its reason is missing · nothing was saved · say why'],
  'term-over': ['期限已经过了 · 什么都没有保存 · 请写新的期限', 'The term is over · nothing was saved · give the new term'],
  'no-such-service': ['没有这项服务 · 什么都没有保存 · 请核对', 'There is no such service · nothing was saved · check it'],
  'no-such-member': ['名单里没有这个人 · 什么都没有保存 · 请先登记', 'Nobody of that name is on the list · nothing was saved · enter them first'],
  'no-such-task': ['没有这个岗位或心愿 · 什么都没有保存 · 请核对', 'There is no such post or wish · nothing was saved · check it'],
  'no-such-activity': ['没有这个活动 · 什么都没有保存 · 请核对', 'There is no such activity · nothing was saved · check it'],
  'no-such-entry': ['找不到这一条 · 什么都没有保存 · 请核对', 'This entry cannot be found · nothing was saved · check it'],
  'duplicate-service': ['同一单位有同名的服务 · 什么都没有保存 · 请换个名称', 'The provider has a service of that name · nothing was saved · take another name'],
  'duplicate-site': ['同一单位有同名的地点 · 什么都没有保存 · 请换个名称', 'The provider has a place of that name · nothing was saved · take another name'],
  'duplicate-agreement': ['合同编号已经登记过 · 什么都没有保存 · 请核对编号', 'The contract number is entered already · nothing was saved · check it'],
  'unknown-category': ['分类目录里没有这一类 · 什么都没有保存 · 请用目录里的编码或名称', 'The catalogue has no such category · nothing was saved · use its codes or names'],
  'unknown-place': ['地点里没有这一处 · 什么都没有保存 · 请先登记，或写在范围说明里', 'There is no such place · nothing was saved · enter it first, or write it in words'],
  'unknown-mark': ['没有这种对象标记 · 什么都没有保存 · 请核对', 'There is no such mark · nothing was saved · check it'],
  'ages-backwards': ['最大年龄小于最小年龄 · 什么都没有保存 · 请核对', 'The highest age is below the lowest · nothing was saved · check both'],
  'capacity-backwards': ['空余名额多于总名额 · 什么都没有保存 · 请核对', 'More places are free than there are · nothing was saved · check both'],
  'quota-exceeded': ['已用多于约定 · 什么都没有保存 · 请核对', 'More is used than was agreed · nothing was saved · check it'],
  'time-backwards': ['结束早于开始 · 什么都没有保存 · 请核对', 'It ends before it begins · nothing was saved · check both times'],
  'too-many-hours': ['同一时段已经记过 · 没有重复记 · 请核对', 'That time is recorded already · nothing was saved twice · check it'],
  'before-registration': ['那天还没有报到 · 什么都没有保存 · 请核对', 'They had not registered by then · nothing was saved · check the day'],
  'member-left': ['这个人那时已经退出 · 什么都没有保存 · 请核对', 'They had left by then · nothing was saved · check the day'],
  'already-claimed': ['已经认领过 · 没有重复记 · 不用再做', 'They took it over already · nothing was saved twice · nothing to do'],
  'task-full': ['人数已满 · 没有认领 · 请先增加人数', 'Everybody wanted is found · nothing was saved · raise the number first'],
  'task-closed': ['已经结束 · 没有认领 · 请另选', 'It is over · nothing was saved · choose another'],
  'already-signed-up': ['已经报过名 · 没有重复记 · 不用再做', 'They are signed up already · nothing was saved twice · nothing to do'],
  'activity-full': ['名额已满 · 没有报名 · 请先增加名额', 'All places are taken · nothing was saved · raise the number first'],
  'activity-cancelled': ['活动已取消 · 没有报名 · 请另选', 'The activity was cancelled · nobody was signed up · choose another'],
  'name-needed': ['还差姓名 · 什么都没有保存 · 请填写', 'A name is missing · nothing was saved · give one'],
} // prettier-ignore

type OwnCode = Exclude<FileProblemCode, RefusalCode>
const FILE: Readonly<Record<OwnCode, Line>> = {
  needed: ['没有填', 'is empty'],
  'wrong-value': ['写得不对', 'is not right'],
  'unknown-provider': ['没有这家单位', 'no such organisation'],
  'unknown-service': ['没有这项服务或地点', 'no such service or place'],
  'unknown-id': ['编号写得不对', 'the ID is not right'],
  'same-id': ['编号在文件里出现两次', 'the ID stands twice in the file'],
  'schedule-unknown': ['这段时间不是每周也不是某日，没法照记', 'this schedule is neither weekly nor dated'],
}

/** `服务 3 · 分类：分类目录里没有这一类（L999999）`. */
export function fileProblemLine({ at, field, code, words }: FileProblem, language: Language): string {
  const of = language === 'en' ? 1 : 0
  const line =
    (FILE as Readonly<Record<string, Line>>)[code] ?? (DIRECTORY_REFUSALS as Readonly<Record<string, Line>>)[code]
  const [why] = (line?.[of] ?? code).split(' · ')
  const column = columnWords(field, language)
  const said = words === '' ? '' : language === 'en' ? ` (${words})` : `（${words}）`
  return `${at}${column === '' ? '' : ` · ${column}`}${language === 'en' ? ': ' : '：'}${why}${said}`
}

function columnWords(field: string, language: Language): string {
  const hours = { zh: '服务时间', en: 'hours' }
  if (field === 'hours') return hours[language === 'en' ? 'en' : 'zh']
  const columns = [...SERVICE_COLUMNS, ...SITE_COLUMNS, ...HOURS_COLUMNS, ...PROVIDER_COLUMNS]
  const found = columns.find((column) => column.field === field)
  return found ? found[language === 'en' ? 'en' : 'zh'] : field
}
