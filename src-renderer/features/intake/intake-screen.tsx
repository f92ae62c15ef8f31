/** 受理: several requests may be open at once, each a draft that survives Esc, the lock and a power cut. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go, routeNow } from '#app/session/route.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { BLANK_REQUEST, type RequestValues } from './blank-request.ts'
import { IntakeForm } from './intake-form.tsx'
import './intake.css'

export function IntakeScreen({ draftId }: { readonly draftId?: string }) {
  const { t } = useTranslation('intake')
  const { desk, random } = useServices()
  const [blank, setBlank] = useState(() => newDraftId(random))
  // Moves when a draft is begun, deleted or registered: the strip is read again.
  const [turn, setTurn] = useState(0)
  const drafts = useAnswer(() => desk.drafts(), [desk, turn])
  if (!drafts) return <p className="muted">{t('loading')}</p>

  const id = draftId ?? blank
  const draft = drafts.find((one) => one.id === id)
  const another = (): void => {
    setBlank(newDraftId(random))
    setTurn(turn + 1)
    go({ screen: 'intake' })
  }
  const remove = async (removed: string): Promise<void> => {
    const here = routeNow()
    await desk.removeDraft(removed)
    if (removed === id && routeNow() === here) another()
    else setTurn(turn + 1)
  }
  return (
    <IntakeForm
      key={id}
      id={id}
      // A draft of an older version may lack fields that the form has now.
      initial={{ ...BLANK_REQUEST, ...(draft?.values as Partial<RequestValues> | undefined) }}
      existed={draft !== undefined}
      onBegun={() => setTurn(turn + 1)}
      drafts={drafts}
      onNew={another}
      onRemove={remove}
    />
  )
}

/** Also a file name in the station folder: letters, digits and a dash. */
const newDraftId = (random: (bytes: number) => Uint8Array): string =>
  `draft-${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
