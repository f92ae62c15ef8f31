import { Button, Input } from 'antd'
import { useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { ChoiceField, DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { valuesOf } from '#core/notice/auto-values.ts'
import { blanksIn, filled, type Values } from '#core/notice/blanks.ts'
import { ANSWERS_WANTED, AUDIENCES } from '#core/notice/codes.ts'
import { BODY_MOST, TITLE_MOST } from '#core/notice/fields.ts'
import type { NoticeTemplate } from '#core/notice/templates.ts'
import type { WriteNotice } from '#core/reports/write-notice.ts'
import { autoOf, type NoticeContext } from './notice-context.ts'

const WATCHED = ['title', 'body', 'audience', 'template', 'place', 'from', 'until', 'contact', 'values'] as const

export function NoticeFields({ context }: { readonly context: NoticeContext }) {
  const { t } = useTranslation('notices')
  const { control, setValue } = useFormContext<WriteNotice>()
  const [title, body, audience, template, place, from, until, contact, typed] = useWatch({ control, name: WATCHED })
  const isOfCase = context.about.startsWith('case:')
  const auto = autoOf(context, { audience, place, from, until, contact })
  const blanks = blanksIn(`${title}\n${body}`)
  const { desk } = useServices()
  const [gone, setGone] = useState('')
  const offered = context.templates.filter((one) => one.id !== gone && (one.audience === 'many' || isOfCase))
  const own = offered.find((one) => one.id === template && one.id.startsWith('notice-template:'))
  const retire = async ({ id, ...fields }: NoticeTemplate): Promise<void> => {
    const saved = await desk.run({ name: 'save-notice-template', input: { ...fields, id, retired: true } })
    if (saved.ok) setGone(id)
  }
  const take = (chosen: NoticeTemplate | undefined): void => {
    setValue('template', chosen?.id ?? '', { shouldDirty: true })
    if (!chosen) return
    setValue('title', chosen.title, { shouldDirty: true })
    setValue('body', chosen.body, { shouldDirty: true })
    setValue('answers', chosen.answers, { shouldDirty: true })
    setValue('audience', chosen.audience, { shouldDirty: true })
  }
  const { aboutTitle } = context.starts.many
  return (
    <>
      {
        aboutTitle !== '' &&
        <p className="small muted">{t(`about.${isOfCase ? 'case' : context.about.startsWith('topic:') ? 'topic' : 'survey'}`, { title: aboutTitle })}</p> // prettier-ignore
      }
      <Field label={t('form.template')} group>
        {() => (
          <Chips
            options={[
              ...offered.map((one) => ({
                value: one.id,
                label: one.id.startsWith('builtIn:') ? (
                  <span lang="zh-CN">{one.name}</span>
                ) : (
                  one.name + t('template.own')
                ),
              })),
              { value: '', label: t('form.free') },
            ]}
            value={template}
            onChange={(id) => take(offered.find((one) => one.id === id))}
          />
        )}
      </Field>
      {own && (
        <Button size="small" className="notice-retire" onClick={() => void retire(own)}>
          {t('template.retire')}
        </Button>
      )}
      {gone !== '' && <p className="small muted">{t('template.retired')}</p>}
      {isOfCase && (
        <ChoiceField<WriteNotice>
          name="audience"
          label={t('form.audience')}
          hint={audience === 'many' ? t('form.manyNote') : undefined}
          options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
      )}
      <WordsField<WriteNotice> name="title" label={t('form.name')} max={TITLE_MOST} />
      <WordsField<WriteNotice> name="body" label={t('form.body')} hint={t('form.bodyHint')} rows={5} max={BODY_MOST} />
      <DayField<WriteNotice> name="from" label={t('form.from')} optional />
      <DayField<WriteNotice> name="until" label={t('form.until')} optional />
      <WordsField<WriteNotice> name="place" label={t('form.place')} hint={t('form.placeHint')} optional max={200} />
      <WordsField<WriteNotice>
        name="contact"
        label={t('form.contact')}
        hint={t('form.contactHint')}
        optional
        max={100}
      />
      <fieldset className="notice-blanks">
        <legend>{t('form.blanks')}</legend>
        {blanks.length === 0 && <p className="muted small">{t('form.blanksNone')}</p>}
        {blanks.map((blank) => (
          <Blank key={blank} name={blank} auto={auto[blank] ?? ''} />
        ))}
      </fieldset>
      <ChoiceField<WriteNotice>
        name="answers"
        label={t('form.answers')}
        options={ANSWERS_WANTED.map((value) => ({ value, label: t(`answers.${value}`) }))}
      />
      <Preview title={title} body={body} values={valuesOf(auto, typed)} />
    </>
  )
}

/** What the program knows stands there in grey, and is taken unless something is typed over it. */
function Blank({ name, auto }: { readonly name: string; readonly auto: string }) {
  const words = useFieldWords()
  const { field, fieldState } = useController<WriteNotice, `values.${string}`>({ name: `values.${name}`, defaultValue: '' }) // prettier-ignore
  return (
    <Field label={name} beside error={words(fieldState.error)}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          value={field.value ?? ''}
          placeholder={auto}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
        />
      )}
    </Field>
  )
}

function Preview({ title, body, values }: { readonly title: string; readonly body: string; readonly values: Values }) {
  const { t } = useTranslation('notices')
  if (title === '' && body === '') return null
  const whole = filled(body, values)
  const head = filled(title, values)
  const missing = [...new Set([...head.missing, ...whole.missing])]
  return (
    <section className="notice-preview" aria-label={t('form.preview')}>
      <div className="row small">
        <b>{t('form.preview')}</b>
        <span role="status" className={missing.length > 0 ? 'warn' : 'muted'}>
          {missing.length > 0 ? t('form.missing', { blanks: missing.join(t('form.and')) }) : t('form.whole')}
        </span>
      </div>
      <h3>
        <Marked text={head.text} />
      </h3>
      <p>
        <Marked text={whole.text} />
      </p>
    </section>
  )
}

/** Blanks that are left stand out. */
const Marked = ({ text }: { readonly text: string }) =>
  text.split(/(\{[^{}\n]{1,20}\})/).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))
