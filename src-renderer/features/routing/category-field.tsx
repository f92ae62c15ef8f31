/**
 * 诉求分类: typed (characters, pinyin initials, code) or browsed in three steps. What older records hold as words stays
 * shown as words. A form gives `onPicked` to take over what the leaf brings.
 */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import { CATEGORY_CODE, type Category } from '#core/category/category.ts'
import { CategoryBrowser } from './category-browser.tsx'
import { LeafLine } from './leaf-line.tsx'
import './category.css'

type CategoryFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly beside?: boolean
  readonly onPicked?: (leaf: Category) => void
}

const SHOWN = 8
const PAUSE_MS = 80

export function CategoryField<T extends FieldValues>({ name, beside = false, onPicked }: CategoryFieldProps<T>) {
  const { t } = useTranslation('categories')
  const { desk } = useServices()
  const { field, fieldState } = useController<T>({ name })
  const words = useFieldWords()
  const shown = useAnswer(() => desk.categories(), [desk])
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [isBrowsing, setBrowsing] = useState(false)
  const [at, setAt] = useState(0)
  const asked = useSettled(typed, typed, PAUSE_MS)
  const found = useAnswer(() => desk.findCategories(asked), [desk, asked])
  const value = String(field.value ?? '')
  const leaves = shown?.leaves ?? []
  const leaf = leaves.find(({ code }) => code === value)
  const isAsking = value === '' || isOpen
  const hits = asked.trim() === '' ? [] : (found ?? []).slice(0, SHOWN).flatMap((code) => leaves.filter((one) => one.code === code)) // prettier-ignore

  const pick = (one: Category): void => {
    field.onChange(one.code)
    onPicked?.(one)
    close()
  }
  const close = (): void => {
    setTyped('')
    setOpen(false)
    setBrowsing(false)
    setAt(0)
  }
  return (
    <Field label={t('pick.label')} error={words(fieldState.error)} optional beside={beside}>
      {(bind) => (
        <div className="category-field">
          {!isAsking && (
            <div className="category-chosen">
              <LeafLine leaf={leaf} words={value} />
              <Button size="small" onClick={() => setOpen(true)} autoFocus={false}>
                {t('pick.change')}
              </Button>
              <Button size="small" type="text" onClick={() => field.onChange('')}>
                {t('pick.clear')}
              </Button>
            </div>
          )}
          {isAsking && (
            <div className="category-ask">
              <Input
                {...bind}
                ref={field.ref}
                role="combobox"
                aria-expanded={hits.length > 0}
                aria-controls={`${bind.id}-list`}
                aria-activedescendant={hits.length > 0 ? `${bind.id}-${at}` : undefined}
                autoComplete="off"
                spellCheck={false}
                placeholder={t('pick.hint')}
                value={typed}
                autoFocus={isOpen}
                onBlur={field.onBlur}
                onChange={(event) => {
                  setTyped(event.target.value)
                  setAt(0)
                }}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return
                  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                    event.preventDefault()
                    const by = event.key === 'ArrowDown' ? 1 : -1
                    setAt((now) => Math.max(0, Math.min(hits.length - 1, now + by)))
                  } else if (event.key === 'Enter' && !event.ctrlKey && hits[at]) {
                    event.preventDefault()
                    pick(hits[at])
                  } else if (event.key === 'Escape' && (typed !== '' || isOpen)) {
                    event.stopPropagation()
                    close()
                  }
                }}
              />
              <Button onClick={() => setBrowsing(!isBrowsing)} aria-expanded={isBrowsing}>
                {t(isBrowsing ? 'pick.close' : 'pick.browse')}
              </Button>
            </div>
          )}
          {isAsking && hits.length > 0 && (
            <ul className="category-hits" role="listbox" id={`${bind.id}-list`} aria-label={t('pick.results')}>
              {hits.map((one, n) => (
                <li key={one.code} role="option" id={`${bind.id}-${n}`} aria-selected={n === at}>
                  <button type="button" tabIndex={-1} onClick={() => pick(one)}>
                    <LeafLine leaf={one} words={one.code} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {isAsking && asked.trim() !== '' && found?.length === 0 && (
            <p className="muted small" role="status">
              {t('pick.none')}
            </p>
          )}
          {isAsking && isBrowsing && <CategoryBrowser leaves={leaves} onPick={pick} />}
          {!isAsking && leaf && <BringsLine leaf={leaf} />}
          {!isAsking && !leaf && shown && !CATEGORY_CODE.test(value) && (
            <p className="muted small">{t('pick.oldWords')}</p>
          )}
        </div>
      )}
    </Field>
  )
}

/** What the leaf brings: duty, way, usual limit. */
function BringsLine({ leaf }: { readonly leaf: Category }) {
  const { t } = useTranslation(['categories', 'limits'])
  const names = useTwoNames()
  const limit = t(`limits:preset.${leaf.limit}` as 'limits:preset.general', { defaultValue: leaf.limit })
  return (
    <p className="muted small">
      {names(leaf.level1)} / {names(leaf.level2)} ·{' '}
      {t('categories:pick.brings', {
        duty: t(`categories:duty.${leaf.duty}`),
        way: t(`categories:way.${leaf.way}`),
        limit,
      })}
    </p>
  )
}
