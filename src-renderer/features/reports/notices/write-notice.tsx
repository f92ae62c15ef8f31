/** 写通知: a template, its blanks, and how it will read. Whatever is empty is named here, and by the save as well. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { valuesOf } from '#core/notice/auto-values.ts'
import { blanksIn } from '#core/notice/blanks.ts'
import type { Notice } from '#core/notice/fields.ts'
import { WRITE_NOTICE, type WriteNotice as Written } from '#core/reports/write-notice.ts'
import { autoOf, type NoticeContext } from './notice-context.ts'
import { NoticeFields } from './notice-fields.tsx'

const spec: FormSpec<NoticeContext> = {
  schema: WRITE_NOTICE,
  start({ about, starts, like }) {
    const { place, area, from, until, contact } = like ?? starts.many
    return {
      title: like?.title ?? '',
      body: like?.body ?? '',
      audience: like?.audience ?? 'many',
      template: like?.template ?? '',
      about,
      place,
      area,
      from: like ? '' : from,
      until: like ? '' : until,
      answers: like?.answers ?? 'none',
      contact,
      values: {},
    } satisfies Written
  },
  Fields: NoticeFields,
}

type WriteNoticeProps = {
  readonly about: string
  /** One that another is written after. */
  readonly like?: Notice
  readonly onSaved: (notice: string) => void
  readonly onLeave: () => void
}

export function WriteNotice({ about, like, onSaved, onLeave }: WriteNoticeProps) {
  const { t } = useTranslation('notices')
  const { desk, clock } = useServices()
  const station = useSession((session) => (session.phase.kind === 'open' ? session.phase.opened.card.name : ''))
  const context = useAnswer(async (): Promise<NoticeContext> => {
    const [many, one, templates] = await Promise.all([
      desk.noticeStart(about, 'many'),
      desk.noticeStart(about, 'one'),
      desk.noticeTemplates(),
    ])
    return { about, starts: { many, one }, templates, station, today: dayOf(momentOf(clock())), like: like ?? null }
  }, [desk, about])
  if (!context) return null
  const place = `notice ${like?.id ?? about}`
  return (
    <FormDrawer
      title={t('form.title')}
      saveLabel={t('form.save')}
      spec={spec}
      context={context}
      kept={formKept(place)}
      save={(typed) => {
        const form = typed as Written
        const all = valuesOf(autoOf(context, form), form.values)
        const wanted = blanksIn(form.title + form.body)
        const values = Object.fromEntries(Object.entries(all).filter(([blank]) => wanted.includes(blank)))
        const concerns = [...context.starts.many.concerns]
        return desk.run({ name: 'write-notice', input: { ...form, values, ...(concerns.length > 0 && { concerns }) } })
      }}
      onSaved={({ entities }: { readonly entities: readonly string[] }) => {
        keepForm(place, undefined)
        onSaved(entities[0]!)
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}
