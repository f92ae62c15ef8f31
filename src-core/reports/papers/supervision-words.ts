/** Words of 督办单 and its answer slip. To add one: its type, then both tables. */
import type { SupervisionKind, SupervisionTrigger } from '#core/case-file/limit-codes.ts'

type Label = 'case' | 'matter' | 'trigger' | 'demand' | 'at' | 'due' | 'listed' | 'summons' | 'attendance' | 'answer' | 'answeredAt' | 'answeredAs' // prettier-ignore
type SupervisionWords = {
  readonly title: string
  readonly slip: string
  readonly asks: (due: string) => string
  readonly kind: Readonly<Record<SupervisionKind, string>>
  readonly trigger: Readonly<Record<SupervisionTrigger, string>>
  readonly label: Readonly<Record<Label, string>>
  readonly signs: readonly [issuer: string, answering: string]
  readonly seal: string
  readonly cutAlong: (number: string) => string
}

export const SUPERVISION_WORDS: Readonly<Record<'zh-CN' | 'en', SupervisionWords>> = {
  'zh-CN': {
    title: '督办单',
    slip: '督办答复单',
    asks: (due) => `下列事项请认真办理，${due}书面答复办理情况。`,
    kind: { daily: '日常督办', listed: '挂牌督办', summons: '约谈' },
    trigger: {
      'refused-intake': '应受理未受理',
      overdue: '超期',
      unsolved: '合法合理诉求未解决',
      'poor-handling': '处置不当造成不良影响',
      other: '其他',
    },
    label: {
      case: '工单编号',
      matter: '事项',
      trigger: '督办事由',
      demand: '督办要求',
      at: '督办时间',
      due: '答复期限',
      listed: '公示时间、地点',
      summons: '约谈时间、地点',
      attendance: '到场人员',
      answer: '办理情况和结果',
      answeredAt: '答复时间',
      answeredAs: '以何身份',
    },
    signs: ['督办单位经办人', '答复人'],
    seal: '（盖章）',
    cutAlong: (number) => `沿此线剪开，以下由承办单位答复 ${number}`,
  },
  en: {
    title: 'Supervision order',
    slip: 'Answer to the supervision order',
    asks: (due) => `Please see to the matter below and answer in writing ${due}.`,
    kind: { daily: 'Everyday', listed: 'Listed', summons: 'Summons' },
    trigger: {
      'refused-intake': 'Should have been taken in',
      overdue: 'Overdue',
      unsolved: 'Lawful matter unsolved',
      'poor-handling': 'Poor handling with bad effect',
      other: 'Other',
    },
    label: {
      case: 'Case',
      matter: 'Matter',
      trigger: 'Reason',
      demand: 'Demand',
      at: 'Ordered',
      due: 'Answer by',
      listed: 'Made public, when and where',
      summons: 'Talk, when and where',
      attendance: 'Who was there',
      answer: 'What was done, what came of it',
      answeredAt: 'Answered',
      answeredAs: 'In which capacity',
    },
    signs: ['For the issuing office', 'Answered by'],
    seal: '(seal)',
    cutAlong: (number) => `Cut here; to be answered below ${number}`,
  },
}
