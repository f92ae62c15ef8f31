/** One provider: what it is, what it offers and where, its papers, people and activities, and how it is doing. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ProviderParts } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Command } from '#core/commands.ts'
import { dayOf } from '#core/lib/time.ts'
import { ProviderDrawer } from './provider-drawer.tsx'
import { PROVIDER_FORMS, commandOf, type ProviderForm } from './provider-forms.ts'
import { ProviderNotes, ProviderPapers, ProviderServices } from './provider-parts.tsx'
import { ProviderActivities, ProviderPeople } from './provider-people.tsx'
import { openCasesOf } from './provider-card.tsx'
import { ProviderFacts } from './provider-facts.tsx'
import './providers.css'

/** Those who belong to no organisation: 社区能人, single volunteers. */
export const PEOPLE_PAGE = 'people'

type CertificateProps = {
  readonly of: { readonly name: string; readonly team: string; readonly times: ProviderParts['times'] }
  readonly onClose: () => void
}
type ProviderPageProps = { readonly id: string; readonly Certificate: ComponentType<CertificateProps> }

export function ProviderPage({ id, Certificate }: ProviderPageProps) {
  const { t } = useTranslation('providers')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const of = id === PEOPLE_PAGE ? '' : id
  const answer = useAnswer(async () => ({ parts: await desk.providerParts(of) }), [desk, of, revision])
  if (!answer) return null
  if (!answer.parts)
    return (
      <div className="card">
        <EmptyState title={t('gone')} text={t('goneText')}>
          <Button onClick={() => go({ screen: 'providers' })}>{t('back')}</Button>
        </EmptyState>
      </div>
    )
  return <Page id={of} parts={answer.parts} Certificate={Certificate} />
}

type Open = { readonly form: ProviderForm; readonly part: { readonly id: string } | null }

function Page({ id, parts, Certificate }: ProviderPageProps & { readonly parts: ProviderParts }) {
  const { t } = useTranslation(['providers', 'codes'])
  const { desk } = useServices()
  const language = useLanguage()
  const today = dayOf(useNow())
  const problemWords = useProblemWords()
  const revision = useSession((session) => session.revision)
  const [open, setOpen] = useState<Open | null>(null)
  const [editing, setEditing] = useState(false)
  const [certificate, setCertificate] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // Forms that were left unsaved, for as long as this page is open.
  const [kept, setKept] = useState<ReadonlyMap<string, FieldValues>>(new Map())
  const categories =
    useAnswer(() => desk.categoryChoices(language === 'en' ? 'en' : 'zh'), [desk, language, revision]) ?? []
  const places = (useAnswer(() => desk.areas(), [desk, revision]) ?? []).map(({ id: place, words }) => ({
    id: place,
    words,
  }))
  const members = Object.entries(parts.memberNames).map(([member, words]) => ({ id: member, words }))

  const run = async (command: Command): Promise<void> => {
    setProblem(null)
    const saved = await desk.run(command)
    if (saved.ok) return
    setProblem(saved.error.kind === 'refused' ? t(`codes:refusal.${saved.error.refusal.code}`) : Object.values(problemWords(saved.error.code)).join(' ')) // prettier-ignore
  }
  const onForm = (form: ProviderForm, part: { readonly id: string } | null = null): void => setOpen({ form, part })
  const draft = open ? `${open.form} ${open.part?.id ?? ''}` : ''
  const keep = (typed: FieldValues | null): void => {
    const others = [...kept].filter(([key]) => key !== draft)
    setKept(new Map(typed ? [...others, [draft, typed]] : others))
    setOpen(null)
  }
  useKeys([
    { key: 'Escape', label: t('providers:back'), run: () => go({ screen: 'providers' }), quiet: true },
    { key: 'E', label: t('providers:edit'), run: () => parts.provider && setEditing(true) },
    { key: 'D', label: t('providers:section.addNote'), run: () => parts.provider && onForm('note') },
    { key: 'O', label: t('providers:keys.cases'), run: () => parts.provider && openCasesOf(id), quiet: true },
  ])
  const props = {
    parts,
    onForm,
    categories,
    places,
    onTakeBack: (entry: string) => void run({ name: 'take-back-entry', input: { entry } }),
    onAttended: (signUp: string, attended: boolean) =>
      void run({ name: 'mark-attendance', input: { signUp, attended } }),
    onCertificate: setCertificate,
  }
  const { provider } = parts
  const served = parts.members.find((member) => member.id === certificate)
  const certified = served && {
    name: served.name,
    team: [provider?.name, served.team].filter(Boolean).join(' · '),
    times: parts.times.filter(({ member }) => member === certificate),
  }
  return (
    <div className="provider-page">
      <PageHead
        title={
          provider ? (
            <span className="row">
              <ServiceTypeTile type={provider.serviceType} large />
              <span>{provider.name}</span>
            </span>
          ) : (
            t('providers:people')
          )
        }
        aside={provider ? t(`codes:providerKind.${provider.kind}`) : t('providers:peopleAside')}
      >
        <Button onClick={() => go({ screen: 'providers' })}>
          {t('providers:back')}
          <Kbd keys="Esc" />
        </Button>
        {provider && (
          <>
            <Button onClick={() => openCasesOf(id)}>
              {t('providers:keys.cases')}
              <Kbd keys="O" />
            </Button>
            <Button onClick={() => onForm('note')}>
              {t('providers:section.addNote')}
              <Kbd keys="D" />
            </Button>
            <Button type="primary" onClick={() => setEditing(true)}>
              {t('providers:edit')}
              <Kbd keys="E" />
            </Button>
          </>
        )}
      </PageHead>
      {problem && (
        <div className="problem" role="alert">
          {problem}
        </div>
      )}
      <div className="provider-sections">
        <div>
          {provider && <ProviderFacts parts={parts} />}
          {provider && <ProviderServices {...props} />}
          <ProviderPeople {...props} />
        </div>
        <div>
          {provider && <ProviderNotes {...props} />}
          {provider && <ProviderPapers {...props} />}
          {provider && <ProviderActivities {...props} />}
        </div>
      </div>
      {open && (
        <FormDrawer
          key={draft}
          title={t(`providers:formTitle.${open.form}`)}
          saveLabel={open.part && 'name' in open.part ? t('providers:saveChange') : t('providers:save')}
          spec={PROVIDER_FORMS[open.form].spec}
          context={{
            provider: id,
            serviceType: provider?.serviceType ?? 'welfare',
            part: open.part as never,
            categories,
            places,
            services: parts.services.map(({ id: service, name }) => ({ id: service, words: name })),
            members,
            today,
          }}
          kept={kept.get(draft)}
          save={(input) => desk.run(commandOf(open.form, input))}
          onSaved={() => keep(null)}
          onLeave={keep}
        />
      )}
      {editing && provider && (
        <ProviderDrawer
          provider={provider}
          kept={kept.get('provider')}
          onSaved={() => setEditing(false)}
          onLeave={(typed) => {
            setKept(new Map([...kept, ['provider', typed]]))
            setEditing(false)
          }}
        />
      )}
      {certified && <Certificate of={certified} onClose={() => setCertificate(null)} />}
    </div>
  )
}
