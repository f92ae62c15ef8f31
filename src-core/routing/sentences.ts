/**
 * Every point and every refusal of ranking as a sentence, the same on the screens and in `linwu`: "同一小区；现在开门；10 个
 * 名额还有 3 个；合同支付，还剩 12 小时". To add one: its code in judge.ts, then both languages here.
 */
import type { ServiceType } from '../case-file/codes.ts'
import type { Aspect, Exclusion, Fact, Judgement } from './judge.ts'
import type { ChainStep } from './ranking.ts'

export type Language = 'zh-CN' | 'en'

type Sentences = {
  readonly fact: { readonly [C in Fact['code']]: (fact: Extract<Fact, { code: C }>) => string }
  readonly aspect: Readonly<Record<Aspect, string>>
  readonly exclusion: Readonly<Record<Exclusion, string>>
  readonly type: Readonly<Record<ServiceType, string>>
  readonly between: string
  readonly comma: string
  readonly unknown: (aspects: string) => string
  readonly fits: (type: string, count: number) => string
  readonly nobodyKnown: (type: string) => string
  readonly nobodyFits: (type: string, why: string) => string
  readonly times: (what: string, count: number) => string
}

const UNITS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { times: ' 次', hours: ' 小时', people: ' 人', months: ' 个月', fen: ' 元' },
  en: { times: ' times', hours: ' hours', people: ' people', months: ' months', fen: ' yuan' },
}
const amount = (language: Language, left: number, unit: string): string =>
  `${unit === 'fen' ? Math.floor(left / 100) : left}${UNITS[language][unit] ?? ''}`
const beside = (words: string, comma: string): string => (words === '' ? '' : `${comma}${words}`)

const ZH: Sentences = {
  fact: {
    unknown: () => '未填',
    'same-category': () => '正是这一类服务',
    'near-category': () => '做同一大类的服务',
    'no-word': () => '没写明做不做这一项',
    named: ({ words }) => `服务项目里有“${words}”`,
    eligible: () => '符合服务对象的条件',
    'ask-eligible': () => '服务对象有条件，居民情况未填，请先核对',
    'same-neighbourhood': () => '同一小区',
    'in-area': () => '服务本小区',
    'area-named': ({ words }) => `服务范围写明“${words}”`,
    walk: ({ minutes }) => `步行 ${minutes} 分钟`,
    arrive: ({ minutes }) => `上门 ${minutes} 分钟内`,
    'open-now': () => '现在开门',
    'closed-now': () => '现在不开门',
    'open-then': () => '约定的时间开门',
    'closed-then': () => '约定的时间不开门',
    comes: () => '可上门',
    'does-not-come': () => '不上门，居民需要上门',
    'barrier-free': () => '无障碍',
    barriers: () => '没有无障碍，居民需要',
    speaks: ({ need }) => (need === 'hearing' ? '会手语' : '会说方言'),
    'speaks-not': ({ need }) => (need === 'hearing' ? '没有写会手语，居民听力不便' : '没有写会说方言，居民需要'),
    free: ({ words }) => `居民不用付钱${beside(words, '，')}`,
    subsidised: ({ words }) => `有补偿，居民少付${beside(words, '，')}`,
    'resident-paid': ({ words }) => `居民自费${beside(words, ' ')}`,
    places: ({ free, of }) => (of === null ? `还有 ${free} 个名额` : `${of} 个名额还有 ${free} 个`),
    left: ({ kind, left, unit }) =>
      `${kind === 'contract' ? '合同支付' : '经济补偿协议'}${left === null ? '' : `，还剩 ${amount('zh-CN', left, unit)}`}`,
    'used-up': ({ kind }) => `${kind === 'contract' ? '合同' : '补偿协议'}额度已用完`,
    'few-cases': ({ closed }) => (closed === 0 ? '还没有办结过' : `办结 ${closed} 件，少于 5 件，不计`),
    past: ({ closed, accepted, inTime, solved, satisfied, returned, unscored }) =>
      [
        `办结 ${closed} 件`,
        accepted !== null && `接单 ${accepted}%`,
        inTime !== null && `按时 ${inTime}%`,
        solved !== null && `居民说解决 ${solved}%`,
        satisfied !== null && `满意 ${satisfied}%`,
        `退单 ${returned} 次`,
        unscored && '政府部门只看时效和居民回答，不计分',
      ]
        .filter(Boolean)
        .join('，'),
  },
  aspect: {
    service: '服务项目',
    eligibility: '服务对象',
    area: '服务范围',
    minutes: '路上几分钟',
    hours: '服务时间',
    way: '方式',
    'barrier-free': '无障碍',
    language: '语言',
    cost: '费用',
    capacity: '名额',
    funding: '经费',
    results: '过往办理',
  },
  exclusion: {
    'reported-unit': '是被举报的单位',
    'closed-down': '已停办',
    'turned-down': '这一件不接、退回过或没有回应',
    'not-eligible': '居民不符合条件',
    'out-of-area': '不服务这里',
    'other-service': '不做这一类',
    full: '名额已满',
    expired: '合同或协议到期',
  },
  type: { administrative: '行政服务', welfare: '公益服务', market: '市场服务' },
  between: '；',
  comma: '、',
  unknown: (aspects) => `未填：${aspects}（不影响排名）`,
  fits: (type, count) => `${type}：${count} 家合适`,
  nobodyKnown: (type) => `${type}：没有登记的单位`,
  nobodyFits: (type, why) => `${type}：都不合适（${why}）`,
  times: (what, count) => `${what} ${count} 家`,
}

const EN: Sentences = {
  fact: {
    unknown: () => 'not filled in',
    'same-category': () => 'does exactly this',
    'near-category': () => 'does the same kind of work',
    'no-word': () => 'does not say whether it does this',
    named: ({ words }) => `lists “${words}”`,
    eligible: () => 'the resident is eligible',
    'ask-eligible': () => 'not for everybody, and the resident’s details are missing: check first',
    'same-neighbourhood': () => 'same neighbourhood',
    'in-area': () => 'serves this neighbourhood',
    'area-named': ({ words }) => `names “${words}” as its area`,
    walk: ({ minutes }) => `${minutes} min on foot`,
    arrive: ({ minutes }) => `comes within ${minutes} min`,
    'open-now': () => 'open now',
    'closed-now': () => 'closed now',
    'open-then': () => 'open at the time agreed',
    'closed-then': () => 'closed at the time agreed',
    comes: () => 'comes to the home',
    'does-not-come': () => 'does not come to the home, which the resident needs',
    'barrier-free': () => 'barrier-free',
    barriers: () => 'not barrier-free, which the resident needs',
    speaks: ({ need }) => (need === 'hearing' ? 'signs' : 'speaks the dialect'),
    'speaks-not': ({ need }) => (need === 'hearing' ? 'nobody signs, which the resident needs' : 'no dialect, which the resident needs'), // prettier-ignore
    free: ({ words }) => `free for the resident${beside(words, ', ')}`,
    subsidised: ({ words }) => `subsidised, the resident pays less${beside(words, ', ')}`,
    'resident-paid': ({ words }) => `paid by the resident${beside(words, ', ')}`,
    places: ({ free, of }) => (of === null ? `${free} places free` : `${free} of ${of} places free`),
    left: ({ kind, left, unit }) =>
      `paid by ${kind === 'contract' ? 'contract' : 'a compensation agreement'}${left === null ? '' : `, ${amount('en', left, unit)} left`}`,
    'used-up': ({ kind }) => `nothing left of the ${kind === 'contract' ? 'contract' : 'compensation agreement'}`,
    'few-cases': ({ closed }) => (closed === 0 ? 'has closed none yet' : `${closed} closed, fewer than 5: not counted`),
    past: ({ closed, accepted, inTime, solved, satisfied, returned, unscored }) =>
      [
        `${closed} closed`,
        accepted !== null && `${accepted}% accepted`,
        inTime !== null && `${inTime}% in time`,
        solved !== null && `${solved}% solved, residents say`,
        satisfied !== null && `${satisfied}% satisfied`,
        `${returned} returned`,
        unscored && 'government: times and answers only, no points',
      ]
        .filter(Boolean)
        .join(', '),
  },
  aspect: {
    service: 'services',
    eligibility: 'for whom',
    area: 'area',
    minutes: 'minutes on the way',
    hours: 'hours',
    way: 'way of delivery',
    'barrier-free': 'barrier-free',
    language: 'languages',
    cost: 'cost',
    capacity: 'places',
    funding: 'funding',
    results: 'past results',
  },
  exclusion: {
    'reported-unit': 'is the reported unit',
    'closed-down': 'closed down',
    'turned-down': 'declined this one, gave it back or did not answer',
    'not-eligible': 'the resident is not eligible',
    'out-of-area': 'does not serve this place',
    'other-service': 'does not do this',
    full: 'full',
    expired: 'contract or agreement expired',
  },
  type: { administrative: 'Administrative', welfare: 'Welfare', market: 'Market' },
  between: '; ',
  comma: ', ',
  unknown: (aspects) => `Not filled in: ${aspects} (does not affect the rank)`,
  fits: (type, count) => `${type}: ${count} fit`,
  nobodyKnown: (type) => `${type}: no provider entered`,
  nobodyFits: (type, why) => `${type}: nobody fits (${why})`,
  times: (what, count) => `${what}: ${count}`,
}

const SENTENCES: Readonly<Record<Language, Sentences>> = { 'zh-CN': ZH, en: EN }

// Each code is paired with its own shape; TypeScript cannot follow that through an index.
export const factWords = (fact: Fact, language: Language): string =>
  (SENTENCES[language].fact[fact.code] as (fact: Fact) => string)(fact)

export const isUnknown = ({ fact }: Judgement): boolean => fact.code === 'unknown'

/** What speaks for and against, in one line; then what nobody has filled in. */
export function judgementWords(judgements: readonly Judgement[], language: Language): string {
  const known = judgements.filter((one) => !isUnknown(one))
  return known.map(({ fact }) => factWords(fact, language)).join(SENTENCES[language].between)
}

/** '' when everything is known. */
export function unknownWords(judgements: readonly Judgement[], language: Language): string {
  const { aspect, comma, unknown } = SENTENCES[language]
  const names = judgements.filter(isUnknown).map((one) => aspect[one.aspect])
  return names.length === 0 ? '' : unknown(names.join(comma))
}

export const exclusionWords = (why: Exclusion, language: Language): string => SENTENCES[language].exclusion[why]

export function stepWords({ serviceType, fits, excluded }: ChainStep, language: Language): string {
  const words = SENTENCES[language]
  const type = words.type[serviceType]
  if (fits > 0) return words.fits(type, fits)
  if (excluded.length === 0) return words.nobodyKnown(type)
  return words.nobodyFits(type, excluded.map(({ why, count }) => words.times(words.exclusion[why], count)).join(words.comma)) // prettier-ignore
}

/** Why the kinds before the fitting one were left, for the order's reason; '' when the first one fits. */
export function fallThroughWords(steps: readonly ChainStep[], language: Language): string {
  const first = steps.findIndex(({ fits }) => fits > 0)
  return steps
    .slice(0, Math.max(0, first))
    .map((step) => stepWords(step, language))
    .join(SENTENCES[language].between)
}
