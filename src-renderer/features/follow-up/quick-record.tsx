/** 下一步: one line at the end of the record, always there. Enter keeps it as a note, without a form in between. */
import { Input, type InputRef } from 'antd'
import { Fragment, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { NOTE } from './contact-form.tsx'
import { keep, keptNow, useKept } from './kept.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'

export type KeyHint = { readonly key: string; readonly word: string }

type QuickRecordProps = {
  readonly caseId: string
  /** What else can be done now, by its key. */
  readonly hints: readonly KeyHint[]
  readonly onSaved: (acts: readonly string[], note: string) => void
}

/** Where an unsaved note of this case is kept. */
export const noteOf = (caseId: string): string => `${caseId} quick note`

export function QuickRecord({ caseId, hints, onSaved }: QuickRecordProps) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const place = noteOf(caseId)
  const text = useKept<string>(place) ?? ''
  const [focused, setFocused] = useState(false)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const input = useRef<InputRef>(null)
  useKeys([{ key: 'N', label: t('note'), run: () => input.current?.focus(), quiet: true }])

  const save = async (): Promise<void> => {
    const note = text.trim()
    if (saving || note === '') return
    setSaving(true)
    setProblem(null)
    const saved = await desk.run({ name: 'record-contact', input: { case: caseId, kind: 'note', ...NOTE, note } })
    setSaving(false)
    if (!saved.ok) return setProblem(saved.error)
    // What was typed on while it was being saved stays.
    if (keptNow<string>(place)?.trim() === note) keep(place, undefined)
    onSaved(saved.value.entities, note)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    void save()
  }
  const isEmpty = text === '' && !focused
  return (
    <li className="entry next">
      <span className="when">{t('nextStep')}</span>
      <i aria-hidden="true" />
      <div>
        <div className="quick">
          <Input
            ref={input}
            aria-label={t('note')}
            aria-keyshortcuts="N"
            autoComplete="off"
            spellCheck={false}
            maxLength={TEXT_LENGTH}
            placeholder={focused ? t('quick.focused') : ''}
            value={text}
            onChange={(event) => keep(place, event.target.value === '' ? undefined : event.target.value)}
            onKeyDown={onKey}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            // Always there: with and without a suffix antd makes two different inputs, and the words composed in one are lost.
            suffix={text === '' ? <span /> : <Kbd keys="↵" />}
          />
          {isEmpty && (
            <span className="quick-hint" aria-hidden="true">
              {t('quick.write')} <Kbd keys="N" />
              {hints.map(({ key, word }, i) => (
                <Fragment key={key}>
                  {t(i === 0 ? 'quick.or' : 'listComma')}
                  <Kbd keys={key} /> {word}
                </Fragment>
              ))}
            </span>
          )}
        </div>
        {problem && <SaveTrouble problem={problem} />}
      </div>
    </li>
  )
}
