/** Words of the catalogue's closed lists: on screens (text/…/categories.ts), in its spreadsheet and on the command line. */
import type { Duty, ProvisionWay } from './category.ts'

type CategoryWords = {
  readonly duty: Readonly<Record<Duty, string>>
  readonly way: Readonly<Record<ProvisionWay, string>>
}

export const ZH_CATEGORY: CategoryWords = {
  duty: { main: '主责', assist: '协助', 'off-list': '清单外' },
  way: {
    counter: '窗口受理',
    'home-visit': '上门',
    'look-then-report': '查看后转报',
    persuade: '上门劝导',
    mediate: '调解',
    activity: '活动',
    guide: '引导办理',
    'report-up': '转报',
    refer: '转服务单位',
    emergency: '先报警处置',
    deliberate: '议事协商',
    advise: '指导',
  },
}

export const EN_CATEGORY: CategoryWords = {
  duty: { main: 'Own duty', assist: 'Assists', 'off-list': 'Off the list' },
  way: {
    counter: 'At the counter',
    'home-visit': 'Home visit',
    'look-then-report': 'Look, then report',
    persuade: 'Talk on the spot',
    mediate: 'Mediation',
    activity: 'Activity',
    guide: 'Show the way',
    'report-up': 'Report up',
    refer: 'Refer to a provider',
    emergency: 'Emergency call first',
    deliberate: 'Deliberation',
    advise: 'Advice',
  },
}
