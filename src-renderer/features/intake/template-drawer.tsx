/** 常用模板: use one, change one, add one, retire one. A built-in one that is changed becomes the station's own. */
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from '#core/case-file/codes.ts'
import type { Template } from '#core/case-file/template.ts'
import { SAVE_TEMPLATE, type SaveTemplate } from '#core/intake/save-template.ts'
import { z } from '#core/lib/schema.ts'

type TemplateDrawerProps = {
  readonly templates: readonly Template[]
  readonly onUse: (template: Template) => void
  readonly onChanged: () => void
  readonly onClose: () => void
}

const BLANK: SaveTemplate = {
  name: '',
  requestKind: 'help',
  urgency: 'general',
  title: '',
  text: '',
  category: '',
  retired: false,
}

/** What is not filled in is left out, not kept as an empty text. */
const TYPED = z.preprocess(
  (typed) =>
    Object.fromEntries(Object.entries(typed as object).filter(([name, value]) => value !== '' || WORDS.has(name))),
  SAVE_TEMPLATE,
)
const WORDS: ReadonlySet<string> = new Set(['name', 'title', 'text', 'category'])

/** As it is saved: a built-in one that nobody changed has no entity yet. */
const inputOf = ({ id, ...fields }: Template): SaveTemplate => ({
  ...fields,
  ...(id.startsWith('template:') && { id }),
})

const templateForm: FormSpec<Template | null> = {
  schema: TYPED,
  start: (template) => ({ from: '', until: '', ...(template ? inputOf(template) : BLANK) }),
  Fields,
}

export function TemplateDrawer({ templates, onUse, onChanged, onClose }: TemplateDrawerProps) {
  const { t } = useTranslation(['intake', 'codes'])
  const { desk } = useServices()
  const [edited, setEdited] = useState<{ readonly template: Template | null } | null>(null)
  const [said, setSaid] = useState('')
  const retire = async (template: Template): Promise<void> => {
    const saved = await desk.run({ name: 'save-template', input: { ...inputOf(template), retired: true } })
    if (!saved.ok) return
    setSaid(t('intake:season.retired', { name: template.name }))
    onChanged()
  }
  if (edited)
    return (
      <FormDrawer
        title={edited.template?.name ?? t('intake:season.add')}
        saveLabel={t('intake:season.save')}
        spec={templateForm}
        context={edited.template}
        save={(input) => desk.run({ name: 'save-template', input: input as SaveTemplate })}
        onSaved={() => {
          setEdited(null)
          onChanged()
        }}
        onLeave={() => setEdited(null)}
      />
    )
  return (
    <Drawer
      open
      title={t('intake:season.all')}
      size={560}
      onClose={onClose}
      footer={<Button onClick={() => setEdited({ template: null })}>{t('intake:season.add')}</Button>}
    >
      <p className="muted small">{t('intake:season.noSelf')}</p>
      {said && (
        <p role="status" className="muted">
          {said}
        </p>
      )}
      {templates.length === 0 && <EmptyState title={t('intake:season.empty')} text={t('intake:season.noSelf')} />}
      <ul className="draft-list">
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" className="plain draft-open" onClick={() => onUse(template)}>
              <b className="one-line">{template.name}</b>
              <span className="one-line muted small">
                {[
                  template.from && template.until
                    ? t('intake:season.from', { from: template.from, until: template.until })
                    : t('intake:season.allYear'),
                  t(`codes:requestKind.${template.requestKind}`),
                  template.title,
                ].join(' · ')}
              </span>
            </button>
            <Button size="small" onClick={() => setEdited({ template })}>
              {t('intake:season.edit')}
            </Button>
            <Button
              size="small"
              aria-label={`${t('intake:season.retire')} ${template.name}`}
              onClick={() => retire(template)}
            >
              {t('intake:season.retire')}
            </Button>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

function Fields() {
  const { t } = useTranslation(['intake', 'codes'])
  return (
    <>
      <p className="field muted small">{t('intake:season.note')}</p>
      <WordsField<SaveTemplate> name="name" label={t('intake:season.name')} max={40} />
      <WordsField<SaveTemplate> name="from" label={t('intake:season.start')} optional max={5} />
      <WordsField<SaveTemplate>
        name="until"
        label={t('intake:season.end')}
        hint={t('intake:season.dayHint')}
        optional
        max={5}
      />
      <ChoiceField<SaveTemplate>
        name="requestKind"
        label={t('intake:requestKind')}
        options={REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))}
      />
      <WordsField<SaveTemplate> name="title" label={t('intake:requestTitle')} max={200} />
      <WordsField<SaveTemplate> name="text" label={t('intake:text')} optional rows={4} max={2_000} />
      <ChoiceField<SaveTemplate, string | undefined>
        name="serviceType"
        label={t('intake:serviceType')}
        options={[
          ...SERVICE_TYPES.map((value) => ({ value, label: t(`codes:serviceType.${value}`) })),
          { value: undefined, label: t('codes:serviceType.undecided') },
        ]}
      />
      <ChoiceField<SaveTemplate>
        name="urgency"
        label={t('intake:urgency')}
        options={URGENCIES.map((value) => ({ value, label: t(`codes:urgency.${value}`) }))}
      />
    </>
  )
}
