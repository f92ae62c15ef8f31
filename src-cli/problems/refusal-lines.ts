/** What the command line says when the program refuses a command. */
import { CIVIC_REFUSALS } from './civic-refusals.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import { DIRECTORY_REFUSALS } from './directory-texts.ts'
import { FIGURES_REFUSALS } from './figures-refusals.ts'
import { LETTER_REFUSALS } from './letter-refusals.ts'
import { MONEY_REFUSALS } from './money-refusals.ts'
import { NOTICE_REFUSALS } from './notice-refusals.ts'
import { REFERRAL_REFUSALS } from './referral-refusals.ts'
import { REVISIT_REFUSALS } from './revisit-refusals.ts'
import { SURVEY_REFUSALS } from './survey-refusals.ts'
import { SUPERVISION_REFUSALS } from './supervision-refusals.ts'
import { TRUST_REFUSALS } from './trust-refusals.ts'
import type { Line } from './line.ts'

export const REFUSAL: Readonly<Record<Exclude<RefusalCode, 'no-such-case'>, Line>> = {
  ...CIVIC_REFUSALS,
  ...DIRECTORY_REFUSALS,
  ...FIGURES_REFUSALS,
  ...LETTER_REFUSALS,
  ...MONEY_REFUSALS,
  ...REFERRAL_REFUSALS,
  ...REVISIT_REFUSALS,
  ...NOTICE_REFUSALS,
  ...SUPERVISION_REFUSALS,
  ...SURVEY_REFUSALS,
  ...TRUST_REFUSALS,
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
  'no-such-colleague': [
    '没有这位工作人员 · 什么都没有改 · 请另选一位',
    'There is no such colleague · nothing was changed · choose another',
  ],
  'colleague-left': [
    '这位工作人员已经离岗 · 没有交办 · 请另选一位',
    'This colleague has left · nothing was handed over · choose another',
  ],
  'same-name': [
    '已经有同名的一条 · 没有保存 · 请加以区别',
    'There is one of that name already · nothing was saved · tell them apart',
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
  'order-not-refused': [
    '12345 工单不能不予受理 · 没有保存 · 请改用申请退单',
    'A 12345 order cannot be refused · nothing was saved · ask for it to be taken back',
  ],
  'not-an-order': [
    '不是 12345 工单 · 没有申请退单 · 单位退单请记退单',
    'This is no 12345 order · nothing was asked back · record "returned" instead',
  ],
  'return-pending': [
    '已经申请退单、还没有结果 · 没有重复申请 · 请等上级答复',
    'It was asked back already · not asked twice · wait for the upper office',
  ],
  'not-asked-back': [
    '还没有申请退单 · 没有保存结果 · 请先申请退单',
    'It was not asked back yet · no result was saved · ask first',
  ],
  'reported-unit': [
    '这家就是被举报的单位 · 没有派给它 · 请改派别家或上报',
    'This is the party that was reported · nothing was sent · choose another or report it up',
  ],
  'no-such-topic': [
    '没有这个共性问题 · 什么都没有改 · 请核对',
    'There is no such common matter · nothing was changed · check which one you mean',
  ],
  'no-such-sheet': [
    '没有这张走访单 · 没有登记 · 请核对单号',
    'There is no such walk sheet · nothing was registered · check its number',
  ],
  'before-sheet': [
    '早于打印走访单的那天 · 没有登记 · 请核对日期',
    'That is before the sheet was printed · nothing was registered · check the date',
  ],
  'already-linked': [
    '已经并在一起 · 没有重复并入 · 不用再做',
    'They are joined already · nothing was changed · nothing to do',
  ],
  'already-typed': [
    '这一行已经录过 · 没有重复登记 · 同户另有一件的请再录一件',
    'This row was typed in before · nothing was registered twice · say so if it is one more',
  ],
  'no-such-place': [
    '没有这个地点 · 什么都没有改 · 请回到“地点”里再选一次',
    'There is no such place · nothing was changed · Choose it again under Places',
  ],
  'place-known': [
    '这里已经有同名的地点 · 没有重复添加 · 要改它，请直接打开那一个',
    'A place of this name stands here already · it was not added twice · Open that one to change it',
  ],
  'wrong-parent': [
    '它不能放在这一级下面 · 没有保存 · 请换一个上级地点',
    'It cannot stand below that place · nothing was saved · Choose another one above it',
  ],
  'no-such-person': [
    '没有这位居民 · 什么都没有改 · 请在“居民”里再找一次',
    'There is no such resident · nothing was changed · Find them again under Residents',
  ],
  'no-such-household': [
    '没有这一户 · 什么都没有改 · 请重新选择',
    'There is no such household · nothing was changed · Choose again',
  ],
  'not-a-member': [
    '户主要是这一户的成员 · 没有保存 · 请先把本人加入这一户',
    'The head has to be a member of the household · nothing was saved · Let them join it first',
  ],
  'no-such-merge': [
    '这次合并已经撤销过 · 或不存在 · 两份资料都在，不用再做',
    'That merge was undone before, or never was · Both entries are there · nothing to do',
  ],
  'already-one': [
    '这两份已经是同一个人 · 没有重复合并 · 不用再做',
    'These two are one person already · nothing was changed · Nothing to do',
  ],
  reporter: [
    '举报人和匿名诉求人不进居民名册 · 没有登记 · 身份仍按规定保密',
    'Reporters and anonymous people are in no register · nothing was registered · Who they are stays confidential',
  ],
  'phone-wrong': [
    '电话号码写法不对 · 没有保存 · 手机 11 位；座机可带区号，如 010-62001234',
    'This cannot be a phone number · nothing was saved · Mobile numbers have 11 digits; landlines may carry an area code',
  ],
  'id-number-wrong': [
    '身份证号不对 · 没有保存 · 请按证件逐位核对',
    'This 身份证号 is not right · nothing was saved · Check it sign by sign against the card',
  ],
  'id-reason-needed': [
    '要存身份证号 · 先写为什么需要 · 没有保存；不需要就留空',
    'Say why the 身份证号 is needed · nothing was saved · Leave it empty if it is not',
  ],
  'birth-differs': [
    '出生日期和身份证号里的不一样 · 没有保存 · 请核对是哪一个错了',
    'The birth date is not the one in the 身份证号 · nothing was saved · Check which of them is wrong',
  ],
  'gender-differs': [
    '性别和身份证号里的不一样 · 没有保存 · 请核对是哪一个错了',
    'The gender is not the one in the 身份证号 · nothing was saved · Check which of them is wrong',
  ],
  'next-before': [
    '下次走访要在这次之后 · 没有保存 · 请改日期',
    'The next visit has to be after this one · nothing was saved · Change the day',
  ],
  'no-deadline': [
    '这件没有时限 · 没有改动 · 从别处导入的件不计时，不用延期或暂停',
    'This case has no limit · nothing was changed · records from elsewhere run no clock',
  ],
  'not-later': [
    '新的时间不比原来晚 · 没有保存 · 写的都在，请改成更晚的时间',
    'The new time is not later than the one before · nothing was saved · enter a later one',
  ],
  'tell-first': [
    '延期要先告知诉求人 · 没有保存 · 请补上何时、怎样告知的',
    'The resident has to be told of it · nothing was saved · add when and how',
  ],
  'paused-already': [
    '这件已经暂停计时 · 没有再停一次 · 要改，请先恢复',
    'The clock already stands still · nothing was changed · let it run again first',
  ],
  'not-paused': [
    '这件没有暂停 · 时限照常走，什么都没有改 · 不用恢复',
    'The clock is running · nothing was changed · there is nothing to resume',
  ],
  'no-pauses': [
    '站里设定这种情况不暂停计时 · 没有保存 · 可以改用延期，或请负责人改“设置”',
    'The station does not stop the clock for this · nothing was saved · extend the limit, or have the settings changed',
  ],
  'no-upper-office': [
    '督办单由街道或区下达 · 没有保存 · 社区请用“催办”里的“提请督办”',
    'Supervision orders are a street or district office’s · nothing was saved · ask the upper office for supervision instead',
  ],
  'difference-moved': [
    '这一处刚刚有了变化 · 没有保存，几种写法都在 · 请再看一次',
    'It has changed since it was shown · nothing was saved, every version is kept · look again',
  ],
  'not-your-last': [
    '只能撤销自己刚做的最后一步 · 记录都在 · 请另记一条说明',
    'Only your own newest step can be undone · everything is kept · add a note instead',
  ],
}
