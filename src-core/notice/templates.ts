/** 通知模板: those that come with the program and the station's own. Residents read them: they are Chinese in both languages. */
import type { NoticeTemplateFields } from './fields.ts'

export type NoticeTemplate = { readonly id: string } & NoticeTemplateFields

type Row = Pick<NoticeTemplateFields, 'name' | 'title' | 'body'> & Partial<Pick<NoticeTemplateFields, 'audience' | 'answers'>> // prettier-ignore

/** To add one: here. Its key is stored in notices and where a station changed it: never renamed. */
const ROWS: Readonly<Record<string, Row>> = {
  outage: {
    name: '停水停电',
    title: '{停什么}通知',
    body: '因{原因}，{地点}将于{开始时间}至{结束时间}{停什么}。请提前{准备什么}，来水来电时注意安全。家中有老人、病人需要帮忙的，请打{联系电话}。',
  },
  heating: {
    name: '供暖',
    title: '供暖{什么事}通知',
    body: '{地点}将于{开始时间}{什么事}，请家中留人或把钥匙托给邻居，打开阀门、查看有无漏水。发现漏水或不热，请打{联系电话}。',
    answers: 'request',
  },
  activity: {
    name: '活动邀请',
    title: '{活动名称}，邀您参加',
    body: '{开始时间}在{地点}举办{活动名称}，{说明}。参加免费，请提前报名：{联系电话}。行动不便、需要接送的，请一并告诉我们。',
    answers: 'request',
  },
  result: {
    name: '办理结果告知',
    title: '您反映的事项有结果了',
    body: '{姓名}：您反映的“{事项}”（{工单号}）{办理结果}。{答复内容}。如有不同意见，请打{联系电话}。',
    audience: 'one',
    answers: 'request',
  },
  'result-many': {
    name: '共性问题办理告知',
    title: '{小区}{类别}问题办理情况',
    body: '近期{小区}有{件数}件关于{类别}的诉求，现已{办理结果}。{说明}。还有问题的，请打{联系电话}。',
    answers: 'request',
  },
  consult: {
    name: '议题征求意见',
    title: '征求意见：{议题}',
    body: '就“{议题}”，现征求大家意见，时间到{结束时间}为止。您可以到社区服务站说，也可以打{联系电话}，或请楼门长带话。意见会逐条记下，结果向大家公布。',
    answers: 'opinion',
  },
  meeting: {
    name: '协商会预告',
    title: '协商会预告：{议题}',
    body: '就“{议题}”，{开始时间}在{地点}开协商会，请住在{小区}的居民参加或推选代表参加。不能到会的，会前可打{联系电话}留下意见。',
    answers: 'opinion',
  },
  revisit: {
    name: '回访告知',
    title: '近期将电话回访',
    body: '社区服务站将在{开始时间}至{结束时间}电话回访近期办结的事项，只问办得怎么样，不问银行卡、验证码，不要转账。号码是{联系电话}，有疑问请先打来核对。',
  },
  survey: {
    name: '入户调查告知',
    title: '{调查名称}：请您说说',
    body: '{开始时间}至{结束时间}，访问员将就“{调查名称}”入户或电话访问，约十分钟。是否接受由您决定，答案只做统计。核实身份请打{联系电话}。',
    answers: 'opinion',
  },
  flood: {
    name: '防汛',
    title: '防汛提醒',
    body: '据预报{开始时间}前后有{雨情}。{地点}低洼处请把车辆、物品移到高处，地下室不要住人，远离积水中的电线和井盖。需要转移、救助请打{联系电话}，危险时打 119、110。',
    answers: 'request',
  },
  checkup: {
    name: '老年人体检',
    title: '老年人免费体检通知',
    body: '{年龄}周岁以上老人免费体检：{开始时间}，{地点}。请空腹，带身份证、医保卡。行动不便需要上门的，请在{结束时间}前打{联系电话}。',
    answers: 'request',
  },
  heat: {
    name: '高温提醒',
    title: '高温天提醒',
    body: '{开始时间}起高温，请中午少出门、多喝水，不舒服及时就医。{地点}设有纳凉点。独居老人需要看望的，请打{联系电话}。',
    answers: 'request',
  },
  fraud: {
    name: '防诈骗提醒',
    title: '防诈骗提醒',
    body: '近期有人冒充{冒充谁}，以{什么理由}要钱、要验证码。不点链接、不转账、不说验证码。拿不准请打{联系电话}或 96110。',
  },
}

export const BUILT_IN_NOTICES: readonly NoticeTemplate[] = Object.entries(ROWS).map(([key, row]) => ({
  audience: 'many',
  answers: 'none',
  retired: false,
  ...row,
  id: `builtIn:${key}`,
  builtIn: key,
}))

/** `own`: every entity `notice-template`. The station's own first, in the order given. */
export function currentNoticeTemplates(own: readonly NoticeTemplate[]): readonly NoticeTemplate[] {
  const replaced = new Set(own.map(({ builtIn }) => builtIn).filter(Boolean))
  return [...own, ...BUILT_IN_NOTICES.filter(({ builtIn }) => !replaced.has(builtIn))].filter(({ retired }) => !retired)
}
