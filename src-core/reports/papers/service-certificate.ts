/** 志愿服务时长证明 (DOMAIN §9.5): the sum of the lines that were recorded, each of them listed. Made for the person it names. */
import { dayOf } from '#core/lib/time.ts'
import type { ServiceTimeFields } from '#core/provider/service-time.ts'
import { minutesServed } from '#core/provider/service-time.ts'
import { footOf, type Paper, type PaperFrame } from './paper.ts'

export type CertificateOf = {
  readonly name: string
  /** 暖邻志愿服务队 · 探访一组; '' for nobody's. */
  readonly team: string
  /** Withdrawn ones are left out here too. */
  readonly times: readonly ServiceTimeFields[]
}

const WORDS = {
  'zh-CN': {
    title: '志愿服务时长证明',
    fileName: (name: string, day: string) => `志愿服务时长证明-${name}-${day}`,
    text: (name: string, team: string, hours: string, from: string, to: string) =>
      `兹证明${name}${team === '' ? '' : `（${team}）`}自 ${from} 至 ${to} 参加社区志愿服务，累计 ${hours} 小时。各次服务如下，均为服务后如实登记。`,
    head: ['日期', '时间', '小时', '内容'],
    signing: '经办人',
    seal: '盖章',
  },
  en: {
    title: 'Certificate of voluntary service',
    fileName: (name: string, day: string) => `Voluntary service ${name} ${day}`,
    text: (name: string, team: string, hours: string, from: string, to: string) =>
      `This certifies that ${name}${team === '' ? '' : ` (${team})`} gave ${hours} hours of voluntary service from ${from} to ${to}. Each is listed below and was recorded after it was given.`,
    head: ['Day', 'Time', 'Hours', 'What was done'],
    signing: 'Clerk',
    seal: 'Seal',
  },
} as const

const hours = (minutes: number): string => String(Math.floor((minutes / 60) * 100) / 100)

export function serviceCertificate({ name, team, times }: CertificateOf, frame: PaperFrame): Paper {
  const words = WORDS[frame.words.language]
  const listed = times
    .filter(({ withdrawn }) => !withdrawn)
    .toSorted((a, b) => (`${a.day}${a.from}` < `${b.day}${b.from}` ? -1 : 1))
  const sum = listed.reduce((minutes, one) => minutes + minutesServed(one), 0)
  return {
    station: frame.station,
    title: words.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: words.fileName(name, dayOf(frame.printedAt)),
    words: frame.words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'letter',
        to: '',
        text: words.text(name, team, hours(sum), listed[0]?.day ?? '', listed.at(-1)?.day ?? ''),
      },
      {
        kind: 'table',
        head: words.head,
        widths: [18, 22, 12, 48],
        centred: [2],
        rows: listed.map((one) => [one.day, `${one.from}–${one.to}`, hours(minutesServed(one)), one.what]),
      },
      { kind: 'signing', places: [words.signing], seal: words.seal, station: frame.station },
    ],
  }
}
