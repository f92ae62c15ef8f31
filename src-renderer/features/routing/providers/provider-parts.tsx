/** 服务与地点 · 资质协议 · 动态 of one provider. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Choice, ProviderParts } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { hoursWords } from '#core/provider/hours-words.ts'
import type { ServiceFields } from '#core/provider/service.ts'
import type { ProviderForm } from './provider-forms.ts'
import { PartLine, ProviderSection } from './provider-section.tsx'
import { useDirectoryWords } from './use-directory-codes.ts'

export type OpenForm = (form: ProviderForm, part?: { readonly id: string } | null) => void
type PartsProps = {
  readonly parts: ProviderParts
  readonly onForm: OpenForm
  readonly onTakeBack: (entry: string) => void
  readonly categories: readonly Choice[]
  readonly places: readonly Choice[]
}

export function ProviderServices({ parts, onForm, categories, places }: PartsProps) {
  const { t } = useTranslation('providers')
  const words = useDirectoryWords()
  const language = useLanguage()
  const named = (choices: readonly Choice[], id: string): string => choices.find((one) => one.id === id)?.words ?? id
  const comma = t('comma')
  const cost = ({ costFen, costUnit, costWords }: ServiceFields): string =>
    [costFen === null ? '' : costFen === 0 ? t('free') : t('yuan', { n: costFen / 100 }), costUnit, costWords].filter(Boolean).join(' ') // prettier-ignore
  const capacity = ({ capacityOpen, capacityMax, capacityAt }: ServiceFields): string =>
    capacityOpen === null
      ? capacityMax === null
        ? ''
        : t('capacityMax', { max: capacityMax })
      : `${t('capacity', { open: capacityOpen, max: capacityMax ?? '—' })}${capacityAt === '' ? '' : t('asOf', { day: capacityAt })}`
  return (
    <>
      <ProviderSection
        title={t('section.services')}
        empty={t('section.noServices')}
        add={{ words: t('section.addService'), run: () => onForm('service') }}
      >
        {parts.services.map((one) => (
          <PartLine
            key={one.id}
            title={one.name}
            warn={one.status === 'inactive' ? words.serviceStatus.inactive : undefined}
            onEdit={() => onForm('service', one)}
            facts={[
              one.serviceType !== parts.provider?.serviceType && words.serviceType[one.serviceType],
              one.ways.map((way) => words.way[way]).join(comma),
              cost(one),
              one.fundingMode !== '' && words.fundingMode[one.fundingMode],
              capacity(one),
            ]}
          >
            <dl className="part-facts">
              <Fact name={t('hours')}>{hoursWords(one.hours, language)}</Fact>
              <Fact name={t('area')}>
                {[...one.area.map((id) => named(places, id)), one.areaWords].filter(Boolean).join(comma)}
              </Fact>
              <Fact name={t('form.categories')}>
                {one.categories.map((code) => named(categories, code)).join(comma)}
              </Fact>
              {who(one) !== '' && <Fact name={t('who')}>{who(one)}</Fact>}
              {one.documents.length > 0 && <Fact name={t('form.documents')}>{one.documents.join(comma)}</Fact>}
              {one.languages.length > 0 && <Fact name={t('form.languages')}>{one.languages.join(comma)}</Fact>}
              {one.minutes.length > 0 && (
                <Fact name={t('minutes')}>
                  {one.minutes
                    .map((m) =>
                      t('minutesOf', { place: named(places, m.place), how: words.reachHow[m.how], n: m.minutes }),
                    )
                    .join(comma)}
                </Fact>
              )}
              {one.note !== '' && <Fact name={t('form.note')}>{one.note}</Fact>}
            </dl>
          </PartLine>
        ))}
      </ProviderSection>
      <ProviderSection
        title={t('section.sites')}
        empty={t('section.noSites')}
        add={{ words: t('section.addSite'), run: () => onForm('site') }}
      >
        {parts.sites.map((one) => (
          <PartLine
            key={one.id}
            title={one.name}
            onEdit={() => onForm('site', one)}
            facts={[
              one.address || (one.place !== '' && named(places, one.place)),
              one.barrierFree !== '' && words.barrierFree[one.barrierFree],
              one.phone,
              hoursWords(one.hours, language),
              one.transport,
              one.services.length > 0 && t('only', { services: one.services.map((id) => parts.services.find((each) => each.id === id)?.name ?? '').filter(Boolean).join(comma) }), // prettier-ignore
            ]}
          />
        ))}
      </ProviderSection>
    </>
  )

  function who({ minAge, maxAge, marks, residence }: ServiceFields): string {
    const age = minAge !== null && maxAge !== null ? t('ages', { min: minAge, max: maxAge }) : minAge !== null ? t('ageFrom', { min: minAge }) : maxAge !== null ? t('ageTo', { max: maxAge }) : '' // prettier-ignore
    const marked = marks.map((mark) => (words.mark as Readonly<Record<string, string>>)[mark] ?? mark)
    return [age, ...marked, ...residence.map((one) => words.residence[one])].filter(Boolean).join(comma)
  }
}

function Fact({ name, children }: { readonly name: string; readonly children: string | readonly string[] }) {
  const { t } = useTranslation('providers')
  return (
    <>
      <dt>{name}</dt>
      <dd>{children.length > 0 ? children : <span className="muted">{t('unknown')}</span>}</dd>
    </>
  )
}

export function ProviderPapers({ parts, onForm, categories }: PartsProps) {
  const { t } = useTranslation('providers')
  const words = useDirectoryWords()
  const warn = (term: ProviderParts['agreements'][number]['term'], to: string): string | undefined =>
    term === 'ending' ? t('ending', { day: to }) : term === 'in-force' ? undefined : words.term[term]
  return (
    <>
      <ProviderSection
        title={t('section.agreements')}
        empty={t('section.noAgreements')}
        add={{ words: t('section.addAgreement'), run: () => onForm('agreement') }}
      >
        {parts.agreements.map((one) => (
          <PartLine
            key={one.id}
            title={`${words.agreementKind[one.kind]} ${one.number}`}
            warn={warn(one.term, one.to)}
            onEdit={() => onForm('agreement', one)}
            facts={[
              one.itemWords || categories.find(({ id }) => id === one.item)?.words,
              `${one.from} – ${one.to}`,
              one.unitFen !== null && t(`unitPrice.${one.unit}`, { n: one.unitFen / 100 }),
              one.quota !== null && t('quota', { used: one.used + (one.unit === 'fen' ? one.spent.paid : one.spent.paidUnits), quota: one.quota, unit: words.quotaUnit[one.unit], left: one.left ?? 0 }), // prettier-ignore
              (one.spent.reserved > 0 || one.spent.reservedUnits > 0) && t('reservedNow', { n: one.spent.reservedUnits, unit: words.quotaUnit[one.unit], yuan: yuanText(one.spent.reserved) }), // prettier-ignore
              one.capFen != null && t('capNow', { yuan: yuanText(one.capFen), left: yuanText(Math.max(0, one.capFen - one.spent.reserved - one.spent.paid)) }), // prettier-ignore
            ]}
          />
        ))}
      </ProviderSection>
      <ProviderSection
        title={t('section.qualifications')}
        empty={t('section.noQualifications')}
        add={{ words: t('section.addQualification'), run: () => onForm('qualification') }}
      >
        {parts.qualifications.map((one) => (
          <PartLine
            key={one.id}
            title={one.name}
            warn={warn(one.term, one.to)}
            onEdit={() => onForm('qualification', one)}
            facts={[one.number, one.issuer, one.to === '' ? t('noEnd') : t('until', { day: one.to })]}
          />
        ))}
      </ProviderSection>
    </>
  )
}

export function ProviderNotes({ parts, onForm, onTakeBack }: PartsProps) {
  const { t } = useTranslation('providers')
  const words = useDirectoryWords()
  return (
    <ProviderSection
      title={t('section.notes')}
      aside={parts.stale && <span className="warn">{t('stale')}</span>}
      empty={t('section.noNotes')}
      add={{ words: t('section.addNote'), run: () => onForm('note') }}
    >
      {parts.notes.map((one) => (
        <li key={one.id} className={one.withdrawn ? 'taken-back' : ''}>
          <div className="row">
            <b>{words.noteKind[one.kind]}</b>
            <span className="muted small">
              {one.day} · {one.who}
            </span>
            {!one.withdrawn && (
              <Button size="small" type="text" onClick={() => onTakeBack(one.id)}>
                {t('takeBack')}
              </Button>
            )}
          </div>
          <p>{one.words}</p>
        </li>
      ))}
    </ProviderSection>
  )
}
