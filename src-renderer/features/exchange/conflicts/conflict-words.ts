/** How a difference is put into words: fields, values, computers, and what each of them knew. */
import { useTranslation } from 'react-i18next'
import type { DifferenceShown } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'

type Writer = DifferenceShown['people'][number]['writer']
type Pc = Writer['pc']

/** Fields whose values are codes, with their words in the texts. To add one: here. */
const CODED = ['requestKind', 'channel', 'urgency', 'serviceType', 'outcome', 'way'] as const

/** They follow from the deadline's own reckoning. */
const BEHIND: ReadonlySet<string> = new Set(['limit', 'limitPreset', 'dueUnsure'])

export type ConflictWords = {
  readonly pc: (pc: Pc) => string
  /** Fields of which something is said: how long a limit is stands in its deadline. */
  readonly told: (of: DifferenceShown) => readonly string[]
  readonly by: (writer: Writer) => string
  /** What the writer's PC had of the other; '' where nobody can tell. */
  readonly had: (writer: Writer) => string
  readonly field: (name: string) => string
  readonly fields: (of: DifferenceShown) => string
  readonly type: (name: string) => string
  readonly value: (field: string, value: unknown, names: Readonly<Record<string, string>>) => string
  /** What it is about: 工单 S0012-… 标题, 居民 王素兰. */
  readonly about: (of: DifferenceShown) => string
  /** The first clause says which kind; this one what happened. */
  readonly says: (of: DifferenceShown) => string
  readonly act: (of: DifferenceShown['acts'][number]) => string
  /** The other versions as a note. */
  readonly note: (of: DifferenceShown, kept: number) => string
}

export function useConflictWords(): ConflictWords {
  const { t, i18n } = useTranslation(['conflicts', 'codes'])
  const moments = useMomentWords(useNow())
  const types = i18n.t('conflicts:type', { returnObjects: true }) as Readonly<Record<string, string>>
  const names = i18n.t('conflicts:field', { returnObjects: true }) as Readonly<Record<string, string>>
  const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
    CODED.map((name) => [name, i18n.t(`codes:${name}`, { returnObjects: true }) as Readonly<Record<string, string>>]),
  )
  const steps = i18n.t('codes:referralStep', { returnObjects: true }) as Readonly<Record<string, string>>
  const comma = t('conflicts:listComma')
  const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(of, name) ? of[name] : undefined) // prettier-ignore

  const called = ({ id, name, letter, house }: Pc): string =>
    [house, name === '' ? t('conflicts:unknownPc', { id: id.slice(0, 4) }) : `${name} ${letter}`.trim()].filter(Boolean).join(' · ') // prettier-ignore
  const pc: ConflictWords['pc'] = (of) => [called(of), of.here && t('conflicts:here')].filter(Boolean).join(' · ')
  const by: ConflictWords['by'] = (writer) =>
    t('conflicts:by', { name: writer.name || t('conflicts:nobody'), at: moments.timed(writer.at), pc: pc(writer.pc) })
  const field = (name: string): string => own(names, name) ?? names['other']!
  const type = (name: string): string => own(types, name) ?? types['other']!
  const value: ConflictWords['value'] = (name, of, ids) => {
    if (of === undefined || of === null || of === '' || (Array.isArray(of) && of.length === 0)) return t('conflicts:empty') // prettier-ignore
    if (typeof of === 'boolean') return t(of ? 'conflicts:yes' : 'conflicts:no')
    if (typeof of === 'number') return String(of)
    if (Array.isArray(of)) return of.map((one) => value(name, one, ids)).join(comma)
    if (typeof of !== 'string') return JSON.stringify(of)
    if (ids[of]) return ids[of]
    if (/^\d{4}-\d{2}-\d{2}T/.test(of)) return of.slice(11, 16) === '23:59' ? moments.limit(of) : moments.timed(of)
    const codes = own(coded, name)
    return (codes && own(codes, of)) ?? of
  }
  // 地点 stands in words and as the place that was chosen: said once.
  const told: ConflictWords['told'] = (of) => (of.fields.includes('dueAt') ? of.fields.filter((one) => !BEHIND.has(one)) : of.fields) // prettier-ignore
  const fields: ConflictWords['fields'] = (of) => [...new Set(told(of).map(field))].join(comma)
  return {
    pc,
    by,
    field,
    fields,
    told,
    type,
    value,
    had: ({ had }) =>
      had
        .flatMap(({ of, seen }) =>
          seen === 'unknown' ? [] : [seen.at === null ? t('conflicts:hadNothing', { pc: called(of) }) : t('conflicts:hadUntil', { pc: called(of), at: moments.timed(seen.at) })],
        )
        .join('；'), // prettier-ignore
    about: (of) =>
      of.kind === 'clone' && of.pc
        ? pc(of.pc)
        : of.case
          ? [type('case'), of.case.number || t('conflicts:gone'), of.case.title].filter(Boolean).join(' ')
          : [type(of.type), of.name].filter(Boolean).join(' '),
    says: (of) =>
      of.reckoned
        ? t('conflicts:says.reckoned')
        : t(`conflicts:says.${of.kind}`, { field: fields(of), what: type(of.withdrawn) }),
    act: ({ type: of, provider, code, words }) =>
      [type(of), provider, own(coded['outcome']!, code) ?? own(steps, code), words].filter(Boolean).join(' · '),
    note: (of, kept) =>
      t('conflicts:noteLine', {
        field: fields(of),
        values: of.versions
          .filter((_, i) => i !== kept)
          .map(
            ({ values, names: ids, writers }) =>
            t('conflicts:noteValue', { value: told(of).map((one) => value(one, values[one], ids)).join(comma), by: by(writers[0]!) }), // prettier-ignore
          )
          .join('；'),
      }),
  }
}
