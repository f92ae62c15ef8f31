/** Forms about people: 报到, 岗位 and 微心愿, 认领, 时长, 活动, 报名. */
import { useTranslation } from 'react-i18next'
import type { ProviderParts } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { entityId } from '#core/lib/schema.ts'
import { ACTIVITY, BLANK_ACTIVITY, SIGN_UP } from '#core/provider/activity.ts'
import { BLANK_MEMBER, CAPACITIES, MEMBER, MEMBER_KINDS } from '#core/provider/member.ts'
import { SERVICE_TIME } from '#core/provider/service-time.ts'
import { BLANK_TASK, TASK_CLAIM, TASK_KINDS, VOLUNTEER_TASK } from '#core/provider/volunteer-task.ts'
import { DayField, SelectField, TextField, TickField } from './directory-fields.tsx'
import { dayText, itemsText, numberWords, timeText, wholeText } from './form-values.ts'
import { OpenWordsField } from './open-words-field.tsx'
import type { PartContext } from './part-forms.tsx'
import { useDirectoryCodes } from './use-directory-codes.ts'

type Member = ProviderParts['members'][number]
export const memberForm: FormSpec<PartContext<Member>> = {
  schema: MEMBER.extend({
    id: entityId('member').optional(),
    skills: itemsText.pipe(MEMBER.shape.skills),
    posts: itemsText.pipe(MEMBER.shape.posts),
    registeredAt: dayText,
    leftAt: dayText,
  }),
  start: ({ provider, part, today }) => ({
    ...BLANK_MEMBER,
    provider,
    kind: provider === '' ? 'capable' : 'volunteer',
    name: '',
    registeredAt: today,
    ...part,
    skills: (part?.skills ?? []).join('、'),
    posts: (part?.posts ?? []).join('、'),
  }),
  Fields: function MemberFields() {
    const { t } = useTranslation('providers')
    const codes = useDirectoryCodes()
    return (
      <>
        <WordsField name="name" label={t('form.person')} max={40} />
        <ChoiceField
          name="kind"
          label={t('form.memberKind')}
          options={codes('memberKind', MEMBER_KINDS).map(({ id, words }) => ({ value: id, label: words }))}
        />
        <WordsField name="phone" label={t('phone')} optional max={60} />
        <TextField name="skills" label={t('form.skills')} hint={t('form.listHint')} optional max={300} />
        <WordsField name="freeHours" label={t('form.freeHours')} optional max={120} />
        <DayField name="registeredAt" label={t('form.registeredAt')} optional />
        <details className="provider-more">
          <summary>{t('more')}</summary>
          <SelectField
            name="capacity"
            label={t('form.capacity')}
            optional
            options={codes('capacity', CAPACITIES)}
            none={t('unknown')}
          />
          <WordsField name="team" label={t('form.team')} optional max={60} />
          <WordsField name="from" label={t('form.fromUnit')} optional max={120} />
          <TextField name="posts" label={t('form.posts')} hint={t('form.listHint')} optional max={300} />
          <WordsField name="note" label={t('form.note')} optional rows={2} max={300} />
          <DayField name="leftAt" label={t('form.leftAt')} optional />
        </details>
      </>
    )
  },
}

type Task = ProviderParts['tasks'][number]
export const taskForm: FormSpec<PartContext<Task>> = {
  schema: VOLUNTEER_TASK.extend({
    id: entityId('volunteer-task').optional(),
    wanted: wholeText.pipe(VOLUNTEER_TASK.shape.wanted),
    until: dayText,
  }),
  start: ({ provider, part }) => ({
    ...BLANK_TASK,
    provider,
    kind: 'post',
    title: '',
    ...part,
    wanted: numberWords(part?.wanted ?? 1),
  }),
  Fields: function TaskFields({ context }) {
    const { t } = useTranslation('providers')
    const codes = useDirectoryCodes()
    return (
      <>
        <ChoiceField
          name="kind"
          label={t('form.taskKind')}
          options={codes('taskKind', TASK_KINDS).map(({ id, words }) => ({ value: id, label: words }))}
        />
        <WordsField name="title" label={t('form.taskTitle')} max={120} />
        <TextField name="wanted" label={t('form.wanted')} max={3} />
        <DayField name="until" label={t('form.until')} optional />
        <WordsField name="note" label={t('form.note')} optional rows={2} max={500} />
        {context.part && <TickField name="closed" label={t('form.taskClosed')} />}
      </>
    )
  },
}

/** `part`: the task that somebody takes over. */
export const claimForm: FormSpec<PartContext<Task>> = {
  schema: TASK_CLAIM,
  start: ({ part }) => ({ task: part?.id, member: '' }),
  Fields: function ClaimFields({ context }) {
    const { t } = useTranslation('providers')
    return <SelectField name="member" label={t('form.who')} options={context.members} none={t('form.choose')} />
  },
}

export const timeForm: FormSpec<PartContext<Member>> = {
  schema: SERVICE_TIME.extend({ day: dayText, from: timeText, to: timeText }),
  start: ({ part, today }, of) => ({ member: part?.id, day: today, from: '', to: '', what: '', of: of ?? '' }),
  Fields: function TimeFields() {
    const { t } = useTranslation('providers')
    return (
      <>
        <DayField name="day" label={t('form.day')} />
        <TextField name="from" label={t('form.fromTime')} hint={t('form.timeHint')} max={5} />
        <TextField name="to" label={t('form.toTime')} max={5} />
        <WordsField name="what" label={t('form.what')} max={200} />
      </>
    )
  },
}

type Activity = ProviderParts['activities'][number]
export const activityForm: FormSpec<PartContext<Activity>> = {
  schema: ACTIVITY.extend({ id: entityId('activity').optional(), places: wholeText.pipe(ACTIVITY.shape.places) }),
  start: ({ provider, part }) => ({
    ...BLANK_ACTIVITY,
    provider,
    title: '',
    ...part,
    places: numberWords(part?.places ?? null),
  }),
  Fields: function ActivityFields({ context }) {
    const { t } = useTranslation('providers')
    return (
      <>
        <OpenWordsField name="title" label={t('form.activityTitle')} max={120} />
        <MomentField name="from" label={t('form.begins')} />
        <MomentField name="to" label={t('form.ends')} />
        <OpenWordsField name="where" label={t('form.where')} optional max={120} />
        <TextField name="places" label={t('form.places')} hint={t('form.placesHint')} optional max={5} />
        <OpenWordsField name="note" label={t('form.note')} optional rows={2} max={500} />
        {context.part && <TickField name="cancelled" label={t('form.cancelled')} />}
      </>
    )
  },
}

/** `part`: the activity. A helper is chosen from the list, anybody else is named. */
export const signUpForm: FormSpec<PartContext<Activity>> = {
  schema: SIGN_UP,
  start: ({ part }) => ({ activity: part?.id, member: '', name: '', phone: '' }),
  Fields: function SignUpFields({ context }) {
    const { t } = useTranslation('providers')
    return (
      <>
        <WordsField name="name" label={t('form.person')} optional max={40} />
        <WordsField name="phone" label={t('phone')} optional max={60} />
        {context.members.length > 0 && (
          <SelectField
            name="member"
            label={t('form.helper')}
            hint={t('form.helperHint')}
            optional
            options={context.members}
            none={t('form.nobody')}
          />
        )}
      </>
    )
  },
}
