/** Words of surveys in workbooks and on paper. Screens have their own, in their text files. */
import type { InterviewState } from '../survey/codes.ts'
import type { Language } from './code-words.ts'

export type SurveyWords = {
  readonly state: Readonly<Record<InterviewState, string>>
  /** 受访人 007 */
  readonly person: (number: number) => string
  readonly otherStratum: string
  readonly sheets: Readonly<Record<'about' | 'results' | 'texts' | 'people', string>>
  readonly column: Readonly<Record<'item' | 'value' | 'question' | 'answer' | 'count' | 'answered' | 'share' | 'estimate' | 'low' | 'high' | 'text' | 'number' | 'stratum' | 'state' | 'visits' | 'replaces' | 'when', string>> // prettier-ignore
  readonly about: Readonly<Record<'title' | 'purpose' | 'period' | 'population' | 'digest' | 'seed' | 'size' | 'drawnAt' | 'strata' | 'called' | 'done' | 'rate' | 'method' | 'few' | 'weighted', string>> // prettier-ignore
  readonly mean: string
  readonly median: string
  readonly least: string
  readonly most: string
  readonly methodText: string
  readonly weightedText: string
  readonly fewText: string
  readonly stratumLine: (name: string, population: number, drawn: number, done: number) => string
  readonly paper: {
    readonly listTitle: string
    readonly listNote: readonly string[]
    readonly listHead: readonly string[]
    readonly sheetTitle: string
    readonly fileName: (title: string, who: string) => string
    readonly copy: string
    readonly copyRedacted: string
    readonly version: (version: number) => string
    readonly greeting: string
    readonly questionHead: readonly string[]
    readonly outcome: string
    readonly interviewer: string
    readonly at: string
    readonly noted: string
    readonly day: string
    readonly preview: string
    readonly of: (interviewer: string, people: number) => string
    readonly nobody: string
    readonly several: string
  }
}

const pad = (number: number): string => String(number).padStart(3, '0')

const ZH: SurveyWords = {
  state: { done: '完成', refused: '拒访', 'not-met': '未遇', moved: '搬走', wrong: '信息有误' },
  person: (number) => `受访人 ${pad(number)}`,
  otherStratum: '未知',
  sheets: { about: '抽样和应答', results: '结果', texts: '文字回答', people: '走访情况' },
  column: {
    item: '项目',
    value: '内容',
    question: '问题',
    answer: '回答',
    count: '人数',
    answered: '回答人数',
    share: '占比',
    estimate: '估计值',
    low: '95% 下限',
    high: '95% 上限',
    text: '原话（已去掉姓名、号码）',
    number: '受访人',
    stratum: '层',
    state: '结果',
    visits: '走访次数',
    replaces: '替换',
    when: '访问时间',
  },
  about: {
    title: '调查',
    purpose: '目的',
    period: '访问时间',
    population: '总体人数',
    digest: '总体名单摘要（SHA-256）',
    seed: '随机种子',
    size: '样本数',
    drawnAt: '抽样时间',
    strata: '分层',
    called: '应访（含启用的候补）',
    done: '完成',
    rate: '应答率（完成 ÷ 已走访）',
    method: '区间算法',
    few: '说明',
    weighted: '估计值',
  },
  mean: '平均',
  median: '中位数',
  least: '最小',
  most: '最大',
  methodText: '占比用 Wilson 95% 区间，平均数用 t 分布 95% 区间，都按有限总体修正。',
  weightedText: '分层抽样：估计值按各层人数加权。',
  fewText: '不足 5 份回答的，只报人数，不给区间。',
  stratumLine: (name, population, drawn, done) => `${name}：${population} 人，抽 ${drawn}，完成 ${done}`,
  paper: {
    listTitle: '访问名单',
    listNote: ['问卷上只写编号，不写姓名；名单和问卷分开放，用完交回站里。', '三次未遇、拒访、搬走的，勾选结果交回，由站里启用候补，不要自己换人。'],
    listHead: ['受访人', '姓名', '尾号', '住址', '上次反映的事', '结果'],
    sheetTitle: '访问问卷',
    fileName: (title, who) => `访问问卷-${title}${who && `-${who}`}`,
    copy: '访问后交回本站录入　注意保管',
    copyRedacted: '已隐去姓名、电话、住址',
    version: (version) => `第 ${version} 版`,
    greeting: '您好！我们想听听您对社区服务的真实看法。回答只用于改进服务，不写姓名，没有对错。不想答的题可以不答。',
    questionHead: ['题', '问题', '回答（在 □ 内打 √）'],
    outcome: '访问结果',
    interviewer: '访问人',
    at: '访问时间',
    noted: '备注',
    day: '　　　年　　月　　日　　：　　',
    preview: '问卷样张',
    of: (interviewer, people) => `${interviewer ? `访问人：${interviewer}　` : ''}共 ${people} 人`,
    nobody: '没有还要走访的人。',
    several: '（可多选）',
  },
} // prettier-ignore

const EN: SurveyWords = {
  state: { done: 'Done', refused: 'Refused', 'not-met': 'Not met', moved: 'Moved away', wrong: 'Wrong details' },
  person: (number) => `Person ${pad(number)}`,
  otherStratum: 'Not known',
  sheets: { about: 'Draw and response', results: 'Results', texts: 'Words', people: 'Visits' },
  column: {
    item: 'Item',
    value: 'Value',
    question: 'Question',
    answer: 'Answer',
    count: 'People',
    answered: 'Answered',
    share: 'Share',
    estimate: 'Estimate',
    low: '95 % from',
    high: '95 % to',
    text: 'In their words (names and numbers taken out)',
    number: 'Person',
    stratum: 'Stratum',
    state: 'Outcome',
    visits: 'Visits',
    replaces: 'Replaces',
    when: 'Visited',
  },
  about: {
    title: 'Survey',
    purpose: 'Purpose',
    period: 'Visits',
    population: 'Population',
    digest: 'Digest of the population (SHA-256)',
    seed: 'Seed',
    size: 'Sample',
    drawnAt: 'Drawn',
    strata: 'Stratum',
    called: 'To be visited, reserves called up included',
    done: 'Done',
    rate: 'Response rate (done ÷ visited)',
    method: 'Intervals',
    few: 'Note',
    weighted: 'Estimates',
  },
  mean: 'Mean',
  median: 'Median',
  least: 'Least',
  most: 'Most',
  methodText: 'Shares: Wilson’s 95 % interval; means: Student’s t, 95 %; both corrected for the finite population.',
  weightedText: 'Drawn by strata: estimates are weighted by the people in each.',
  fewText: 'Below five answers only counts are told, without an interval.',
  stratumLine: (name, population, drawn, done) => `${name}: ${population} people, ${drawn} drawn, ${done} done`,
  paper: {
    listTitle: 'People to visit',
    listNote: ['Write the number on the sheets, never a name; keep list and sheets apart and bring both back.', 'Three times not met, refused, moved: tick it and bring it back. The station calls up somebody else; do not choose yourself.'],
    listHead: ['Person', 'Name', 'Phone', 'Address', 'Last matter', 'Outcome'],
    sheetTitle: 'Question sheet',
    fileName: (title, who) => `survey-${title}${who && `-${who}`}`,
    copy: 'To be typed in at the station · keep it safe',
    copyRedacted: 'Names, phones and addresses left out',
    version: (version) => `version ${version}`,
    greeting: 'We would like to hear what you really think of the services here. No name is written down, nothing is right or wrong, and you may leave out any question.',
    questionHead: ['No.', 'Question', 'Answer (tick □)'],
    outcome: 'Outcome',
    interviewer: 'Asked by',
    at: 'When',
    noted: 'Notes',
    day: '____ -____-____   ____:____',
    preview: 'Sample',
    of: (interviewer, people) => `${interviewer ? `Asked by ${interviewer} · ` : ''}${people} people`,
    nobody: 'Nobody is left to be visited.',
    several: ' (several)',
  },
} // prettier-ignore

export const surveyWords = (language: Language): SurveyWords => (language === 'en' ? EN : ZH)
