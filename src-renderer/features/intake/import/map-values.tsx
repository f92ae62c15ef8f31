/** Their words → ours: every different value with its count, a guess, and a choice. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, type ServiceType } from '#core/case-file/codes.ts'
import type { ValueMap } from '#core/import-record/fields.ts'
import { codesOf, VALUE_FIELDS, type RowWords, type ValueField } from '#core/intake/value-map.ts'
import { change, type Loaded } from './import-state.ts'
import { StepButtons } from './step-buttons.tsx'

const NO_WORDS: RowWords = { category: '', serviceType: '', requestKind: '', channel: '' }
/** In the list of types, for what is not decided; no code is called so. */
const UNDECIDED = 'undecided'

export function MapValues({ loaded, planning }: { loaded: Loaded; planning: boolean }) {
  const fields = VALUE_FIELDS.filter((field) => loaded.plan.words[field].list.length > 0)
  return (
    <>
      <StepButtons step="values" loaded={loaded} ready={!planning} />
      {fields.map((field) => (
        <ValuesOf key={field} field={field} loaded={loaded} />
      ))}
    </>
  )
}

/** px of one line with its list to choose from. */
const LINE = 49

/** Only the lines in sight are there: 400 lists to choose from took 1.9 s to draw. */
function ValuesOf({ field, loaded }: { field: ValueField; loaded: Loaded }) {
  const { t } = useTranslation('import')
  const { list, more } = loaded.plan.words[field]
  const box = useRef<HTMLDivElement>(null)
  // Nothing here is compiled by the React Compiler, which would skip this component.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useVirtualizer({
    count: list.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 6,
  })
  const shown = lines.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const below = lines.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <section className="card import-part">
      <h2>{t('valuesOf', { field: t(`field.${field}`), n: list.length + more })}</h2>
      <p className="muted">{t(field === 'category' ? 'categoryHint' : 'valuesHint')}</p>
      <div className="import-values" ref={box}>
        <table aria-rowcount={list.length + 1}>
          <thead>
            <tr>
              <th>{t('theirs')}</th>
              <th className="count">{t('rows')}</th>
              <th>{t('ours')}</th>
              {field === 'category' ? <th>{t('ownCategory')}</th> : <td />}
            </tr>
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden style={{ height: above }} />}
            {shown.map(({ index }) => {
              const { word, count } = list[index]!
              return (
                <tr key={word} aria-rowindex={index + 2}>
                  <th scope="row" title={word}>
                    {word}
                  </th>
                  <td className="count">{count.toLocaleString('en')}</td>
                  <td>
                    <CodeChoice field={field} word={word} loaded={loaded} />
                  </td>
                  <td>{field === 'category' && <OwnCategory word={word} loaded={loaded} />}</td>
                </tr>
              )
            })}
            {below > 0 && <tr aria-hidden style={{ height: below }} />}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="muted">{t('moreWords', { n: more })}</p>}
    </section>
  )
}

type RowProps = { readonly word: string; readonly loaded: Loaded }

function CodeChoice({ field, word, loaded }: RowProps & { field: ValueField }) {
  const { t } = useTranslation(['import', 'codes'])
  const { values } = loaded
  const codes = codesOf({ ...NO_WORDS, [field]: word }, values)
  const shown = field === 'requestKind' || field === 'channel' ? codes[field] : (codes.serviceType ?? UNDECIDED)
  const types = [...SERVICE_TYPES, UNDECIDED] as const
  const options: readonly { readonly value: string; readonly label: string }[] =
    field === 'requestKind'
      ? REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))
      : field === 'channel'
        ? CHANNELS.map((value) => ({ value, label: t(`codes:channel.${value}`) }))
        : types.map((value) => ({
            value,
            label: value === UNDECIDED ? t('undecided') : t(`codes:serviceType.${value}`),
          }))
  const choose = (code: string): void => {
    const type = code === UNDECIDED ? null : (code as ServiceType)
    const choice = field === 'category' ? { ...values.category?.[word], serviceType: type } : field === 'serviceType' ? type : code // prettier-ignore
    void change('values', loaded, { values: { ...values, [field]: { ...values[field], [word]: choice } } as ValueMap })
  }
  return (
    <Select
      aria-label={t('becomes', { word })}
      options={[...options]}
      value={shown}
      onChange={choose}
      popupMatchSelectWidth={false}
    />
  )
}

/** Planned again only when the field is left or Enter is pressed. */
function OwnCategory({ word, loaded }: RowProps) {
  const { t } = useTranslation('import')
  const { values } = loaded
  const known = values.category?.[word]?.category ?? ''
  const [own, setOwn] = useState(known)
  const done = (): void => {
    if (own.trim() === known) return
    const { category: _, ...rest } = values.category?.[word] ?? {}
    const choice = own.trim() === '' ? rest : { ...rest, category: own.trim() }
    void change('values', loaded, { values: { ...values, category: { ...values.category, [word]: choice } } })
  }
  return (
    <Input
      aria-label={t('ownCategoryOf', { word })}
      placeholder={word}
      autoComplete="off"
      spellCheck={false}
      maxLength={80}
      value={own}
      onChange={(event) => setOwn(event.target.value)}
      onBlur={done}
      onPressEnter={(event) => event.nativeEvent.isComposing || done()}
    />
  )
}
