/**
 * Cases one below the other: tile, matter, and the columns that were chosen. However many there are, only the rows on the
 * screen are drawn, and the scrollbar spans them all. Keys: see case-rows-keys.ts.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Moment } from '#core/lib/time.ts'
import { CASE_COLUMNS, widthOf, type CaseColumnName, type CaseRowData } from './case-rows-columns.tsx'
import type { RowWindow } from './case-rows-window.ts'
import { Kbd } from './kbd.tsx'
import { useRowWords, type RowWords } from './row-words.ts'
import { TypeLetter } from './service-type-tile.tsx'
import './case-rows.css'

/** Drawn beyond either edge: no white while the wheel turns. */
const OVERSCAN = 8
/** Until the first measurement; at 15 px of print, in a window of 1366. */
const USUAL = { row: 62, head: 36, width: 1150 }

export type RowNote = { readonly words: string; readonly alarming: boolean }

type CaseRowsProps<R extends CaseRowData> = {
  readonly label: string
  readonly list: RowWindow<R>
  readonly columns: readonly CaseColumnName[]
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly now: Moment
  /** Address of a case: the title is a link. */
  readonly hrefOf: (id: string) => string
  /** The button at the end of a row. */
  readonly actionOf: (row: R) => string
  readonly onAction: (index: number) => void
  /** Why the row stands here: in front of the second line. */
  readonly noteOf?: (row: R) => RowNote | null
  /** How many rows fit, for PageUp and PageDown. */
  readonly onFit?: (rows: number) => void
  /** Where the list stood when it was left, in pixels. */
  readonly top?: number
  readonly onLeave?: (top: number) => void
}

export function CaseRows<R extends CaseRowData>({
  label,
  list,
  columns,
  selected,
  onSelect,
  now,
  hrefOf,
  actionOf,
  onAction,
  noteOf,
  onFit,
  top = 0,
  onLeave,
}: CaseRowsProps<R>) {
  const words = useRowWords(now)
  const t = words.cases
  const scroller = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLElement>(null)
  const size = useRowSize(probe)
  const held = useSyncExternalStore(list.subscribe, list.held)
  const total = held?.total ?? 0
  // Nothing here is compiled by the React Compiler, which would skip this component.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => size.row, [size.row]),
    overscan: OVERSCAN,
    paddingStart: size.head,
    scrollPaddingStart: size.head,
    initialOffset: top,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = list
  useEffect(() => show(first, last), [show, first, last])
  useLayoutEffect(() => virtual.measure(), [virtual, size.row])
  useEffect(() => {
    if (selected < total) virtual.scrollToIndex(selected, { align: 'auto' })
  }, [virtual, selected, total, size.row])

  const fit = Math.max(1, Math.floor(((virtual.scrollRect?.height ?? 0) - size.head) / size.row))
  useEffect(() => onFit?.(fit), [onFit, fit])
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => () => leave.current?.(virtual.scrollOffset ?? 0), [virtual])

  // The same two functions for all rows, for as long as the list stands: a row is drawn again only when it changed.
  const calls = useRef({ onSelect, onAction })
  useEffect(() => {
    calls.current = { onSelect, onAction }
  })
  const select = useCallback((index: number) => calls.current.onSelect(index), [])
  const act = useCallback((index: number) => calls.current.onAction(index), [])

  const wide = columns.reduce((sum, name) => sum + widthOf(name, 1), 0)
  const scale = size.row / USUAL.row
  const room = (virtual.scrollRect?.width ?? 0) / (USUAL.width * scale)
  const px = (width: number): { width: number } => ({ width: Math.round(width * scale) })
  return (
    <div className="case-rows-frame card" ref={scroller}>
      <i className="case-rows-probe" ref={probe} aria-hidden="true" />
      <table
        className="case-rows"
        aria-label={label}
        aria-rowcount={total + 1}
        style={{ minWidth: Math.round((wide + 438) * scale) }}
      >
        <colgroup>
          <col style={px(54)} />
          <col />
          {columns.map((name) => (
            <col key={name} style={px(widthOf(name, room))} />
          ))}
          <col style={px(120)} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: size.head }}>
            <th scope="col">
              <span className="spoken-only">{t('serviceType')}</span>
            </th>
            <th scope="col">{t('column.request')}</th>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col">
              <span className="spoken-only">{t('column.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Gap height={(items[0]?.start ?? size.head) - size.head} />
          {items.map(({ index }) => {
            const row = held?.rows[index - held.from]
            const note = row ? (noteOf?.(row) ?? null) : null
            return (
              <CaseRowLine
                key={index}
                index={index}
                height={size.row}
                row={row}
                columns={columns}
                selected={index === selected}
                words={words}
                href={row ? hrefOf(row.id) : ''}
                action={row ? actionOf(row) : ''}
                note={note?.words ?? ''}
                alarming={note?.alarming ?? false}
                onSelect={select}
                onAction={act}
              />
            )
          })}
          <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? virtual.getTotalSize())} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td />
    </tr>
  )
}

type LineProps = {
  readonly index: number
  readonly height: number
  readonly row: CaseRowData | undefined
  readonly columns: readonly CaseColumnName[]
  readonly selected: boolean
  readonly words: RowWords
  readonly href: string
  readonly action: string
  readonly note: string
  readonly alarming: boolean
  readonly onSelect: (index: number) => void
  readonly onAction: (index: number) => void
}

const CaseRowLine = memo(function CaseRowLine(props: LineProps) {
  const { index, height, row, columns, selected, words, href, action, note, alarming, onSelect, onAction } = props
  const line = {
    'aria-rowindex': index + 2,
    'aria-current': selected,
    className: selected ? 'selected' : '',
    style: { height },
    onClick: () => onSelect(index),
  }
  if (!row)
    return (
      <tr {...line}>
        <td />
        <td className="muted" colSpan={columns.length + 2}>
          {words.cases('loading')}
        </td>
      </tr>
    )
  return (
    <tr {...line}>
      <td>
        <TypeLetter type={row.serviceType} codes={words.codes} />
      </td>
      <td>
        <a className="one-line" href={href} title={titleOf(row, words)}>
          {titleOf(row, words)}
        </a>
        <div className="one-line muted small">
          {note !== '' && <span className={alarming ? 'bad' : ''}>{note}</span>}
          {secondLine(row, columns, note !== '', words)}
        </div>
      </td>
      {columns.map((name) => (
        <td key={name}>{CASE_COLUMNS[name].cell(row, words)}</td>
      ))}
      <td className="act">
        {/* No antd here: mounting its button costs more than all the rest of the row. */}
        <button
          type="button"
          className="row-button"
          tabIndex={-1}
          aria-label={`${action} ${row.number}`}
          onClick={(event) => {
            event.stopPropagation()
            onAction(index)
          }}
        >
          {action}
          {selected && <Kbd keys="↵" />}
        </button>
      </td>
    </tr>
  )
})

/** At an upper office there is no title: what kind of matter it is, or at least its number. */
function titleOf(row: CaseRowData, { cases, language }: RowWords): string {
  if (row.title !== '' || row.station === undefined) return row.title
  if (!row.leaf) return row.category || cases('uncategorised')
  return language === 'en' ? row.leaf.en : row.leaf.zh
}

/** What has no column of its own. With a reason in front only who and where: the rest is on the page. */
function secondLine(row: CaseRowData, columns: readonly CaseColumnName[], noted: boolean, words: RowWords): ReactNode {
  const { cases, codes } = words
  const has = (name: CaseColumnName): boolean => columns.includes(name)
  const parts = [
    (!noted || row.title === '') && !has('number') && row.number,
    row.station !== undefined && !has('station') && row.station,
    !noted && !has('kind') && codes(`requestKind.${row.requestKind}`),
    !has('requester') && (row.requester || (row.requestKind === 'report' ? cases('confidential') : '')),
    !has('place') && row.place,
  ].filter(Boolean)
  return (
    <>
      {!noted && row.urgency === 'danger' && <span className="bad">{codes('urgency.danger')} · </span>}
      {noted && parts.length > 0 && ' · '}
      {row.disputed && <span className="warn">{cases('disputed')} · </span>}
      {row.duty !== 'none' && <span className="warn">{cases(`duty.${row.duty}`)} · </span>}
      {row.reopened && <span>{cases('reopened')} · </span>}
      {row.joined !== '' && <span>{cases(row.joined.includes('topic:') ? 'inTopic' : 'isRepeat')} · </span>}
      {parts.join(' · ')}
    </>
  )
}

/** Heights in whole pixels, as large as the print asks for: 4.1 and 2.4 lines of it. */
function useRowSize(probe: React.RefObject<HTMLElement | null>): { readonly row: number; readonly head: number } {
  const [size, setSize] = useState<{ readonly row: number; readonly head: number }>(USUAL)
  useLayoutEffect(() => {
    const element = probe.current
    if (!element) return
    const measure = (): void => {
      const print = Number.parseFloat(getComputedStyle(element).fontSize)
      setSize({ row: Math.round(print * 4.1), head: Math.round(print * 2.4) })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [probe])
  return size
}
