/** 移交: everything that one colleague has in hand goes to another, in one step. */
import { useTranslation } from 'react-i18next'
import type { ColleagueRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { ColleagueField } from '#app/ui/colleague-field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { ASSIGN_CASE, type AssignCase } from '#core/follow-up/assign-case.ts'
import { ok } from '#core/lib/result.ts'

type HandOver = Omit<AssignCase, 'case'>
type Context = { readonly from: ColleagueRow; readonly people: readonly ColleagueRow[] }

const handOverForm: FormSpec<Context> = {
  schema: ASSIGN_CASE.omit({ case: true }),
  start: () => ({ to: '', reason: '' }),
  Fields,
}

function Fields({ context: { from, people } }: { context: Context }) {
  const { t } = useTranslation(['settings', 'case-file'])
  return (
    <>
      <p>{t('settings:staff.handOverLead', { count: from.open, name: from.name ?? '' })}</p>
      <ColleagueField<HandOver>
        name="to"
        label={t('case-file:field.assignTo')}
        people={people.filter(({ presence }) => presence === 'here')}
        except={from.id}
      />
      <WordsField<HandOver> name="reason" label={t('case-file:field.assignReason')} optional max={200} />
    </>
  )
}

type HandOverDrawerProps = Context & {
  readonly onClose: () => void
  readonly onDone: (done: number, refused: number, to: string) => void
}

export function HandOverDrawer({ from, people, onClose, onDone }: HandOverDrawerProps) {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('staff.handOverOf', { name: from.name ?? '' })}
      saveLabel={t('staff.handOverAll', { count: from.open })}
      spec={handOverForm}
      context={{ from, people }}
      save={async (typed) => {
        const { to, reason } = typed as HandOver
        const ids = await desk.matching({ open: true, handler: from.id, sort: 'due', descending: false })
        const saved = await desk.runMany(ids.map((id) => ({ name: 'assign-case', input: { case: id, to, reason } })))
        if (!saved.ok) return saved
        const name = people.find(({ id }) => id === to)?.name ?? ''
        return ok({ done: saved.value.done, refused: saved.value.refused.length, name })
      }}
      onSaved={({ done, refused, name }) => onDone(done, refused, name)}
      onLeave={onClose}
    />
  )
}
