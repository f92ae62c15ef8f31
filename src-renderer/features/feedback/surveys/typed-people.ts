/** Whom the survey asks, while it is being set: text as typed, '' for any. */
import type { ServiceType } from '#core/case-file/codes.ts'
import type { CommandInput } from '#core/commands.ts'
import type { Mark, Tier } from '#core/person/marks.ts'
import type { MemberKind } from '#core/provider/member.ts'
import { STRATA_OF, type PopulationKind, type StrataBy, type StrataShare } from '#core/survey/codes.ts'
import { SURVEY, type Population, type Strata, type SurveyCard } from '#core/survey/fields.ts'

export type TypedPeople = {
  readonly title: string
  readonly purpose: string
  readonly of: PopulationKind
  readonly caseFrom: string
  readonly caseUntil: string
  readonly provider: string
  readonly serviceType: string
  readonly category: string
  readonly place: string
  readonly mark: string
  readonly tier: string
  readonly memberKind: string
  readonly size: string
  readonly by: StrataBy
  readonly share: StrataShare
  readonly seed: string
  readonly from: string
  readonly until: string
  readonly interviewers: string
}

export function typedPeople({
  title,
  purpose,
  population,
  size,
  strata,
  seed,
  from,
  until,
  interviewers,
}: SurveyCard): TypedPeople {
  // prettier-ignore
  const of = <K extends Population['of']>(kind: K): Extract<Population, { of: K }> | null =>
    population.of === kind ? (population as Extract<Population, { of: K }>) : null
  const [cases, residents, members] = [of('cases'), of('residents'), of('members')]
  return {
    title,
    purpose,
    of: population.of,
    caseFrom: cases?.from ?? from,
    caseUntil: cases?.until ?? from,
    provider: cases?.provider ?? members?.provider ?? '',
    serviceType: cases?.serviceType ?? '',
    category: cases?.category ?? '',
    place: cases?.place ?? residents?.place ?? '',
    mark: residents?.marks?.[0] ?? '',
    tier: residents?.tier ?? '',
    memberKind: members?.kind ?? '',
    size: String(size),
    by: strata.by,
    share: strata.share,
    seed: String(seed),
    from,
    until,
    interviewers: interviewers.join('、'),
  }
}

export function populationTyped(typed: TypedPeople): Population {
  const { of, caseFrom: from, caseUntil: until, provider, serviceType, category, place, mark, tier, memberKind } = typed
  if (of === 'cases')
    return {
      of,
      from,
      until,
      ...(provider && { provider }),
      ...(serviceType && { serviceType: serviceType as ServiceType }),
      ...(category && { category }),
      ...(place && { place }),
    }
  if (of === 'residents')
    return { of, ...(place && { place }), ...(mark && { marks: [mark as Mark] }), ...(tier && { tier: tier as Tier }) }
  return { of, ...(memberKind && { kind: memberKind as MemberKind }), ...(provider && { provider }) }
}

export const strataTyped = ({ of, by, share }: TypedPeople): Strata => ({ by: STRATA_OF[of].includes(by) ? by : 'none', share }) // prettier-ignore

const CHANGED = SURVEY.omit({ closed: true, at: true, by: true })

/** Null while something cannot be. */
export function changeOf(typed: TypedPeople, survey: string): CommandInput<'change-survey'> | null {
  const population = populationTyped(typed)
  const parsed = CHANGED.safeParse({
    title: typed.title,
    purpose: typed.purpose,
    population,
    size: /^\d{1,5}$/.test(typed.size.trim()) ? Number(typed.size) : NaN,
    strata: strataTyped(typed),
    seed: /^\d{1,10}$/.test(typed.seed.trim()) ? Number(typed.seed) : NaN,
    from: typed.from,
    until: typed.until,
    interviewers: typed.interviewers.split(/[、，,;；\n]/).map((name) => name.trim()).filter(Boolean), // prettier-ignore
  })
  if (!parsed.success || parsed.data.until < parsed.data.from) return null
  if (population.of === 'cases' && population.until < population.from) return null
  return { survey, ...parsed.data }
}
