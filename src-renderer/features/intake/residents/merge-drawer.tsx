/** 合并: which entry stands for the person, and why. Both stay as they are; it can be undone on the person's page. */
import { useTranslation } from 'react-i18next'
import type { FieldValues } from 'react-hook-form'
import type { PersonRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { MERGE_PEOPLE, type MergePeople } from '#core/intake/merge-people.ts'

type Pair = { readonly one: PersonRow; readonly other: PersonRow }

const spec: FormSpec<Pair> = {
  schema: MERGE_PEOPLE,
  start: ({ one, other }) => ({ keep: one.id, drop: other.id, reason: '' }),
  Fields,
}

type MergeDrawerProps = Pair & { readonly onSaved: () => void; readonly onLeave: () => void }

export function MergeDrawer({ one, other, onSaved, onLeave }: MergeDrawerProps) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('twins.mergeTitle')}
      saveLabel={t('twins.doMerge')}
      spec={spec}
      context={{ one, other }}
      save={(input: FieldValues) => {
        const { keep, reason } = input as MergePeople
        return desk.run({ name: 'merge-people', input: { keep, drop: keep === one.id ? other.id : one.id, reason } })
      }}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function Fields({ context: { one, other } }: { context: Pair }) {
  const { t } = useTranslation('residents')
  const words = (row: PersonRow): string =>
    [row.name, row.phoneTail && t('tail', { tail: row.phoneTail }), row.place, t('cases', { n: row.cases })]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <ChoiceField<MergePeople>
        name="keep"
        label={t('twins.keep')}
        hint={t('twins.keepHint')}
        stacked
        options={[one, other].map((row) => ({ value: row.id, label: words(row) }))}
      />
      <WordsField<MergePeople>
        name="reason"
        label={t('twins.reason')}
        hint={t('twins.reasonHint')}
        optional
        max={500}
      />
    </>
  )
}
