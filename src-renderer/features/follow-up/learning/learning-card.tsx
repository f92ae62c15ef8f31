/** Beside a case: before it goes out how it was done before; after its end 标为典型案例. And the notices about it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { VEIL } from '#core/case-file/veiled.ts'
import { categoryOf, isOpen } from '#core/case-file/status.ts'
import { ModelForm } from './model-form.tsx'
import { SimilarWays } from './similar-ways.tsx'
import './learning.css'

type LearningCardProps = {
  readonly view: CaseView
  /** 用作答复草稿. */
  readonly onDraft: (text: string) => void
}

export function LearningCard({ view, onDraft }: LearningCardProps) {
  const { fields } = view.file
  // What is veiled is no text, and a report (举报) is compared with nothing.
  if (fields.title === VEIL || fields.requestKind === 'report') return null
  if (!isOpen(view.status)) return <MarkCard caseId={view.file.id} />
  return (
    <SimilarWays
      quiet
      text={`${fields.title ?? ''}\n${fields.text ?? ''}`}
      category={categoryOf(view.file)}
      onUse={onDraft}
    />
  )
}

function MarkCard({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const teaching = useAnswer(() => desk.teaching(caseId), [desk, caseId, revision])
  const [marking, setMarking] = useState(false)
  const [said, setSaid] = useState(false)
  const canMark = teaching?.mayTeach === true
  const card = teaching?.card ?? null
  const press = (): void => (card === null ? setMarking(true) : go({ screen: 'learning', id: card }))
  useKeys(
    canMark ? [{ key: 'Alt+Y', label: t(card === null ? 'mark.button' : 'mark.see'), run: press, quiet: true }] : [],
  )
  if (!canMark) return null
  return (
    <section className="card ways" aria-label={t('tab.models')}>
      <div className="aside-head">
        <h2>{t('tab.models')}</h2>
        <Button size="small" onClick={press} aria-keyshortcuts="Alt+Y">
          {t(card === null ? 'mark.button' : 'mark.see')}
          <Kbd keys="Alt Y" />
        </Button>
      </div>
      {card !== null && <p className="muted small">{t(said ? 'mark.saved' : 'mark.marked')}</p>}
      {marking && (
        <ModelForm
          of={caseId}
          onSaved={() => {
            setMarking(false)
            setSaid(true)
          }}
          onLeave={() => setMarking(false)}
        />
      )}
    </section>
  )
}
