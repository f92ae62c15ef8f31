/** What becomes what, before anything is written. */
import { Input, Select } from 'antd'
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
import { Field } from '#app/ui/field.tsx'
import { change, type Loaded } from './import-state.ts'
import { StepButtons } from './step-buttons.tsx'

export function MapColumns({ loaded, planning }: { loaded: Loaded; planning: boolean }) {
  const { t } = useTranslation('import')
  const { map } = loaded
  const lacking = lackingFields(map)
  const changeMap = (to: ColumnMap): void => void change('columns', loaded, { map: to })
  return (
    <>
      <StepButtons step="columns" loaded={loaded} ready={lacking.length === 0 && !planning} />
      <section className="card import-part">
        <h2>{t('columns')}</h2>
        <p className={lacking.length > 0 ? 'bad' : 'muted'}>
          {lacking.length > 0
            ? t('lacking', { fields: lacking.map((field) => t(`field.${field}`)).join(' / ') })
            : t(loaded.remembered ? 'columnsRemembered' : 'columnsHint')}
        </p>
        <div className="import-columns">
          {COLUMN_FIELDS.map((field) => (
            <ColumnChoice
              key={field}
              field={field}
              loaded={loaded}
              missing={lacking.includes(field)}
              onChange={changeMap}
            />
          ))}
          <MapWords
            label={t('source')}
            hint={t('sourceHint')}
            max={SOURCE_LENGTH}
            value={map.source ?? ''}
            onDone={(source) => changeMap(withWords(map, 'source', source))}
          />
          <MapWords
            label={t('dateFormat')}
            hint={t('dateFormatHint')}
            max={60}
            value={map.dateFormat ?? ''}
            onDone={(format) => changeMap(withWords(map, 'dateFormat', format))}
          />
        </div>
      </section>
    </>
  )
}

/** Fields that are joined take several columns, the others one. */
function ColumnChoice({
  field,
  loaded: { map, sheet },
  missing,
  onChange,
}: {
  field: ColumnField
  loaded: Loaded
  missing: boolean
  onChange: (map: ColumnMap) => void
}) {
  const { t } = useTranslation('import')
  const options = [...new Set(sheet.info.header)]
    .filter((name) => name !== '')
    .map((name) => ({ value: name, label: name }))
  const choose = (columns: string | string[] | undefined): void => {
    const { [field]: _, ...others } = map
    onChange(columns === undefined || columns.length === 0 ? others : { ...others, [field]: columns })
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
            onChange={(value: string | null) => choose(value ?? undefined)}
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
            onChange={(value: string[]) => choose(value)}
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
