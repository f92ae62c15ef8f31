import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Tier } from '#core/person/marks.ts'

/** Numbers are masked until somebody asks for them, and that is the trace. */
export function PersonFacts({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const [shown, setShown] = useState(false)
  const numbers = useAnswer(() => (shown ? desk.personNumbers(view.row.id) : Promise.resolve(null)), [desk, shown, view.row.id]) // prettier-ignore
  const { card } = view
  const hasNumber = card.phone !== '' || card.otherPhone || card.guardianPhone || view.hasIdNumber
  const toggle = (): void => {
    setShown(!shown)
    if (shown) return
    // Written beside the showing: nobody on the phone waits for a disk.
    void desk.run({ name: 'record-person-viewing', input: { person: view.row.id, what: 'phone' } })
    if (view.hasIdNumber) void desk.run({ name: 'record-person-viewing', input: { person: view.row.id, what: 'id-number' } }) // prettier-ignore
  }
  const whole = (field: 'phone' | 'otherPhone' | 'guardianPhone'): string =>
    (shown && numbers?.[field]) || (card[field] ?? '')
  return (
    <section className="card person-card" aria-label={t('person.facts')}>
      <h2>
        {t('person.facts')}
        {hasNumber && (
          <Button type="link" size="small" aria-expanded={shown} onClick={toggle}>
            {t(shown ? 'person.hide' : 'person.show')}
          </Button>
        )}
      </h2>
      <dl className="facts">
        <Fact word={t('person.phone')}>{whole('phone') || t('person.none')}</Fact>
        {card.otherPhone && <Fact word={t('person.otherPhone')}>{whole('otherPhone')}</Fact>}
        <Fact word={t('person.place')}>{view.row.place || t('person.none')}</Fact>
        {view.grid && <Fact word={t('person.grid')}>{view.grid}</Fact>}
        {view.residentGroup && <Fact word={t('person.residentGroup')}>{view.residentGroup}</Fact>}
        {view.leaders.length > 0 && (
          <Fact word={t('person.leaders')}>
            {view.leaders.map(({ name, of }) => `${name}（${of}）`).join(t('twin.and'))}
          </Fact>
        )}
        <Fact word={t('person.birthDate')}>
          {card.birthDate || t('person.none')}
          {view.row.age !== null && ` · ${t('age', { n: view.row.age })}`}
        </Fact>
        {card.gender && <Fact word={t('person.gender')}>{t(`gender.${card.gender}`)}</Fact>}
        {card.residence && <Fact word={t('person.residence')}>{t(`residence.${card.residence}`)}</Fact>}
        {(card.needs?.length ?? 0) > 0 && (
          <Fact word={t('person.needs')}>{card.needs!.map((need) => t(`need.${need}`)).join(t('twin.and'))}</Fact>
        )}
        {card.guardian && (
          <Fact word={t('person.guardian')}>
            {card.guardian} {whole('guardianPhone')}
          </Fact>
        )}
        {view.hasIdNumber && <Fact word={t('person.idNumber')}>{(shown && numbers?.idNumber) || view.maskedId}</Fact>}
        {view.hasIdNumber && card.idReason && <Fact word={t('person.idReason')}>{card.idReason}</Fact>}
        {card.note && <Fact word={t('person.note')}>{card.note}</Fact>}
        <Fact word={t('person.since')}>{view.since.slice(0, 10)}</Fact>
      </dl>
      {view.differ.length > 0 && (
        <div className="person-differ">
          <b>{t('person.differ')}</b>
          <ul>
            {view.differ.map(({ field, values }) => (
              <li key={field}>
                {t('person.differWords', {
                  field: t(`person.field.${field}`),
                  values: values.map((value) => wordOf(field, value, t)).join(t('person.or')),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

type T = ReturnType<typeof useTranslation<'residents'>>['t']
/** Codes as their words; everything else as it stands. */
function wordOf(field: PersonView['differ'][number]['field'], value: string, t: T): string {
  if (field === 'tier') return t(`tier.${value as Tier}`)
  if (field === 'gender') return t(`gender.${value as 'male' | 'female'}`)
  if (field === 'residence') return t(`residence.${value as 'registered' | 'living'}`)
  if (field === 'left') return t(`leftWord.${value as 'moved-away' | 'deceased'}`)
  return value
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
