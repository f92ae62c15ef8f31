/** 协商议事 on a topic's page: each deliberation with its road of eight steps. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { BeginDeliberation } from '#core/follow-up/save-deliberation.ts'
import { DeliberationCard } from './deliberation-card.tsx'
import { beginForm } from './deliberation-form.tsx'
import type { PrintDeliberationSlot } from './slot.ts'
import './deliberation.css'

type DeliberationsProps = {
  readonly view: TopicView
  readonly Print: PrintDeliberationSlot
  /** 把结果答复给每一件, with the words to begin with. */
  readonly onAnswer: (content: string) => void
}

export function Deliberations({ view, Print, onAnswer }: DeliberationsProps) {
  const { t } = useTranslation('deliberation')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const found = useAnswer(() => desk.deliberations(view.id), [desk, view.id, revision])
  const [begins, setBegins] = useState(false)
  useKeys([{ key: 'D', label: t('begin'), run: () => setBegins(true) }])
  return (
    <section className="card deliberations" aria-labelledby="deliberations">
      <div className="row">
        <h2 id="deliberations">{t('title')}</h2>
        <span className="muted small">{t('lead')}</span>
        <Button onClick={() => setBegins(true)}>
          {t('begin')}
          <Kbd keys="D" />
        </Button>
      </div>
      {found?.length === 0 && <p className="muted small">{t('none')}</p>}
      {found?.map((about, i) => (
        <DeliberationCard key={about.id} about={about} topic={view} first={i === 0} Print={Print} onAnswer={onAnswer} />
      ))}
      {begins && (
        <FormDrawer
          title={t('begin')}
          saveLabel={t('begin')}
          spec={beginForm}
          context={view}
          save={(typed) => desk.run({ name: 'begin-deliberation', input: typed as BeginDeliberation })}
          onSaved={() => setBegins(false)}
          onLeave={() => setBegins(false)}
        />
      )}
    </section>
  )
}
