import { useTranslation } from 'react-i18next'
import type { ColleagueRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { DayField, WordsField } from '#app/ui/form-fields.tsx'
import { SAVE_COLLEAGUE, type SaveColleague } from '#core/settings/save-colleague.ts'

type Context = { readonly colleague: ColleagueRow | undefined; readonly isMe: boolean }

const staffForm: FormSpec<Context> = {
  schema: SAVE_COLLEAGUE,
  start: ({ colleague }) => ({
    ...(colleague && { id: colleague.id }),
    name: colleague?.name ?? '',
    duty: colleague?.duty ?? '',
    phone: colleague?.phone ?? '',
    awayFrom: colleague?.awayFrom ?? '',
    awayUntil: colleague?.awayUntil ?? '',
    leftOn: colleague?.leftOn ?? '',
  }),
  Fields,
}

function Fields({ context: { colleague, isMe } }: { context: Context }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <WordsField<SaveColleague> name="name" label={t('staff.name')} max={40} />
      <WordsField<SaveColleague>
        name="duty"
        label={t('staff.duty')}
        placeholder={t('staff.dutyHint')}
        optional
        max={80}
      />
      <WordsField<SaveColleague> name="phone" label={t('staff.phone')} optional max={40} />
      {colleague && (
        <>
          <DayField<SaveColleague> name="awayFrom" label={t('staff.awayFrom')} optional />
          <DayField<SaveColleague> name="awayUntil" label={t('staff.awayTo')} optional />
          {!isMe && (
            <DayField<SaveColleague> name="leftOn" label={t('staff.leftOn')} hint={t('staff.leftHint')} optional />
          )}
        </>
      )}
    </>
  )
}

type StaffFormProps = { readonly colleague: ColleagueRow | undefined; readonly onClose: () => void }

export function StaffForm({ colleague, onClose }: StaffFormProps) {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  const me = useSession(({ phase }) => (phase.kind === 'open' ? phase.opened.user.id : ''))
  return (
    <FormDrawer
      title={colleague ? t('staff.changeOf', { name: colleague.name ?? '' }) : t('staff.add')}
      saveLabel={t('staff.save')}
      spec={staffForm}
      context={{ colleague, isMe: colleague?.id === me }}
      save={(input) => desk.run({ name: 'save-colleague', input: input as SaveColleague })}
      onSaved={onClose}
      onLeave={onClose}
    />
  )
}
