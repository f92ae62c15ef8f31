/** One resident: who they are, their household, what they asked for, visits, and which entries are theirs. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { beginRequestOf } from './begin-request.ts'
import { ChangeDrawer } from './change-drawer.tsx'
import { MarkTags } from './mark-tags.tsx'
import { NotifyConsent } from './notify-consent.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonHousehold } from './person-household.tsx'
import { PersonMerges } from './person-merges.tsx'
import { PersonRequests } from './person-requests.tsx'
import { PersonVisits } from './person-visits.tsx'
import { VisitDrawer } from './visit-drawer.tsx'
import './residents.css'

export function PersonScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('residents')
  const services = useServices()
  const { desk } = services
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.personView(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  if (!answer.view)
    return (
      <div className="card">
        <EmptyState title={t('person.gone')} text={t('person.goneText')}>
          <Button onClick={() => go({ screen: 'residents' })}>{t('person.back')}</Button>
        </EmptyState>
      </div>
    )
  return <Person view={answer.view} />
}

function Person({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation('residents')
  const services = useServices()
  const now = useNow()
  const [form, setForm] = useState<'edit' | 'visit' | 'change' | null>(null)
  const { row } = view
  const close = (): void => setForm(null)
  useKeys([
    { key: 'N', label: t('intake'), run: () => void beginRequestOf(row.id, services) },
    { key: 'V', label: t('person.visit'), run: () => setForm('visit') },
    { key: 'E', label: t('person.edit'), run: () => setForm('edit') },
    { key: 'C', label: t('person.change'), run: () => setForm('change'), quiet: true },
    { key: 'Escape', label: t('person.back'), run: () => go({ screen: 'residents' }), quiet: true },
  ])
  const about = [row.age === null ? '' : t('age', { n: row.age }), row.phoneTail && t('tail', { tail: row.phoneTail }), row.place] // prettier-ignore
  return (
    <>
      <PageHead title={row.name} aside={about.filter(Boolean).join(' · ')}>
        <Button type="primary" onClick={() => void beginRequestOf(row.id, services)}>
          {t('intake')}
          <Kbd keys="N" />
        </Button>
        <Button onClick={() => setForm('visit')}>
          {t('person.visit')}
          <Kbd keys="V" />
        </Button>
        <Button onClick={() => setForm('change')}>
          {t('person.change')}
          <Kbd keys="C" />
        </Button>
        <Button onClick={() => setForm('edit')}>
          {t('person.edit')}
          <Kbd keys="E" />
        </Button>
      </PageHead>
      <MarkTags row={row} />
      <div className="person-page">
        <div>
          <PersonFacts view={view} />
          <PersonHousehold view={view} />
          <NotifyConsent view={view} now={now} />
          <PersonMerges view={view} now={now} />
        </div>
        <div>
          <PersonVisits view={view} now={now} />
          <PersonRequests view={view} now={now} />
        </div>
      </div>
      {form === 'edit' && <PersonDrawer entry={{ kind: 'edit', view }} onSaved={close} onLeave={close} />}
      {form === 'visit' && <VisitDrawer person={row} onSaved={close} onLeave={close} />}
      {form === 'change' && <ChangeDrawer person={row} onSaved={close} onLeave={close} />}
    </>
  )
}
