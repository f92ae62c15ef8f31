/** A whole folder of files: one line each, and the card of whichever is asked for. 200 cards and those of 200 houses took 150 MB of the window's memory. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byteWords } from './byte-words.ts'
import type { Looked } from './received-card.tsx'

type ReceivedLinesProps = {
  /** Nobody has to decide anything about these: ready, taken in, or known. */
  readonly looked: readonly Looked[]
  readonly card: (one: Looked) => React.JSX.Element
}

export function ReceivedLines({ looked, card }: ReceivedLinesProps) {
  const { t } = useTranslation('exchange')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const n = (count: number): string => count.toLocaleString('en')
  const words = ({ received, taken }: Looked): string => {
    if (taken?.counts) return t('done.words', { fresh: n(taken.counts.fresh), known: n(taken.counts.known) })
    if (taken) return t('sheet.taken')
    return received.known ? t('done.known') : `${t('sheet.fresh')} ${n(received.dryRun?.counts.fresh ?? 0)}`
  }
  return (
    <ul className="exchange-lines">
      {looked.map((one) => {
        const { inbox, name, bytes, from } = one.received
        const key = inbox || name
        if (opened.has(key)) return <li key={key}>{card(one)}</li>
        return (
          <li key={key} className="row">
            <button type="button" className="plain" translate="no" onClick={() => setOpened(new Set([...opened, key]))}>
              {name}
            </button>
            <span className="small muted">
              {byteWords(bytes)}
              {from && ` · ${t(from.known ? 'in.from' : 'in.unknownFrom', { name: from.name })}`}
            </span>
            <span className={one.taken || one.received.known ? 'done push' : 'push'}>{words(one)}</span>
          </li>
        )
      })}
    </ul>
  )
}
