/** One card, to be read: at 受理, on a case page, and from its list, where it can be changed as well. */
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelRow, PolicyRow, RunCode, WayView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Command } from '#core/commands.ts'
import { ModelForm } from './model-form.tsx'
import { StaleNote } from './stale-note.tsx'

type WayDrawerProps = {
  readonly id: string
  /** Without it the card is read alone. */
  readonly onEdit?: (card: PolicyRow) => void
  /** 用作答复草稿. */
  readonly onUse?: (text: string) => void
  readonly onClose: () => void
}

export function WayDrawer({ id, onEdit, onUse, onClose }: WayDrawerProps) {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.way(id) }), [desk, id, revision])
  const [editing, setEditing] = useState(false)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const view = answer?.view
  if (!view) return null
  const run = async (command: Command): Promise<void> => {
    const saved = await desk.run(command)
    setTrouble(saved.ok ? null : saved.error)
  }
  if (editing && view.kind === 'model-case')
    return (
      <ModelForm
        of={view.row.case}
        card={view.row}
        onSaved={() => setEditing(false)}
        onLeave={() => setEditing(false)}
      />
    )
  const { row } = view
  return (
    <Drawer
      open
      title={row.title}
      size={520}
      onClose={onClose}
      footer={
        <div className="row">
          {onUse && (
            <Button type="primary" onClick={() => onUse(view.kind === 'policy-card' ? view.row.text : view.row.result)}>
              {t('ways.useAsDraft')}
            </Button>
          )}
          {onEdit && (
            <>
              <Button onClick={() => (view.kind === 'policy-card' ? onEdit(view.row) : setEditing(true))}>
                {t('edit')}
              </Button>
              {view.kind === 'policy-card' && (
                <Button onClick={() => void run({ name: 'check-policy-card', input: { id } })}>
                  {t('policies.check')}
                </Button>
              )}
              <Button onClick={() => void run({ name: 'retire-card', input: { id, retired: !row.retired } })}>
                {t(row.retired ? 'restore' : 'retire')}
              </Button>
            </>
          )}
          <Button onClick={onClose}>{t('ways.close')}</Button>
        </div>
      }
    >
      {trouble && <SaveTrouble problem={trouble} />}
      {row.retired && <p className="warn">{t('retired')}</p>}
      <Facts view={view} />
    </Drawer>
  )
}

function Facts({ view }: { readonly view: WayView }) {
  return view.kind === 'model-case' ? <Model card={view.row} /> : <Policy card={view.row} />
}

function Model({ card }: { readonly card: ModelRow }) {
  const { t } = useTranslation(['learning', 'codes'])
  const names = useTwoNames()
  const moments = useMomentWords(useNow())
  return (
    <div className="way-text">
      {(['situation', 'done', 'result', 'learnt'] as const).map(
        (part) =>
          card[part] !== '' && (
            <section key={part}>
              <h3>{t(`learning:models.${part}`)}</h3>
              <p>{card[part]}</p>
            </section>
          ),
      )}
      <p className="small muted">
        {[
          names(card.categoryName),
          card.serviceType && t(`codes:serviceType.${card.serviceType}`),
          card.helpers.map((kind) => t(`codes:providerKind.${kind}`)).join(t('learning:ways.and')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="small muted">
        {t('learning:models.written', { by: card.byName, at: moments.at(card.at) })}
        {card.number !== '' && (
          <>
            {' · '}
            {t('learning:models.source')}{' '}
            <a href={pathOf({ screen: 'case', id: card.case })}>{t('learning:card', { number: card.number })}</a>
          </>
        )}
      </p>
    </div>
  )
}

function Policy({ card }: { readonly card: PolicyRow }) {
  const { t } = useTranslation('learning')
  const names = useTwoNames()
  const facts = [
    [t('policies.source'), [card.source, card.number].filter(Boolean).join(' ')],
    [t('policies.date'), card.date],
    [t('policies.until'), card.until],
    [t('policies.categories'), card.categoryNames.map(names).join(t('ways.and'))],
    [t('policies.link'), card.link],
  ] as const
  return (
    <div className="way-text">
      <StaleNote card={card} />
      <p>{card.text}</p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([word, value]) => (
            <div key={word} className="fact">
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {card.checked !== '' && <p className="small muted">{t('policies.checked', { day: card.checked })}</p>}
    </div>
  )
}
