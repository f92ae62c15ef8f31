/** 发起协商, and changing its particulars. */
import { useTranslation } from 'react-i18next'
import type { DeliberationView, TopicView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { BEGIN_DELIBERATION, CHANGE_DELIBERATION, type BeginDeliberation } from '#core/follow-up/save-deliberation.ts'
import { DELIBERATION_KINDS, MAJORITIES } from '#core/topic/deliberation-codes.ts'
import { NumberBox } from './number-box.tsx'
import { typedNumber } from './typed-number.ts'

const { shape } = BEGIN_DELIBERATION
const numbers = {
  expected: typedNumber(shape.expected),
  noticeDays: typedNumber(shape.noticeDays),
  publicationDays: typedNumber(shape.publicationDays),
}

/** Local rules differ: three days ahead and seven days on the wall are what most of them ask for. */
const START = { noticeDays: 3, publicationDays: 7 }

export const beginForm: FormSpec<TopicView> = {
  schema: BEGIN_DELIBERATION.extend(numbers),
  start: ({ id, title }) => ({
    topic: id,
    kind: undefined,
    title,
    venue: '',
    meetingAt: undefined,
    expected: '',
    ...START,
    majority: 'half',
    secret: false,
    authority: '',
    note: '',
  }),
  Fields,
}

export const changeForm: FormSpec<DeliberationView> = {
  schema: CHANGE_DELIBERATION.extend(numbers),
  start: ({ id, kind, title, venue, meetingAt, expected, noticeDays, publicationDays, majority, secret, authority, note }) => ({ deliberation: id, kind, title, venue, meetingAt, expected, noticeDays, publicationDays, majority, secret, authority, note }), // prettier-ignore
  Fields,
}

function Fields() {
  const { t } = useTranslation('deliberation')
  return (
    <>
      <ChoiceField<BeginDeliberation>
        name="kind"
        label={t('form.kind')}
        options={DELIBERATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <WordsField<BeginDeliberation> name="title" label={t('form.title')} max={200} />
      <NumberBox<BeginDeliberation> name="expected" label={t('form.expected')} />
      <MomentField<BeginDeliberation> name="meetingAt" label={t('form.meetingAt')} optional />
      <WordsField<BeginDeliberation> name="venue" label={t('form.venue')} optional max={200} />
      <WordsField<BeginDeliberation>
        name="authority"
        label={t('form.authority')}
        hint={t('form.authorityHint')}
        optional
        max={80}
      />{' '}
      {/* prettier-ignore */}
      <NumberBox<BeginDeliberation> name="noticeDays" label={t('form.noticeDays')} />
      <NumberBox<BeginDeliberation> name="publicationDays" label={t('form.publicationDays')} />
      <ChoiceField<BeginDeliberation>
        name="majority"
        label={t('form.majority')}
        options={MAJORITIES.map((value) => ({ value, label: t(`majority.${value}`) }))}
      />
      <ChoiceField<BeginDeliberation, boolean>
        name="secret"
        label={t('form.secret')}
        options={[
          { value: false, label: t('form.openVote') },
          { value: true, label: t('form.secretVote') },
        ]}
      />
      <WordsField<BeginDeliberation> name="note" label={t('form.note')} optional rows={2} max={2_000} />
    </>
  )
}
