/** One provider: who they are and how a resident gets to them (可达性), as words. What nobody has said yet shows 未填. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { ProviderCard as Provider } from '#core/book/book.ts'
import { useKnownWords } from './provider-words.ts'

/** Their open cases, in the list. */
export function openCasesOf(provider: string): void {
  setCaseFilter({ provider, open: true })
  go({ screen: 'cases' })
}

type ProviderCardProps = { readonly provider: Provider; readonly onEdit: () => void; readonly onOpen: () => void }

export function ProviderCard({ provider, onEdit, onOpen }: ProviderCardProps) {
  const { t } = useTranslation(['providers', 'codes'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const { id } = provider
  const open = useAnswer(() => desk.countEach([{ provider: id, open: true }]), [desk, revision, id])
  const known = useKnownWords()(provider)
  return (
    <aside className="card provider-card" aria-label={provider.name}>
      <h2 className="row">
        <ServiceTypeTile type={provider.serviceType} large />
        <span>{provider.name}</span>
      </h2>
      <p className="muted small">
        {t(`codes:serviceType.${provider.serviceType}`)} · {t(`codes:providerKind.${provider.kind}`)}
      </p>
      <dl>
        <Line name={t('providers:phone')}>{provider.phone}</Line>
        <Line name={t('providers:services')}>{provider.services}</Line>
      </dl>
      <h3>{t('providers:access')}</h3>
      <dl>
        <Line name={t('providers:reach')}>{known.reach}</Line>
        <Line name={t('providers:hours')}>{known.hours}</Line>
        <Line name={t('providers:area')}>{known.area}</Line>
        <Line name={t('providers:funding')}>{known.cost}</Line>
        <Line name={t('providers:contact')}>{provider.contact}</Line>
      </dl>
      <div className="row">
        <Button type="primary" onClick={onOpen}>
          {t('providers:open')}
          <Kbd keys="P" />
        </Button>
        <Button onClick={onEdit}>
          {t('providers:edit')}
          <Kbd keys="↵" />
        </Button>
        <Button disabled={!open?.[0]} onClick={() => openCasesOf(id)}>
          {t('providers:openCases', { n: open?.[0] ?? '…' })}
          <Kbd keys="O" />
        </Button>
      </div>
    </aside>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation('providers')
  return (
    <>
      <dt>{name}</dt>
      <dd>{children || <span className="muted">{t('unknown')}</span>}</dd>
    </>
  )
}
