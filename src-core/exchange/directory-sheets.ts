/** The directory as a workbook of four sheets (directory-columns.ts). */
import type { Category } from '../category/category.ts'
import type { EntityId } from '../kernel/event.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import type { Cell } from '../sheet/sheet.ts'
import { DAY_MINUTES, minutesOf, timeOf, type Hours } from '../provider/hours.ts'
import { LIST_SIGNS } from '../provider/service.ts'
import { EN_DIRECTORY, ZH_DIRECTORY } from '../provider/words.ts'
import {
  HOURS_COLUMNS,
  HOURS_RULES,
  PROVIDER_COLUMNS,
  SERVICE_COLUMNS,
  SHEET_NAMES,
  SITE_COLUMNS,
  type DirectoryColumn,
  type DirectorySheet,
} from './directory-columns.ts'
import type { DirectoryContent } from './directory-file.ts'

export type SheetFacts = {
  /** Words by which the place is found again; its id where no words name it alone. */
  readonly placeRef: (id: EntityId) => string
  readonly category: (code: string) => Category | undefined
}
type Language = 'zh' | 'en'
type Values = Readonly<Record<string, unknown>>

export function directorySheets(
  { providers, services, sites }: DirectoryContent,
  facts: SheetFacts,
  language: Language,
): readonly SheetToWrite[] {
  const nameOf = new Map(providers.map(({ id, name }) => [id, name]))
  const owned = <T extends { readonly provider: string }>(one: T): Values => ({
    ...one,
    providerName: nameOf.get(one.provider) ?? '',
  })
  const hours = [...services, ...sites].flatMap((part) => hoursRows(part, nameOf.get(part.provider) ?? '', language))
  const serviceNames = new Map(services.map(({ id, name }) => [id, LIST_SIGNS.test(name) ? id : name]))
  const refs = (field: string, id: string): string => {
    if (field === 'services') return serviceNames.get(id) ?? id
    if (field !== 'categories') return facts.placeRef(id)
    const name = facts.category(id)?.name[language] ?? ''
    return name === '' || LIST_SIGNS.test(name) ? id : `${id} ${name}`
  }
  const sheet = (
    which: DirectorySheet,
    columns: readonly DirectoryColumn[],
    rows: readonly Values[],
  ): SheetToWrite => ({
    name: SHEET_NAMES[which][language],
    columns: columns.map((column) => ({
      title: column[language],
      width: column.width,
      kind: column.kind.as === 'number' || column.kind.as === 'yuan' ? 'number' : 'text',
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row[column.field], language, refs))),
  })
  return [
    sheet('providers', PROVIDER_COLUMNS, providers),
    sheet('services', SERVICE_COLUMNS, services.map(owned)),
    sheet('sites', SITE_COLUMNS, sites.map(owned)),
    sheet('hours', HOURS_COLUMNS, hours),
  ]
}

function cellOf(
  { field, kind }: DirectoryColumn,
  value: unknown,
  language: Language,
  refs: (field: string, id: string) => string,
): Cell {
  if (value === null || value === undefined || value === '') return null
  const words = (code: string): string => {
    if (kind.as !== 'code' && kind.as !== 'codes') return code
    const table = (language === 'zh' ? ZH_DIRECTORY : EN_DIRECTORY)[kind.words] as Readonly<Record<string, string>>
    return table[code] ?? code
  }
  const joined = (items: readonly string[]): Cell =>
    items.length === 0 ? null : items.join(language === 'zh' ? '、' : ', ')
  switch (kind.as) {
    case 'number':
      return value as number
    case 'yuan':
      return (value as number) / 100
    case 'yes-no':
      return value === true ? (language === 'zh' ? '是' : 'yes') : null
    case 'code':
      return words(value as string)
    case 'codes':
    case 'list':
      return joined((value as readonly string[]).map(words))
    case 'ref':
      return refs(field, value as string)
    case 'refs':
      return joined((value as readonly string[]).map((id) => refs(field, id)))
    default:
      return value as string
  }
}

function hoursRows(
  part: { readonly id: string; readonly name: string; readonly hours: Hours | null },
  providerName: string,
  language: Language,
): Values[] {
  const { hours } = part
  if (!hours) return []
  const days = (language === 'zh' ? ZH_DIRECTORY : EN_DIRECTORY).weekday as Readonly<Record<number, string>>
  const row = (rule: keyof typeof HOURS_RULES, more: Values): Values => ({
    providerName,
    name: part.name,
    of: part.id,
    rule: HOURS_RULES[rule][language],
    ...more,
  })
  const span = ({ from, to }: { readonly from: string; readonly to: string }): Values => ({
    from,
    to: closing(to, language),
  })
  const table = (language === 'zh' ? ZH_DIRECTORY : EN_DIRECTORY).onHolidays
  return [
    ...hours.weekly.map((one) => row('weekly', { day: days[one.day], ...span(one) })),
    ...hours.exceptions.flatMap(({ from, to, spans, words }) => {
      const dates = { fromDay: from, toDay: to, words }
      return spans.length === 0 ? [row('date', dates)] : spans.map((one) => row('date', { ...dates, ...span(one) }))
    }),
    ...(hours.holidays === '' ? [] : [row('holidays', { words: table[hours.holidays] })]),
  ]
}

const closing = (to: string, language: Language): string =>
  minutesOf(to) > DAY_MINUTES ? `${language === 'zh' ? '次日' : 'next day '}${timeOf(minutesOf(to) - DAY_MINUTES)}` : to
