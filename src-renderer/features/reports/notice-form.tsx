/** 一次性告知: what is missing, ticked or typed. It is recorded as a contact with the resident first, then printed. */
import { useController, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { RecordContact } from '#core/follow-up/record-contact.ts'
import { z } from '#core/lib/schema.ts'
import { noticeNote } from '#core/reports/papers/notice-note.ts'
import { lastNotice } from '#core/reports/papers/notice.ts'
import type { PaperWords } from '#core/reports/papers/paper-words.ts'

/** What is missing most often. To add one: here, and its words in both texts. */
const COMMON = ['id-card', 'household', 'home', 'photo', 'bank', 'proxy', 'disability', 'diagnosis', 'scene'] as const

/** Lines of the typed part, each one thing. */
const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.、．)）]|[-·•])\s*/, '').trim())
    .filter(Boolean)

const NOTICE = z
  .object({
    ticked: z.array(z.string()),
    typed: z.string().max(4_000),
    until: z.string().regex(/^(?:\d{4}-\d\d-\d\d)?$/),
  })
  .refine(({ ticked, typed }) => ticked.length + linesOf(typed).length > 0, { path: ['typed'], message: 'needed' })
export type TypedNotice = z.infer<typeof NOTICE>

export const noticeForm: FormSpec<CaseView> = {
  schema: NOTICE,
  // A second notice of the same matter begins with what is still missing from the first.
  start(view) {
    const before = lastNotice(view)
    return { ticked: [], typed: before?.items.join('\n') ?? '', until: before?.until ?? '' } satisfies TypedNotice
  },
  Fields,
}

/** The act that says what was told: the first contact, when there was none. */
export function toldBy(view: CaseView, { ticked, typed, until }: TypedNotice, words: PaperWords): RecordContact {
  const before = actsOf(currentRound(view.file), 'contact').some((contact) => contact.kind !== 'note')
  const items = [...new Set([...ticked, ...linesOf(typed)])]
  return {
    case: view.file.id,
    kind: before ? 'progress' : 'first-contact',
    way: 'face-to-face',
    reached: true,
    note: noticeNote({ items, until }, words),
  }
}

function Fields() {
  const { t } = useTranslation('papers')
  const { field } = useController<TypedNotice, 'ticked'>({ name: 'ticked' })
  const until = useController<TypedNotice, 'until'>({ name: 'until' })
  const fieldWords = useFieldWords()
  const typed = useWatch<TypedNotice, 'typed'>({ name: 'typed' })
  const count = field.value.length + linesOf(typed).length
  const toggle = (words: string, on: boolean): void =>
    field.onChange(on ? [...field.value, words] : field.value.filter((one) => one !== words))
  return (
    <>
      <Field label={t('notice.common')} group optional>
        {() => (
          <div className="missing-list">
            {COMMON.map((name, i) => {
              const words = t(`notice.material.${name}`)
              return (
                <label key={name}>
                  <input
                    type="checkbox"
                    ref={i === 0 ? field.ref : undefined}
                    checked={field.value.includes(words)}
                    onChange={(event) => toggle(words, event.target.checked)}
                    onBlur={field.onBlur}
                  />
                  {words}
                </label>
              )
            })}
          </div>
        )}
      </Field>
      <WordsField<TypedNotice>
        name="typed"
        label={t('notice.typed')}
        hint={count > 0 ? t('notice.count', { count }) : t('notice.typedHint')}
        rows={4}
        max={4_000}
      />
      <Field label={t('notice.until')} optional error={fieldWords(until.fieldState.error)}>
        {(bind) => (
          <DayInput
            bind={bind}
            focusRef={until.field.ref}
            value={until.field.value}
            onBlur={until.field.onBlur}
            onChange={(day) => until.field.onChange(day ?? '')}
          />
        )}
      </Field>
    </>
  )
}
