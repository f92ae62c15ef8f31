/**
 * 导出: any list as .xlsx or .csv. A long one shows how far it is and can be stopped; where the file lies is said under the
 * page's head, with 打开文件夹. A page uses the three together:
 *
 *   const out = useExport({ name, make, save: host.saveFile, clock })
 *   <ExportMenu out={out} disabled={…} />   in the head
 *   <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />   under it
 */
import { Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { SavedFile } from './saved-file.tsx'

export type SheetFormat = 'xlsx' | 'csv'
export type ExportWatch = {
  /** How far it is; answers whether to go on. */
  readonly tell: (done: number, of: number) => boolean
}
export type Made = { readonly bytes: Uint8Array; readonly count: number }

type ExportPlan<K extends string> = {
  /** Of the file, without its ending. */
  readonly name: string
  /** Null when it was stopped. `kind`: which of the menu's kinds was chosen. */
  readonly make: (format: SheetFormat, watch: ExportWatch, kind: K) => Promise<Made | null>
  readonly save: (name: string, bytes: Uint8Array) => Promise<Result<string, HostCode>>
  /** Milliseconds, for the estimate. */
  readonly clock: () => number
}

type Far = { readonly done: number; readonly of: number; readonly since: number; readonly at: number }
export type Export<K extends string> = {
  readonly far: Far | null
  readonly saved: { readonly file: Result<string, HostCode>; readonly count: number } | null
  readonly start: (format: SheetFormat, kind: K) => void
  readonly stop: () => void
  /** Takes the sentence away: the list is another one now. */
  readonly forget: () => void
}

export function useExport<K extends string>({ name, make, save, clock }: ExportPlan<K>): Export<K> {
  const [far, setFar] = useState<Far | null>(null)
  const [saved, setSaved] = useState<Export<K>['saved']>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const running = useRef(0)
  // Whoever leaves the page wants no file any more.
  useEffect(() => () => void (running.current += 1), [])

  const start = async (format: SheetFormat, kind: K): Promise<void> => {
    const mine = (running.current += 1)
    const since = clock()
    const isMine = (): boolean => running.current === mine
    setSaved(null)
    setFar({ done: 0, of: 0, since, at: since })
    const tell = (done: number, of: number): boolean => {
      if (isMine()) setFar({ done, of, since, at: clock() })
      return isMine()
    }
    try {
      const made = await make(format, { tell }, kind)
      if (!made || !isMine()) return
      const file = await save(`${name}.${format}`, made.bytes)
      if (isMine()) setSaved({ file, count: made.count })
    } catch (error) {
      // Locked or left meanwhile: whoever is gone needs no file.
      if (isMine()) setFailure(error ?? new Error('no reason given'))
    } finally {
      if (isMine()) setFar(null)
    }
  }
  if (failure !== null) throw failure
  return {
    far,
    saved,
    start: (format, kind) => void start(format, kind),
    stop: () => {
      running.current += 1
      setFar(null)
    },
    forget: () => setSaved(null),
  }
}

type ExportMenuProps<K extends string> = {
  readonly out: Export<K>
  readonly disabled: boolean
  /** What may be in the file, with its words; one without words when there is nothing to choose. */
  readonly kinds: readonly { readonly kind: K; readonly words: string }[]
}

const FORMATS: readonly SheetFormat[] = ['xlsx', 'csv']
/** Below this the estimate would only flicker. */
const ESTIMATE_FROM_MS = 1_000

export function ExportMenu<K extends string>({ out, disabled, kinds }: ExportMenuProps<K>) {
  const { t } = useTranslation('cases')
  if (out.far) return <Running far={out.far} onStop={out.stop} />
  return (
    <Dropdown
      trigger={['click']}
      disabled={disabled}
      menu={{
        items: kinds.flatMap(({ kind, words }) =>
          FORMATS.map((format) => ({
            key: `${format} ${kind}`,
            label: [words, t(`export.${format}`)].filter(Boolean).join(' · '),
          })),
        ),
        onClick: ({ key }) => {
          const [format, kind] = key.split(' ') as [SheetFormat, K]
          out.start(format, kind)
        },
      }}
    >
      <Button>{t('export.button')} ▾</Button>
    </Dropdown>
  )
}

function Running({ far: { done, of, since, at }, onStop }: { far: Far; onStop: () => void }) {
  const { t } = useTranslation('cases')
  const spent = at - since
  const left = done > 0 && spent > ESTIMATE_FROM_MS ? Math.ceil(((of - done) * spent) / done / 1000) : null
  return (
    <span className="row" role="status">
      <span className="muted">
        {of === 0
          ? t('export.begun')
          : done < of
            ? t('export.far', { done: done.toLocaleString('en'), of: of.toLocaleString('en') })
            : t('export.writing')}
        {left !== null && left > 0 && ` · ${t('export.left', { n: left })}`}
      </span>
      <Button onClick={onStop}>{t('export.stop')}</Button>
    </span>
  )
}

type ExportSaidProps<K extends string> = {
  readonly out: Export<K>
  readonly onReveal: (path: string) => Promise<Result<null, HostCode>>
  /** 已导出 40 件 */
  readonly said: (count: number) => string
}

export function ExportSaid<K extends string>({ out, onReveal, said }: ExportSaidProps<K>) {
  return (
    <div aria-live="polite" className="export-said">
      {out.saved && (
        <SavedFile saved={out.saved.file} onReveal={onReveal}>
          {said(out.saved.count)}
        </SavedFile>
      )}
    </div>
  )
}
