/** A hit of a rule, judged by a person: it becomes a finding, or it is dismissed with the reason (it then stays silent). */
import { useTranslation } from 'react-i18next'
import type { HitRow } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import type { Command } from '#core/commands.ts'
import { moment, someWords, z } from '#core/lib/schema.ts'

const CAPACITY = z.enum(['party', 'committee', 'station']).optional()
const FOUND = z.object({
  verdict: z.enum(['to-rectify', 'serious']),
  demand: someWords(2_000),
  dueAt: moment.optional(),
  capacity: CAPACITY,
})
const DISMISSED = z.object({ demand: someWords(2_000), capacity: CAPACITY })
type Judgement = z.infer<typeof FOUND>

/** What is judged: a hit, or a line of 缺位越位. `says`: its sentence. `dueAt`: proposed. */
export type Judged = {
  readonly on: { readonly case: string } | { readonly provider: string; readonly cases: readonly string[] }
  readonly rule: string
  readonly key: string
  readonly says: string
  readonly dueAt: string
}

export function judgedHit(hit: HitRow, says: string, dueAt: string): Judged | null {
  const rest = { rule: hit.rule, key: hit.key, says, dueAt }
  if (hit.on === 'provider')
    return { ...rest, on: { provider: hit.who!, cases: hit.cases.map(({ id }) => id).slice(-200) } }
  // About a colleague: it stands on the newest of the cases.
  const on = hit.cases.at(-1)
  return on ? { ...rest, on: { case: on.id } } : null
}

export function judgement({ on, rule, key }: Judged, typed: object, isFinding: boolean): Command {
  const said = { ...(isFinding ? typed : { ...typed, verdict: 'in-order' }), rule, evidence: key }
  return 'case' in on
    ? ({ name: 'record-finding', input: { ...said, case: on.case } } as Command)
    : ({ name: 'record-provider-finding', input: { ...said, provider: on.provider, cases: on.cases } } as Command)
}

export const foundForm: FormSpec<Judged> = {
  schema: FOUND,
  start: ({ says, dueAt }) => ({ verdict: 'to-rectify', demand: says, dueAt }),
  Fields: FoundFields,
}

function FoundFields({ context }: { readonly context: Judged }) {
  const { t } = useTranslation(['supervision', 'codes'])
  return (
    <>
      <p className="supervision-said">{context.says}</p>
      <ChoiceField<Judgement>
        name="verdict"
        label={t('supervision:rules.verdict')}
        options={(['to-rectify', 'serious'] as const).map((value) => ({ value, label: t(`codes:verdict.${value}`) }))}
      />
      <WordsField<Judgement> name="demand" label={t('supervision:rules.demand')} rows={4} max={2_000} />
      <MomentField<Judgement> name="dueAt" label={t('supervision:rules.due')} optional />
      <CapacityField<Judgement> name="capacity" label={t('supervision:rules.capacity')} />
    </>
  )
}

export const dismissForm: FormSpec<Judged> = {
  schema: DISMISSED,
  start: () => ({ demand: '' }),
  Fields: DismissFields,
}

function DismissFields({ context }: { readonly context: Judged }) {
  const { t } = useTranslation('supervision')
  return (
    <>
      <p className="supervision-said">{context.says}</p>
      <WordsField<Judgement>
        name="demand"
        label={t('rules.reason')}
        hint={t('rules.reasonHint')}
        rows={3}
        max={2_000}
      />
      <CapacityField<Judgement> name="capacity" label={t('rules.capacity')} />
    </>
  )
}
