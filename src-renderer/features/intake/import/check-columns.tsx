/** What becomes what, before anything is written. */
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  COLUMN_FIELDS,
  columnsOf,
  JOINED,
  lackingFields,
  SOURCE_LENGTH,
  type ColumnField,
  type ColumnMap,
} from '#core/intake/column-map.ts'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { changeMap, runImport, type Loaded } from './import-state.ts'
import { Preview } from './preview.tsx'
import { RefusedRows } from './refused-rows.tsx'

export function CheckColumns({ loaded, problem }: { loaded: Loaded; problem: RunCode | null }) {
  const { t } = useTranslation(['import', 'codes'])
  const services = useServices()
  const problemWords = useProblemWords()
  const { map, plan } = loaded
  const lacking = lackingFields(map)
  const count = plan.rows.length
  return (
    <>
      {problem && (
        <div className="field">
          {problem.kind === 'not-saved' ? (
            <Problem words={problemWords(problem.code)} />
          ) : (
            <p className="problem" role="alert">
              {t(`codes:refusal.${problem.refusal.code}`)}
            </p>
          )}
        </div>
      )}
      <section className="card import-part">
        <h2>{t('columns')}</h2>
        <p className={lacking.length > 0 ? 'bad' : 'muted'}>
          {lacking.length > 0
            ? t('lacking', { fields: lacking.map((field) => t(`field.${field}`)).join(' / ') })
            : t('columnsHint')}
        </p>
        <div className="import-columns">
          {COLUMN_FIELDS.map((field) => (
            <ColumnChoice key={field} field={field} loaded={loaded} missing={lacking.includes(field)} />
          ))}
          <MapWords
            label={t('source')}
            hint={t('sourceHint')}
            max={SOURCE_LENGTH}
            value={map.source ?? ''}
            onDone={(source) => changeMap(loaded, withWords(map, 'source', source))}
          />
          <MapWords
            label={t('dateFormat')}
            hint={t('dateFormatHint')}
            max={60}
            value={map.dateFormat ?? ''}
            onDone={(format) => changeMap(loaded, withWords(map, 'dateFormat', format))}
          />
        </div>
      </section>
      <div className="import-run">
        <Button type="primary" size="large" disabled={count === 0} onClick={() => void runImport(services, loaded)}>
          {count === 0 ? t('nothing') : t('run', { n: count.toLocaleString('en') })}
        </Button>
        <Count name={t('planned')} n={count} />
        <Count name={t('refusedNow')} n={plan.refused.length} bad />
        <Count name={t('blank')} n={plan.blank} />
      </div>
      {count > 0 && <Preview rows={plan.rows} />}
      {plan.refused.length > 0 && (
        <section className="card import-part">
          <h2>{t('refusedNow')}</h2>
          <RefusedRows rows={plan.refused} loaded={loaded} />
        </section>
      )}
    </>
  )
}

function Count({ name, n, bad = false }: { name: string; n: number; bad?: boolean }) {
  return (
    <span className="muted">
      {name} <b className={bad && n > 0 ? 'bad' : ''}>{n.toLocaleString('en')}</b>
    </span>
  )
}

/** Fields that are joined take several columns, the others one. */
function ColumnChoice({ field, loaded, missing }: { field: ColumnField; loaded: Loaded; missing: boolean }) {
  const { t } = useTranslation('import')
  const { map, header } = loaded
  const options = [...new Set(header.names)].filter((name) => name !== '').map((name) => ({ value: name, label: name }))
  const change = (columns: string | string[] | undefined): void => {
    const { [field]: _, ...others } = map
    changeMap(loaded, columns === undefined || columns.length === 0 ? others : { ...others, [field]: columns })
  }
  return (
    <Field label={t(`field.${field}`)}>
      {(bind) =>
        JOINED[field] === undefined ? (
          <Select
            {...bind}
            status={missing ? 'error' : ''}
            allowClear
            placeholder={t('noColumn')}
            options={options}
            value={columnsOf(map[field])[0] ?? null}
            onChange={(value: string | null) => change(value ?? undefined)}
          />
        ) : (
          <Select
            {...bind}
            status={missing ? 'error' : ''}
            mode="multiple"
            allowClear
            placeholder={t('noColumn')}
            options={options}
            value={[...columnsOf(map[field])]}
            onChange={(value: string[]) => change(value)}
          />
        )
      }
    </Field>
  )
}

type MapWordsProps = {
  readonly label: string
  readonly hint: string
  readonly max: number
  readonly value: string
  readonly onDone: (words: string) => void
}

/** Planned again only when the field is left or Enter is pressed: a plan of 65,000 rows takes a moment. */
function MapWords({ label, hint, max, value, onDone }: MapWordsProps) {
  const [words, setWords] = useState(value)
  const done = (): void => {
    if (words.trim() !== value) onDone(words.trim())
  }
  return (
    <Field label={label} hint={hint}>
      {(bind) => (
        <Input
          {...bind}
          autoComplete="off"
          spellCheck={false}
          maxLength={max}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onBlur={done}
          onPressEnter={(event) => event.nativeEvent.isComposing || done()}
        />
      )}
    </Field>
  )
}

function withWords(map: ColumnMap, key: 'source' | 'dateFormat', words: string): ColumnMap {
  const { [key]: _, ...others } = map
  return words === '' ? others : { ...others, [key]: words }
}
