/** Words of the papers of a deliberation alone. */
import type { DeliberationKind, DeliberationStep, Legality, Majority } from '#core/topic/deliberation-codes.ts'

/** 预告 · 签到表 · 会议记录 · 决议 · 公示. To add one: at the end, with its words, and its parts in deliberation-papers.ts. */
export const DELIBERATION_PAPERS = ['notice', 'sign-in', 'minutes', 'resolution', 'publication'] as const
export type DeliberationPaper = (typeof DELIBERATION_PAPERS)[number]

export type DeliberationPaperWords = {
  readonly paper: Readonly<Record<DeliberationPaper, string>>
  readonly kind: Readonly<Record<DeliberationKind, string>>
  readonly step: Readonly<Record<DeliberationStep, string>>
  readonly legality: Readonly<Record<Legality, string>>
  readonly majority: Readonly<Record<Majority, string>>
  readonly label: Readonly<
    Record<'matter' | 'kind' | 'when' | 'where' | 'expected' | 'present' | 'authority' | 'rule' | 'votes' | 'secret' | 'result' | 'legality' | 'note' | 'publication' | 'speakers' | 'recorder', string> // prettier-ignore
  >
  readonly open: string
  readonly secret: string
  readonly carried: string
  readonly rejected: string
  readonly notRecorded: string
  readonly skipped: (reason: string) => string
  readonly votes: (votesFor: number, against: number, abstain: number) => string
  readonly present: (present: number, expected: number) => string
  readonly noticeText: (days: number) => string
  readonly publicationText: (days: number, from: string, until: string) => string
  readonly signInHead: readonly string[]
  readonly taskHead: readonly string[]
  readonly stepHead: readonly string[]
  readonly tasks: string
  readonly road: string
  readonly objectTo: string
  readonly chair: string
  readonly recorder: string
}

const ZH: DeliberationPaperWords = {
  paper: { notice: '协商会议预告', 'sign-in': '协商会议签到表', minutes: '协商会议记录', resolution: '协商决议', publication: '公示' }, // prettier-ignore
  kind: { hearing: '听证会', coordination: '协调会', review: '评议会', forum: '议事厅' },
  step: { proposal: '提议', notice: '预告', attendance: '到会人数', vote: '表决票数', legality: '合法性核对', publication: '公示期', objections: '异议', 'carry-out': '落实' }, // prettier-ignore
  legality: { lawful: '合法', 'lawful-after-change': '修改后合法', unlawful: '不合法' },
  majority: { half: '到会过半数同意', 'two-thirds': '到会三分之二以上同意' },
  label: { matter: '议题', kind: '形式', when: '时间', where: '地点', expected: '应到人数', present: '到会人数', authority: '决议号', rule: '通过条件', votes: '表决', secret: '表决方式', result: '结果', legality: '合法核对', note: '说明', publication: '公示', speakers: '发言要点', recorder: '记录' }, // prettier-ignore
  open: '举手或记名',
  secret: '无记名投票',
  carried: '通过',
  rejected: '未通过',
  notRecorded: '未记录',
  skipped: (reason) => `跳过：${reason}`,
  votes: (votesFor, against, abstain) => `赞成 ${votesFor}，反对 ${against}，弃权 ${abstain}`,
  present: (present, expected) => `到会 ${present} 人，应到 ${expected} 人`,
  noticeText: (days) => `现将协商会议有关事项提前 ${days} 天预告如下，欢迎居民参加并提出意见。`,
  publicationText: (days, from, until) => `现将协商结果公示 ${days} 天（${from} 至 ${until}）。`,
  signInHead: ['序号', '姓名', '身份', '楼号', '签名', '时间'],
  taskHead: ['事项', '谁办', '何时办成', '办理情况'],
  stepHead: ['步骤', '日期', '记录'],
  tasks: '落实事项',
  road: '协商经过',
  objectTo: '对结果有异议的，请在公示期内向本站提出，本站逐条答复。',
  chair: '主持人',
  recorder: '记录人',
}

const EN: DeliberationPaperWords = {
  paper: { notice: 'Notice of meeting', 'sign-in': 'Sign-in sheet', minutes: 'Minutes', resolution: 'Resolution', publication: 'Public notice' }, // prettier-ignore
  kind: {
    hearing: 'Hearing',
    coordination: 'Coordination meeting',
    review: 'Review meeting',
    forum: 'Residents’ forum',
  },
  step: { proposal: 'Proposal', notice: 'Notice', attendance: 'Attendance', vote: 'Vote', legality: 'Legality', publication: 'Publication', objections: 'Objections', 'carry-out': 'Carrying out' }, // prettier-ignore
  legality: { lawful: 'Lawful', 'lawful-after-change': 'Lawful after changes', unlawful: 'Unlawful' },
  majority: { half: 'more than half of those present', 'two-thirds': 'two thirds of those present' },
  label: { matter: 'Matter', kind: 'Form', when: 'When', where: 'Where', expected: 'To attend', present: 'Present', authority: 'Resolution no.', rule: 'Carried by', votes: 'Vote', secret: 'Way of voting', result: 'Result', legality: 'Legality', note: 'Notes', publication: 'Published', speakers: 'What was said', recorder: 'Minutes' }, // prettier-ignore
  open: 'Open vote',
  secret: 'Secret ballot',
  carried: 'Carried',
  rejected: 'Not carried',
  notRecorded: 'Not recorded',
  skipped: (reason) => `Skipped: ${reason}`,
  votes: (votesFor, against, abstain) => `${votesFor} for, ${against} against, ${abstain} abstained`,
  present: (present, expected) => `${present} of ${expected} came`,
  noticeText: (days) => `The meeting below is announced ${days} days ahead. Every resident is welcome to come and to speak.`, // prettier-ignore
  publicationText: (days, from, until) => `The result is published for ${days} days (${from} to ${until}).`,
  signInHead: ['No.', 'Name', 'Capacity', 'Building', 'Signature', 'Time'],
  taskHead: ['What', 'Who', 'By when', 'How it stands'],
  stepHead: ['Step', 'Day', 'Record'],
  tasks: 'To be carried out',
  road: 'How it went',
  objectTo: 'Objections may be raised with the station while this is published; each is answered.',
  chair: 'Chair',
  recorder: 'Minutes taken by',
}

export const DELIBERATION_PAPER_WORDS: Readonly<Record<'zh-CN' | 'en', DeliberationPaperWords>> = {
  'zh-CN': ZH,
  en: EN,
}
