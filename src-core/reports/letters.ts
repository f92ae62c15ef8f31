/**
 * 服务情况反馈函: to the employer of each registered party member (双报到), what its people did here in a quarter. One sheet an
 * employer, member by member; how often and how long, and for what kind of work, never for whom. A member without hours is
 * listed too: the employer asked how its people serve.
 */
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { hoursText, minutesOf, SERVED_FOR, type HelperFacts, type ServedFor } from './helper-facts.ts'
import { footOf, type Paper, type PaperFrame, type PaperSheet } from './papers/paper.ts'
import { serviceCertificate } from './papers/service-certificate.ts'

const WORDS = {
  'zh-CN': {
    title: '服务情况反馈函',
    fileName: (about: string) => `服务情况反馈函-${about}`,
    to: (employer: string) => `${employer}：`,
    text: (people: number, times: number, hours: string, station: string, about: string) =>
      `${about}，贵单位到我社区报到的党员 ${people} 名，参加${station}服务 ${times} 次，累计 ${hours} 小时。现将情况反馈如下，感谢贵单位对社区工作的支持。`,
    head: ['姓名', '次数', '小时', '服务内容'],
    columns: ['单位', '姓名', '次数', '小时', '服务内容'],
    note: '时长为服务后如实登记的各次之和；服务对象信息不在函内载明。',
    nothing: '本期没有登记服务时长',
    times: (name: string, times: number) => `${name} ${times} 次`,
    for: { post: '岗位服务', wish: '微心愿', activity: '社区活动', other: '其他服务' },
    comma: '、',
    signing: '经办人',
    seal: '盖章',
    certificates: (about: string) => `志愿服务时长证明-${about}`,
    certificateColumns: ['姓名', '队伍', '次数', '小时'],
  },
  en: {
    title: 'Feedback on service',
    fileName: (about: string) => `Feedback on service ${about}`,
    to: (employer: string) => `To ${employer}`,
    text: (people: number, times: number, hours: string, station: string, about: string) =>
      `${about}: ${people} of your people who are registered here served ${times} times with ${station}, ${hours} hours in all. We thank you for your support; the particulars are below.`,
    head: ['Name', 'Times', 'Hours', 'Work'],
    columns: ['Employer', 'Name', 'Times', 'Hours', 'Work'],
    note: 'Hours are the sum of what was recorded after each service; whom it was for is not told here.',
    nothing: 'No hours recorded in this period',
    times: (name: string, times: number) => `${name} ${times}×`,
    for: { post: 'Posts', wish: 'Wishes', activity: 'Activities', other: 'Other' },
    comma: ', ',
    signing: 'Clerk',
    seal: 'Seal',
    certificates: (about: string) => `Voluntary service ${about}`,
    certificateColumns: ['Name', 'Team', 'Times', 'Hours'],
  },
} as const satisfies Readonly<Record<'zh-CN' | 'en', { readonly for: Readonly<Record<ServedFor, string>>; readonly [word: string]: unknown }>> // prettier-ignore

/** `about`: of which period, 2026年第3季度. */
type About = { readonly helpers: readonly HelperFacts[]; readonly about: string; readonly frame: PaperFrame }

const isAddressed = ({ kind, employer }: HelperFacts): boolean => kind === 'party-member' && employer !== ''

/** Registered party members of whom nobody knows the employer: no letter can go out for them. */
export const withoutEmployer = (helpers: readonly HelperFacts[]): number =>
  helpers.filter((helper) => helper.kind === 'party-member' && helper.employer === '').length

function byEmployer(helpers: readonly HelperFacts[]): ReadonlyMap<string, readonly HelperFacts[]> {
  const groups = new Map<string, HelperFacts[]>()
  for (const helper of helpers.filter(isAddressed))
    groups.set(helper.employer, [...(groups.get(helper.employer) ?? []), helper])
  return groups
}

function work({ served }: HelperFacts, language: keyof typeof WORDS): string {
  const words = WORDS[language]
  const parts = SERVED_FOR.flatMap((kind) => {
    const times = served.filter((one) => one.for === kind).length
    return times > 0 ? [words.times(words.for[kind], times)] : []
  })
  return parts.join(words.comma) || words.nothing
}

/** Null when no employer is to be written to. */
export function lettersPaper({ helpers, about, frame }: About): Paper | null {
  const { language } = frame.words
  const words = WORDS[language]
  const sheets = [...byEmployer(helpers)].map(([employer, people]): PaperSheet => {
    const minutes = people.reduce((sum, one) => sum + minutesOf(one), 0)
    const times = people.reduce((sum, one) => sum + one.served.length, 0)
    return {
      station: frame.station,
      title: words.title,
      number: about,
      copy: '',
      parts: [
        {
          kind: 'letter',
          to: words.to(employer),
          text: words.text(people.length, times, hoursText(minutes), frame.station, about),
        },
        {
          kind: 'table',
          head: words.head,
          widths: [20, 12, 14, 54],
          centred: [],
          right: [1, 2],
          rows: people.map((one) => [
            one.name,
            String(one.served.length),
            hoursText(minutesOf(one)),
            work(one, language),
          ]),
        },
        { kind: 'remarks', title: '', lines: [words.note] },
        { kind: 'signing', places: [words.signing], seal: words.seal, station: frame.station },
      ],
    }
  })
  return bound(sheets, words.fileName(about), frame)
}

/** One certificate for everybody who served in the period, volunteers and party members alike. Null for nobody. */
export function certificatesPaper({ helpers, about, frame }: About): Paper | null {
  const sheets = served(helpers).map(({ name, team, served: times }) =>
    serviceCertificate({ name, team, times }, frame),
  )
  return bound(sheets, WORDS[frame.words.language].certificates(about), frame)
}

const served = (helpers: readonly HelperFacts[]): readonly HelperFacts[] =>
  helpers.filter((one) => one.served.length > 0).toSorted((a, b) => (a.team < b.team ? -1 : a.team > b.team ? 1 : 0))

/** The first sheet with all others behind it, each on a sheet of its own. */
function bound([first, ...others]: readonly PaperSheet[], fileName: string, frame: PaperFrame): Paper | null {
  if (!first) return null
  return {
    station: first.station,
    title: first.title,
    number: first.number,
    copy: first.copy,
    landscape: false,
    fileName,
    words: { ...frame.words, number: (number) => number },
    foot: footOf(frame),
    parts: [...first.parts, ...others.map((sheet) => ({ kind: 'next', sheet }) as const)],
  }
}

export function lettersSheet({ helpers, frame }: About): SheetToWrite {
  const { language } = frame.words
  const words = WORDS[language]
  const [employer, name, times, hours, what] = words.columns
  return {
    name: words.title,
    columns: [
      { title: employer, kind: 'text', width: 34 },
      { title: name, kind: 'text', width: 14 },
      { title: times, kind: 'number', width: 8 },
      { title: hours, kind: 'number', width: 8 },
      { title: what, kind: 'text', width: 44 },
    ],
    rows: helpers.filter(isAddressed).map((one) => [one.employer, one.name, one.served.length, Number(hoursText(minutesOf(one))), work(one, language)]), // prettier-ignore
  }
}

export function certificatesSheet({ helpers, about, frame }: About): SheetToWrite {
  const words = WORDS[frame.words.language]
  const [name, team, times, hours] = words.certificateColumns
  return {
    name: about,
    columns: [
      { title: name, kind: 'text', width: 14 },
      { title: team, kind: 'text', width: 34 },
      { title: times, kind: 'number', width: 8 },
      { title: hours, kind: 'number', width: 8 },
    ],
    rows: served(helpers).map((one) => [one.name, one.team, one.served.length, Number(hoursText(minutesOf(one)))]),
  }
}
