/** A notice that was written well becomes the station's own template. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { BODY_MOST, TITLE_MOST, type Notice } from '#core/notice/fields.ts'
import { SAVE_NOTICE_TEMPLATE, type SaveNoticeTemplate } from '#core/reports/save-notice-template.ts'

const spec: FormSpec<Notice> = {
  schema: SAVE_NOTICE_TEMPLATE,
  start: ({ title, body, audience, answers }) =>
    ({ name: '', title, body, audience, answers, builtIn: '', retired: false }) satisfies SaveNoticeTemplate,
  Fields,
}

type TemplateDrawerProps = { readonly notice: Notice; readonly onSaved: () => void; readonly onLeave: () => void }

export function TemplateDrawer({ notice, onSaved, onLeave }: TemplateDrawerProps) {
  const { t } = useTranslation('notices')
  const { desk } = useServices()
  const place = `notice-template ${notice.id}`
  return (
    <FormDrawer
      title={t('template.title')}
      saveLabel={t('template.save')}
      spec={spec}
      context={notice}
      kept={formKept(place)}
      save={(typed) => desk.run({ name: 'save-notice-template', input: typed as SaveNoticeTemplate })}
      onSaved={() => {
        keepForm(place, undefined)
        onSaved()
      }}
      onLeave={(typed) => {
        keepForm(place, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation('notices')
  return (
    <>
      <WordsField<SaveNoticeTemplate> name="name" label={t('template.name')} max={40} />
      <WordsField<SaveNoticeTemplate> name="title" label={t('form.name')} max={TITLE_MOST} />
      <WordsField<SaveNoticeTemplate>
        name="body"
        label={t('form.body')}
        hint={t('template.hint')}
        rows={6}
        max={BODY_MOST}
      />
    </>
  )
}
