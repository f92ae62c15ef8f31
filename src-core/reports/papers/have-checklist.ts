/** 四有检查表: one of the four in one neighbourhood, to carry and to type back; its digits are the keys of the form. */
import type { Have } from '#core/have/codes.ts'
import { POINTS } from '#core/have/points.ts'
import { footOf, type Paper, type PaperFrame } from './paper.ts'

const WORDS = {
  'zh-CN': {
    title: '四有检查表',
    have: { security: '安全防范', cleaning: '绿化保洁', repair: '维修维护', parking: '停车管理' },
    head: ['序号', '看什么', '1 有', '2 部分', '3 没有', '4 不适用', '备注'],
    place: '小区',
    matter: '四有',
    on: '检查日期',
    by: '检查人',
    carrier: '谁在管',
    carriers: '□ 小区自管会　□ 业委会　□ 物业公司　□ 居委会代管　□ 没有人管　　名称：',
    authority: '授权决议',
    recheck: '复查日期',
    note: '其他情况',
    remarks: [
      '每项只打一个勾；没看到的留空，录入时记作未查。',
      '照片用手机拍下，回来随本表一起录入。',
      '不写居民姓名和电话。',
    ],
    signs: ['检查人', '小区代表'],
  },
  en: {
    title: 'Four haves: checklist',
    have: { security: 'Security', cleaning: 'Greening and cleaning', repair: 'Repair', parking: 'Parking' },
    head: ['No.', 'What to look at', '1 There', '2 In part', '3 Lacking', '4 N/A', 'Remarks'],
    place: 'Neighbourhood',
    matter: 'Matter',
    on: 'Checked on',
    by: 'Checked by',
    carrier: 'Looked after by',
    carriers:
      '□ Self-governing body  □ Owners’ committee  □ Property company  □ Residents’ committee  □ Nobody   Name:',
    authority: 'Authorising resolution',
    recheck: 'Look again on',
    note: 'Anything else',
    remarks: [
      'One tick a line; leave blank what you did not see: it is entered as not checked.',
      'Take photos with a phone and hand them in with this sheet.',
      'Write no resident’s name or telephone.',
    ],
    signs: ['Checked by', 'For the neighbourhood'],
  },
} as const

/** `place`: the neighbourhood's name. */
export function haveChecklistPaper(place: string, have: Have, frame: PaperFrame): Paper {
  const { station, words } = frame
  const own = WORDS[words.language]
  const isEnglish = words.language === 'en'
  return {
    station,
    title: own.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: `${own.title}-${place}-${own.have[have]}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'boxes',
        rows: [
          [
            { label: own.place, value: place },
            { label: own.matter, value: own.have[have] },
          ],
          [
            { label: own.on, value: '' },
            { label: own.by, value: '' },
          ],
        ],
      },
      {
        kind: 'table',
        head: own.head,
        widths: [7, 37, 9, 10, 10, 11, 16],
        centred: [0, 2, 3, 4, 5],
        rows: POINTS[have].map((point, i) => [String(i + 1), isEnglish ? point.en : point.zh, '□', '□', '□', '□', '']),
      },
      {
        kind: 'boxes',
        rows: [
          [{ label: own.carrier, value: own.carriers }],
          [
            { label: own.authority, value: '' },
            { label: own.recheck, value: '' },
          ],
          [{ label: own.note, value: '', blank: 30 }],
        ],
      },
      { kind: 'remarks', title: '', lines: own.remarks },
      { kind: 'signing', places: own.signs, seal: '', station },
    ],
  }
}
