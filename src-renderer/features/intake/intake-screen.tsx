/** 受理: several requests may be open at once, each a draft that survives Esc, the lock and a power cut. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, routeNow } from '#app/session/route.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { BLANK_REQUEST, type RequestValues } from './blank-request.ts'
import { emptyBin, intoBin, outOfBin, useDraftBin } from './draft-bin.ts'
import { DraftList } from './draft-list.tsx'
import { newDraftId } from './draft-id.ts'
import { IntakeForm } from './intake-form.tsx'
import type { IntakeSlots } from './intake-slots.ts'
import './intake.css'

type IntakeScreenProps = { readonly draftId?: string; readonly slots: IntakeSlots }

export function IntakeScreen({ draftId, slots }: IntakeScreenProps) {
  const { t } = useTranslation('intake')
  const { desk, random } = useServices()
  const [blank, setBlank] = useState(() => newDraftId(random))
  // Moves when a draft is begun, deleted or registered: the list is read again.
  const [turn, setTurn] = useState(0)
  const [listOpen, setListOpen] = useState(false)
  const removed = useDraftBin(({ drafts }) => drafts)
  const drafts = useAnswer(() => desk.drafts(), [desk, turn])
  useEffect(
    () => () => {
      if (routeNow().screen !== 'intake') emptyBin(desk)
    },
    [desk],
  )
  if (!drafts) return <p className="muted">{t('loading')}</p>

  const id = draftId ?? blank
  const draft = drafts.find((one) => one.id === id)
  const again = (): void => setTurn((now) => now + 1)
  const another = (): void => {
    setBlank(newDraftId(random))
    again()
    go({ screen: 'intake' })
  }
  const remove = async (gone: string): Promise<void> => {
    const here = routeNow()
    // As the disk has it: the list may be a few keystrokes behind.
    const last = (await desk.drafts()).find((one) => one.id === gone)
    await desk.removeDraft(gone)
    if (last) intoBin(last)
    if (gone === id && routeNow() === here) another()
    else again()
  }
  const bringBack = async (back: DraftForm): Promise<void> => {
    await desk.putDraft(back)
    outOfBin(back)
    again()
  }
  return (
    <>
      <IntakeForm
        key={id}
        id={id}
        // A draft of an older version may lack fields that the form has now.
        initial={{ ...BLANK_REQUEST, ...(draft?.values as Partial<RequestValues> | undefined) }}
        existed={draft !== undefined}
        onBegun={again}
        others={drafts.filter((one) => one.id !== id).length}
        removed={removed[0]}
        onBack={bringBack}
        onDrafts={() => (again(), setListOpen(true))}
        onNew={another}
        onRemove={() => remove(id)}
        slots={slots}
      />
      {listOpen && (
        <DraftList
          drafts={drafts}
          removed={removed}
          current={id}
          onRemove={remove}
          onBack={bringBack}
          onNew={() => (setListOpen(false), another())}
          onClose={() => setListOpen(false)}
        />
      )}
    </>
  )
}
