/** A field that two computers wrote: keep one, keep one with the others as a note, or type a third. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceShown } from '#app/services/desk-types.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import type { Command } from '#core/commands.ts'
import { useConflictWords } from './conflict-words.ts'
import { Side } from './difference-side.tsx'

type FieldSidesProps = { readonly of: DifferenceShown; readonly onRun: (commands: readonly Command[]) => void }

const inputOf = (of: DifferenceShown) => ({ entity: of.entity, fields: [...of.fields], heads: [...of.heads] })

export function FieldSides({ of, onRun }: FieldSidesProps) {
  const { t } = useTranslation('conflicts')
  const words = useConflictWords()
  const [typed, setTyped] = useState<Readonly<Record<string, string>> | null>(null)
  const run = (more: object): void => onRun([{ name: 'resolve-conflict', input: { ...inputOf(of), ...more } }])
  const keep = (i: number): void => run({ keep: of.versions[i]!.keep })
  // What is shown now stays, the others are put down.
  const shown = Math.max(
    0,
    of.versions.findIndex((version) => version.shown),
  )
  const told = words.told(of)
  const both = (): void => run({ keep: of.versions[shown]!.keep, note: words.note(of, shown) })
  const start = (): void => setTyped(Object.fromEntries(of.fields.map((field) => [field, String(of.versions[shown]!.values[field] ?? '')]))) // prettier-ignore
  useKeys([
    ...(of.reckoned
      ? [{ key: '1', label: t('recalculate'), run: () => keep(shown) }]
      : of.versions.slice(0, 9).map((_, i) => ({ key: String(i + 1), label: t('chooseN', { n: i + 1 }), run: () => keep(i), quiet: i > 1 }))), // prettier-ignore
    ...(of.mayNote && !of.reckoned ? [{ key: 'B', label: t('both'), run: both }] : []),
    ...(of.mayType ? [{ key: 'T', label: t('typeThird'), run: start }] : []),
  ])
  return (
    <>
      <ol className="sides">
        {of.versions.map((version, i) => (
          <Side
            key={version.keep}
            n={i + 1}
            writers={version.writers}
            mark={version.shown && t('shown')}
            choose={
              !of.reckoned && (
                <Button onClick={() => keep(i)}>
                  {t('keep')}
                  <Kbd keys={String(i + 1)} />
                </Button>
              )
            }
          >
            {told.map((field) => (
              <span key={field} className={told.length > 1 ? 'side-field' : undefined}>
                {told.length > 1 && <span className="muted">{words.field(field)} </span>}
                {words.value(field, version.values[field], version.names)}
              </span>
            ))}
          </Side>
        ))}
      </ol>
      {typed === null ? (
        <div className="row">
          {of.reckoned && (
            <Button type="primary" onClick={() => keep(shown)}>
              {t('recalculate')}
              <Kbd keys="1" />
            </Button>
          )}
          {of.mayNote && !of.reckoned && (
            <Button onClick={both}>
              {t('both')}
              <Kbd keys="B" />
            </Button>
          )}
          {of.mayType && (
            <Button onClick={start}>
              {t('typeThird')}
              <Kbd keys="T" />
            </Button>
          )}
          {!of.mayNote && of.fields.some((field) => field.startsWith('reporter')) && (
            <span className="muted small">{t('conf')}</span>
          )}{' '}
          {/* prettier-ignore */}
        </div>
      ) : (
        <form
          className="third"
          onSubmit={(event) => {
            event.preventDefault()
            run({ typed })
          }}
        >
          {of.fields.map((field, i) => (
            <label key={field}>
              {t('third')} · {words.field(field)}
              <Input.TextArea
                rows={2}
                autoFocus={i === 0}
                autoComplete="off"
                value={typed[field]}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit() // prettier-ignore
                  if (event.key === 'Escape') setTyped(null)
                }}
              />
            </label>
          ))}
          <div className="row">
            <Button type="primary" htmlType="submit">
              {t('save')}
              <Kbd keys="Ctrl ↵" />
            </Button>
            <Button onClick={() => setTyped(null)}>{t('cancel')}</Button>
          </div>
        </form>
      )}
    </>
  )
}
