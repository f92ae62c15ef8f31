import { Button } from 'antd'
import i18next from 'i18next'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { z } from '#core/lib/schema.ts'
import { DISPATCH, type Dispatch } from '#core/routing/dispatch.ts'
import { wayOf } from '#core/routing/order-terms.ts'
import type { Routing } from '#core/routing/ranking.ts'
import { exclusionWords, fallThroughWords } from '#core/routing/sentences.ts'
import { CandidateReasons, needsReason } from './candidate-reasons.tsx'
import { DispatchTerms, startTerms } from './dispatch-terms.tsx'
import { MONEY_BOX, MoneyTerms, NO_MONEY_BOX } from './money-terms.tsx'

/** Shown at first; a station may know a hundred providers. */
const FEW = 5

/** `without`: providers that are chosen without a word why; what the command gets does not have it. */
const SCHEMA = DISPATCH.extend({ without: z.array(z.string()), money: MONEY_BOX }).superRefine(
  ({ provider, reason, without }, check) => {
    if (reason === '' && !without.includes(provider))
      check.addIssue({ code: 'custom', path: ['reason'], message: 'needed' })
  },
)

/** 派单 or 上报. Who is proposed is chosen already; in danger nobody of the market alone. */
export const dispatchForm: FormSpec<CaseView> = {
  schema: SCHEMA,
  start(view, preset) {
    const { file, routing } = view
    const provider = preset ?? routing?.proposed ?? undefined
    const language = i18next.language === 'en' ? 'en' : 'zh-CN'
    const fellThrough = routing !== null && provider === routing.proposed && routing.fitting !== routing.serviceType
    const known = routing?.candidates ?? []
    return {
      case: file.id,
      provider,
      ...serviceOf(routing, provider),
      reason: fellThrough ? fallThroughWords(routing.steps, language) : '',
      demand: '',
      ...startTerms(view),
      money: NO_MONEY_BOX,
      without: known.map((one) => one.provider).filter((id) => routing && !needsReason(routing, id)),
    }
  },
  Fields,
}

/** The service that was ranked; none for a provider of whom only its entry is known. */
function serviceOf(routing: Routing | null, provider: string | undefined): { readonly service?: string } {
  const service = routing?.candidates.find((one) => one.provider === provider)?.service
  return service ? { service } : {}
}

/** Whoever was chosen, as the terms of the order need to know them. */
function termsOf(routing: Routing, chosen: string | undefined) {
  const one = [...routing.candidates, ...routing.excluded].find(({ provider }) => provider === chosen)
  return one ? { id: one.provider, name: one.name, serviceType: one.providerType } : null
}

const QUICK = ['asked', 'unreachable', 'before', 'sooner'] as const

function Fields({ context: view }: { context: CaseView }) {
  const { routing } = view
  const { t } = useTranslation('routing')
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const form = useFormContext<Dispatch>()
  const chosen = form.watch('provider')
  if (!routing || (routing.candidates.length === 0 && routing.excluded.length === 0))
    return (
      <>
        <h2>{t('noProviders')}</h2>
        <p className="muted">{t('noProvidersText')}</p>
      </>
    )
  const fitting = routing.candidates.filter(({ serviceType }) => serviceType === routing.fitting)
  const place = fitting.findIndex(({ provider }) => provider === chosen)
  const first = fitting.slice(0, Math.max(FEW, place + 1))
  // One line a provider: of those who fit for several kinds, the kind that comes first in the chain.
  const seen = new Set(first.map(({ provider }) => provider))
  const others = [...fitting.slice(first.length), ...routing.candidates].filter(
    ({ provider }) => !seen.has(provider) && seen.add(provider),
  )
  const out = routing.excluded.filter(({ provider, why }) => why !== 'reported-unit' && !seen.has(provider) && seen.add(provider)) // prettier-ignore
  const isAmong = first.some(({ provider }) => provider === chosen) || chosen === undefined
  const shown = all || !isAmong
  const current = routing.candidates.find(({ provider }) => provider === chosen)
  return (
    <>
      <ChoiceField<Dispatch>
        name="provider"
        label={t(wayOf(current?.providerType ?? routing.serviceType) === 'report-up' ? 'pick.providerUp' : 'pick.provider')} // prettier-ignore
        hint={t('pick.hint')}
        stacked
        onChosen={(provider: string) => form.setValue('service', serviceOf(routing, provider).service)}
        options={[
          ...[...first, ...(shown ? others : [])].map((candidate) => ({
            value: candidate.provider,
            label: (
              <div>
                <div className="row">
                  <ServiceTypeTile type={candidate.serviceType} /> {candidate.name}
                </div>
                <CandidateReasons candidate={candidate} />
              </div>
            ),
          })),
          ...(shown ? out : []).map(({ provider, serviceType, name, why }) => ({
            value: provider,
            label: (
              <div>
                <div className="row">
                  <ServiceTypeTile type={serviceType} /> {name}
                </div>
                <ul className="candidate-reasons">
                  <li className="but">{exclusionWords(why, language)}</li>
                </ul>
              </div>
            ),
          })),
        ]}
      />
      {!shown && others.length + out.length > 0 && (
        <div className="field">
          <Button type="link" onClick={() => setAll(true)}>
            {t('pick.others', { n: others.length + out.length })}
          </Button>
        </div>
      )}
      {chosen !== undefined && needsReason(routing, chosen) && (
        <>
          <WordsField<Dispatch>
            name="reason"
            label={t('pick.reason')}
            hint={t('pick.reasonHint')}
            rows={2}
            max={TEXT_LENGTH}
          />
          <div className="field quick-reasons">
            {QUICK.map((one) => (
              <Button
                key={one}
                size="small"
                onClick={() =>
                  form.setValue('reason', t(`pick.quick.${one}`), { shouldValidate: true, shouldDirty: true })
                }
              >
                {t(`pick.quick.${one}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      <WordsField<Dispatch>
        name="demand"
        label={t('pick.demand')}
        placeholder={t('pick.demandHint')}
        optional
        rows={3}
        max={TEXT_LENGTH}
      />
      {chosen !== undefined && <MoneyTerms view={view} provider={chosen} service={form.watch('service') ?? ''} />}
      <DispatchTerms view={view} provider={termsOf(routing, chosen)} />
    </>
  )
}
