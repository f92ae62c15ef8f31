/** What the lists of 整改, 督办 and 缺位越位 share: head, what was said, the table with its chosen row, the foot, the drawer. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { ExportMenu, ExportSaid, type Export } from '#app/ui/export-menu.tsx'
import { PageFoot } from './page-foot.tsx'
import type { Pages } from './use-pages.ts'

type ListFrameProps<T> = {
  readonly label: string
  /** One a column. */
  readonly heads: readonly string[]
  /** The last column holds what can be done, and has no title. */
  readonly acts?: boolean
  readonly pages: Pages<T> | null
  readonly at: number
  readonly onSelect: (at: number) => void
  readonly keyOf: (row: T) => string
  /** `<td>`s of a row. */
  readonly renderRow: (row: T, isHere: boolean) => ReactNode
  readonly empty: { readonly title: string; readonly text: string }
  readonly sheet: Export<'list'>
  readonly drawer: { readonly said: ReactNode; readonly shown: ReactNode }
  /** Beside the export: which list it is. */
  readonly tools?: ReactNode
}

export function ListFrame<T>(props: ListFrameProps<T>) {
  const { label, heads, acts = false, pages, at, onSelect, keyOf, renderRow, empty, sheet, drawer, tools } = props
  const { t } = useTranslation('supervision')
  const { host } = useServices()
  const rows = pages?.rows ?? []
  const here = Math.min(at, rows.length - 1)
  return (
    <>
      <div className="row supervision-head">
        {tools}
        <ExportMenu out={sheet} disabled={rows.length === 0} kinds={[{ kind: 'list', words: '' }]} />
      </div>
      <ExportSaid out={sheet} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      {drawer.said}
      {!pages && <p className="muted">{t('looking')}</p>}
      {rows.length > 0 && (
        <table className="card supervision-table" aria-label={label}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {acts && (
                <th scope="col">
                  <span className="spoken-only">{t('act')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={keyOf(row)}
                className={i === here ? 'selected' : ''}
                aria-current={i === here}
                onClick={() => onSelect(i)}
              >
                {renderRow(row, i === here)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages && <PageFoot pages={pages} empty={empty} />}
      {drawer.shown}
    </>
  )
}
