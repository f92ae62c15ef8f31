/** One question of the sheet, as it is written. */
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { QUESTION_KINDS } from '#core/survey/codes.ts'
import { SelectLine } from './select-line.tsx'
import type { TypedQuestion } from './typed-question.ts'

type QuestionFieldsProps = {
  readonly typed: TypedQuestion
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (part: Partial<TypedQuestion>) => void
}
type TextName = 'words' | 'low' | 'high' | 'unit' | 'points' | 'min' | 'max'

export function QuestionFields({ typed, providers, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation(['surveys', 'codes'])
  const line = (name: TextName, max: number, numeric = false) => (
    <Field label={t(`surveys:sheet.${name}`)}>
      {(bind) => (
        <Input
          {...bind}
          autoComplete="off"
          maxLength={max}
          {...(numeric && { inputMode: 'numeric' as const })}
          value={typed[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {line('words', 300)}
      <Field label={t('surveys:sheet.kind')} group>
        {() => (
          <Chips
            options={QUESTION_KINDS.map((value) => ({ value, label: t(`surveys:kind.${value}`) }))}
            value={typed.kind}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </Field>
      {(typed.kind === 'choice' || typed.kind === 'several') && (
        <Field label={t('surveys:sheet.options')}>
          {(bind) => (
            <Input.TextArea
              {...bind}
              className="growing survey-lines"
              autoComplete="off"
              value={typed.options}
              onChange={(event) => onChange({ options: event.target.value })}
            />
          )}
        </Field>
      )}
      {typed.kind === 'scale' && (
        <>
          <div className="survey-thirds">
            {line('points', 1, true)}
            {line('low', 30)}
            {line('high', 30)}
          </div>
          <SelectLine
            label={t('surveys:sheet.link')}
            hint={t('surveys:sheet.linkHint')}
            value={typed.link}
            none={t('surveys:sheet.linkNone')}
            options={[
              { value: 'case-provider', label: t('surveys:sheet.linkCase') },
              ...SERVICE_TYPES.map((type) => ({ value: `type:${type}`, label: t('surveys:sheet.linkType', { type: t(`codes:serviceType.${type}`) }) })), // prettier-ignore
              ...providers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(link) => onChange({ link })}
          />
        </>
      )}
      {typed.kind === 'number' && (
        <div className="survey-thirds">
          {line('unit', 20)}
          {line('min', 12, true)}
          {line('max', 12, true)}
        </div>
      )}
      {typed.kind === 'text' && <p className="muted small">{t('surveys:sheet.textHint')}</p>}
    </>
  )
}
