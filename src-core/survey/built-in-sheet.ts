/** 服务满意度访问: the sheet that a new survey begins with. To add a question: here, in both languages. */
import type { Question } from './question.ts'

const PROVIDER = { to: 'case-provider' } as const

const ZH: readonly Question[] = [
  { id: 'solved', kind: 'choice', words: '您反映的事情解决了吗？', options: ['解决了', '部分解决', '没有解决', '说不清'] },
  { id: 'contacted', kind: 'choice', words: '办理期间，有人主动跟您联系过吗？', options: ['有', '没有', '记不清'] },
  { id: 'overall', kind: 'scale', words: '总的来说，您对这次服务满意吗？', points: 5, low: '很不满意', high: '很满意', link: PROVIDER },
  { id: 'speed', kind: 'scale', words: '上门、办理够不够及时？', points: 5, low: '很慢', high: '很及时', link: PROVIDER },
  { id: 'manner', kind: 'scale', words: '工作人员的态度怎么样？', points: 5, low: '很差', high: '很好', link: PROVIDER },
  { id: 'station', kind: 'scale', words: '您对社区服务站的工作满意吗？', points: 5, low: '很不满意', high: '很满意' },
  { id: 'fee', kind: 'number', words: '这次您自己付了多少钱？没付填 0。', unit: '元', min: 0, max: 100_000 },
  { id: 'need', kind: 'several', words: '您还需要哪些服务？', options: ['上门维修', '助餐', '陪诊取药', '托管辅导', '办事代办', '文体活动', '都不需要'] },
  { id: 'say', kind: 'text', words: '您还有什么想说的？' },
] // prettier-ignore

const EN: readonly Question[] = [
  { id: 'solved', kind: 'choice', words: 'Was your matter solved?', options: ['Yes', 'In part', 'No', 'Cannot say'] },
  { id: 'contacted', kind: 'choice', words: 'Did anybody contact you while it was in hand?', options: ['Yes', 'No', 'Cannot remember'] },
  { id: 'overall', kind: 'scale', words: 'All in all, how satisfied are you with this service?', points: 5, low: 'Not at all', high: 'Very', link: PROVIDER },
  { id: 'speed', kind: 'scale', words: 'Did they come and work in good time?', points: 5, low: 'Very slow', high: 'Very quick', link: PROVIDER },
  { id: 'manner', kind: 'scale', words: 'How did they treat you?', points: 5, low: 'Badly', high: 'Very well', link: PROVIDER },
  { id: 'station', kind: 'scale', words: 'How satisfied are you with the service station?', points: 5, low: 'Not at all', high: 'Very' },
  { id: 'fee', kind: 'number', words: 'How much did you pay yourself? 0 for nothing.', unit: 'yuan', min: 0, max: 100_000 },
  { id: 'need', kind: 'several', words: 'Which other services do you need?', options: ['Repairs at home', 'Meals', 'Company to hospital', 'Child care', 'Paperwork', 'Leisure', 'None'] },
  { id: 'say', kind: 'text', words: 'What else would you like to say?' },
] // prettier-ignore

export const builtInSheet = (language: 'zh-CN' | 'en'): readonly Question[] => (language === 'en' ? EN : ZH)
