/**
 * 常用模板: how a request of the season usually begins (供暖, 汛期, 开学 …). Built in, and the station's own as entities
 * `template`; one that names `builtIn` stands in the place of that one.
 */
import type { Scope } from '../kernel/event.ts'
import { someWords, words, z } from '../lib/schema.ts'
import { isDay, type Day } from '../lib/time.ts'
import { REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from './codes.ts'

/** MM-DD, a day that exists, 29 February included: 2024 is a leap year. */
export const DAY_OF_YEAR = z.string().refine((day) => isDay(`2024-${day}`))

/** Without `from` and `until` it is offered all the year. No names, phones or doors: it is offered to everybody. */
export const TEMPLATE = z.object({
  name: someWords(40),
  from: DAY_OF_YEAR.optional(),
  until: DAY_OF_YEAR.optional(),
  requestKind: z.enum(REQUEST_KINDS),
  urgency: z.enum(URGENCIES),
  title: someWords(200),
  text: words(2_000),
  serviceType: z.enum(SERVICE_TYPES).optional(),
  category: words(80),
  /** The built-in one that it stands for; see BUILT_IN_TEMPLATES. */
  builtIn: words(40).optional(),
  /** Not offered any more. */
  retired: z.boolean(),
})
export type TemplateFields = z.infer<typeof TEMPLATE>

/** What a clerk typed may name somebody after all, and nobody elsewhere needs it: it stays at the station. */
export const TEMPLATE_SCOPES = Object.fromEntries(
  Object.keys(TEMPLATE.shape).map((field) => [field, 'private']),
) as Readonly<Record<keyof TemplateFields, Scope>>

/** `id`: an entity, or `builtIn:heating` of one that nobody changed. */
export type Template = { readonly id: string } & TemplateFields

type Row = Pick<
  TemplateFields,
  'name' | 'from' | 'until' | 'requestKind' | 'title' | 'text' | 'serviceType' | 'category'
> &
  Partial<Pick<TemplateFields, 'urgency'>>

/** To add one: here. Its key is stored where a station changed it: never renamed. */
const ROWS: Readonly<Record<string, Row>> = {
  heating: { name: '暖气不热', from: '11-01', until: '03-31', requestKind: 'help', title: '家中暖气不热', text: '室温：　度；哪间不热：　；阀门是否打开：　；邻居家热不热：　', serviceType: 'market', category: '' },
  'frozen-pipe': { name: '水管冻裂', from: '12-01', until: '02-29', requestKind: 'help', urgency: 'urgent', title: '水管冻住、冻裂', text: '在户内还是公共部位：　；总阀能否关上：　；有没有流到楼下：　', serviceType: 'market', category: '' },
  'snow-ice': { name: '积雪结冰', from: '11-15', until: '03-15', requestKind: 'help', title: '路面积雪结冰', text: '哪一段：　；有没有人滑倒：　；老人、坡道多不多：　', serviceType: 'welfare', category: '' },
  flood: { name: '雨后积水', from: '06-01', until: '09-15', requestKind: 'help', urgency: 'urgent', title: '下雨积水、雨水倒灌', text: '积水多深：　；有没有进屋、进车库：　；雨水口是否堵：　', serviceType: 'administrative', category: '' },
  'leaking-roof': { name: '屋顶漏雨', from: '06-01', until: '09-30', requestKind: 'help', title: '屋顶（外墙）漏雨', text: '顶层还是外墙：　；漏到哪间：　；以前修过没有：　', serviceType: 'market', category: '' },
  'hot-days': { name: '高温看望', from: '07-01', until: '08-31', requestKind: 'help', title: '高温天独居老人需要看望', text: '家里有没有空调、风扇：　；身体情况：　；紧急联系人：　', serviceType: 'welfare', category: '' },
  'school-start': { name: '入学材料', from: '06-15', until: '09-15', requestKind: 'consult', title: '孩子入学要准备什么材料', text: '哪所学校：　；户籍在不在本区：　；房子是自己的还是租的：　', serviceType: 'administrative', category: '' },
  'after-school': { name: '放学托管', from: '08-20', until: '10-15', requestKind: 'help', title: '孩子放学没人接，想报托管', text: '几年级：　；每周哪几天：　；到几点：　', serviceType: 'welfare', category: '' },
  fireworks: { name: '违规燃放', from: '01-15', until: '02-28', requestKind: 'complaint', title: '禁放区燃放烟花爆竹', text: '在哪里：　；什么时间：　', serviceType: 'administrative', category: '' },
  'medical-premium': { name: '医保缴费', from: '09-01', until: '12-31', requestKind: 'consult', title: '城乡居民医保怎么缴费', text: '给谁缴：　；去年有没有缴：　', serviceType: 'administrative', category: '' },
} // prettier-ignore

export const BUILT_IN_TEMPLATES: readonly Template[] = Object.entries(ROWS).map(([key, row]) => ({
  urgency: 'general',
  retired: false,
  ...row,
  id: `builtIn:${key}`,
  builtIn: key,
}))

/** `own`: every entity `template` of the station. The station's own first, in the order given. */
export function currentTemplates(own: readonly Template[]): readonly Template[] {
  const replaced = new Set(own.map(({ builtIn }) => builtIn).filter(Boolean))
  return [...own, ...BUILT_IN_TEMPLATES.filter(({ builtIn }) => !replaced.has(builtIn))].filter(
    ({ retired }) => !retired,
  )
}

/** A season may run over New Year: 11-01 to 03-31. */
export function inSeason({ from, until }: Pick<Template, 'from' | 'until'>, day: Day): boolean {
  const today = day.slice(5)
  if (!from || !until) return !(from && today < from) && !(until && today > until)
  return from <= until ? from <= today && today <= until : today >= from || today <= until
}
