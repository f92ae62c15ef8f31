/** 往来公文: orders, answers, transfers; what waits for us first. E answers the chosen one, Enter opens it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterLine } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { takeTransfer } from '#app/session/transfer-start.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { LetterPage } from './letter-page.tsx'
import { LetterState, useKindWords } from './letter-words.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { TransferDrawer } from './transfer-drawer.tsx'
import './letters.css'

const LISTS = ['to-do', 'open', 'all'] as const
const PAGE = 100

/** `letter`: one of them is read. */
export function LettersTab({ letter }: { readonly letter?: string }) {
  const [said, setSaid] = useState('')
  const { t } = useTranslation('letters')
  const saved = <div role="status" className={said === '' ? undefined : 'done'}>{said}</div> // prettier-ignore
  if (letter !== undefined)
    return (
      <>
        {saved}
        <LetterPage id={letter} onSaved={() => setSaid(t('saved'))} />
      </>
    )
  return <LetterList said={saved} onSaid={setSaid} />
}

type LetterListProps = { readonly said: React.ReactNode; readonly onSaid: (words: string) => void }

function LetterList({ said, onSaid }: LetterListProps) {
  const { t } = useTranslation('letters')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const moments = useMomentWords(useNow())
  const kindOf = useKindWords()
  const [list, setList] = useState<(typeof LISTS)[number]>('open')
  const [count, setCount] = useState(PAGE)
  const [at, setAt] = useState(0)
  // Asked for on a case page: once.
  const [asked] = useState(takeTransfer)
  const [form, setForm] = useState<'order' | 'transfer' | null>(asked.length > 0 ? 'transfer' : null)
  const page = useAnswer(() => desk.letters({ list, offset: 0, count }), [desk, list, count, revision])
  const stations = useAnswer(() => desk.stationChoices(), [desk, revision])
  const upper = useAnswer(async () => ({ one: await desk.upperOffice() }), [desk, revision])
  const rows = page?.rows ?? []
  const here = Math.min(at, rows.length - 1)
  const open = (index: number): void => {
    const row = rows[index]
    if (row) go({ screen: 'exchange', id: row.id })
  }
  useRowKeys({ at: here, total: rows.length, onSelect: setAt, onOpen: open, openLabel: t('open'), page: 10 })
  const canOrder = (stations?.length ?? 0) > 0
  return (
    <>
      <div className="row letters-head">
        <Chips
          value={list}
          options={LISTS.map((value) => ({
            value,
            label: value === 'to-do' && page ? `${t(`list.${value}`)} ${page.toDo}` : t(`list.${value}`),
          }))}
          onChange={(next) => {
            setList(next)
            setAt(0)
          }}
        />
        {page && <span className="muted small">{t('shown', { total: page.total })}</span>}
        <span className="push" />
        {canOrder && <Button onClick={() => setForm('order')}>{t('writeOrder')}</Button>}
        {upper?.one && <Button onClick={() => setForm('transfer')}>{t('writeTransfer')}</Button>}
      </div>
      {said}
      {!page && <p className="muted">{t('loading')}</p>}
      {page && rows.length === 0 && (
        <div className="card">
          <EmptyState
            title={t(list === 'to-do' ? 'noneToDo' : 'none')}
            text={t(list === 'to-do' ? 'noneToDoText' : 'noneText')}
          />
        </div>
      )}
      {rows.length > 0 && (
        <table className="card letters-table" aria-label={t('title')}>
          <thead>
            <tr>
              {(['state', 'kind', 'peer', 'about', 'words', 'due'] as const).map((name) => (
                <th scope="col" key={name}>
                  {t(`column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={row.id}
                className={i === here ? 'selected' : ''}
                aria-current={i === here}
                onClick={() => setAt(i)}
                onDoubleClick={() => open(i)}
              >
                <td>
                  <LetterState line={row} />
                </td>
                <td>
                  <a href={pathOf({ screen: 'exchange', id: row.id })}>{kindOf(row.kind)}</a>
                  <div className="muted small">
                    {t(`direction.${row.direction}`)} · {moments.at(row.at)}
                  </div>
                </td>
                <td>{row.peerName}</td>
                <td>{aboutOf(row, t('general'))}</td>
                <td>
                  <div className="one-line">{row.words}</div>
                </td>
                <td className={row.late ? 'bad' : ''}>{row.dueAt ? moments.limit(row.dueAt) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page && rows.length < page.total && <Button onClick={() => setCount(count + PAGE)}>{t('more')}</Button>}
      {form === 'order' && stations && (
        <OrderDrawer
          stations={stations}
          onSaved={() => {
            setForm(null)
            onSaid(t('saved'))
          }}
          onLeave={() => setForm(null)}
        />
      )}
      {form === 'transfer' && upper?.one && (
        <TransferDrawer
          upper={upper.one}
          cases={asked}
          onSaved={(written) => {
            setForm(null)
            onSaid(written > 1 ? t('savedMany', { count: written }) : t('saved'))
          }}
          onLeave={() => setForm(null)}
        />
      )}
    </>
  )
}

const aboutOf = (row: LetterLine, general: string) =>
  row.isHere ? <a href={pathOf({ screen: 'case', id: row.case })}>{row.number}</a> : row.number || general
