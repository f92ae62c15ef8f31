/** 收文件: dropped or chosen, looked through step by step, and taken in one by one or all together. */
import { Button } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Received } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { HostCode } from '#core/host/host.ts'
import { canTake, ReceivedCard, type Looked } from './received-card.tsx'
import { BUNDLE_ENDING, fromFolder, fromPage, type Arrived } from './receive-files.ts'

type Reading = { readonly done: number; readonly of: number; readonly name: string }
type Note = { readonly kind: 'folder-failed'; readonly code: HostCode } | { readonly kind: 'none-there' }

type ReceiveCardProps = {
  readonly looked: readonly Looked[]
  readonly onLooked: (change: (before: readonly Looked[]) => readonly Looked[]) => void
}

export function ReceiveCard({ looked, onLooked }: ReceiveCardProps) {
  const { t } = useTranslation('exchange')
  const { desk, host } = useServices()
  const inBrowser = useSession((session) => session.edition === 'browser')
  const progress = useSession((session) => session.progress)
  const problemWords = useProblemWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState<Reading | null>(null)
  const [taking, setTaking] = useState(false)
  const [note, setNote] = useState<Note | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const running = useRef(0)
  // Whoever leaves the page has the rest looked at later: it lies where it lay.
  useEffect(() => () => void (running.current += 1), [])

  const receive = async (files: readonly Arrived[]): Promise<void> => {
    const mine = (running.current += 1)
    setNote(null)
    for (const [i, file] of files.entries()) {
      if (running.current !== mine) return
      setReading({ done: i + 1, of: files.length, name: file.name })
      const bytes = await file.read()
      const received = bytes.ok ? await desk.receiveFile(file.name, bytes.value) : notRead(file.name, bytes.error)
      onLooked((before) => [{ received, taken: null }, ...before.filter((one) => !isSame(one.received, received))])
    }
    if (running.current === mine) setReading(null)
  }
  const start = (files: readonly Arrived[]): void => {
    receive(files).catch((error: unknown) => setFailure(error ?? new Error('no reason given')))
  }
  const takeFolder = async (): Promise<void> => {
    const found = await fromFolder(host, t('in.chooseFolder'))
    if (!found.ok) return setNote({ kind: 'folder-failed', code: found.error })
    if (found.value === null) return
    if (found.value.length === 0) return setNote({ kind: 'none-there' })
    start(found.value)
  }
  const ready = looked.filter((one) => canTake(one) && !one.received.dryRun?.guard)
  const takeAll = async (): Promise<void> => {
    setTaking(true)
    try {
      const taken = await desk.takeInAll(ready.map(({ received }) => received.inbox))
      onLooked((before) =>
        before.map((one) => {
          const now = taken.find(({ inbox }) => inbox !== '' && inbox === one.received.inbox)
          if (!now) return one
          return now.step === 'saved' ? { received: now, taken: { received: now, counts: now.dryRun?.counts ?? null, released: [] } } : { ...one, received: now } // prettier-ignore
        }),
      )
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setTaking(false)
    }
  }
  useKeys([{ key: 'I', label: t('in.choose'), run: () => input.current?.click() }])
  if (failure !== null) throw failure
  const busy = reading !== null || taking
  return (
    <section className="card exchange-card" aria-labelledby="exchange-in">
      <h2 id="exchange-in">{t('in.title')}</h2>
      <div
        className={`exchange-drop${over ? ' over' : ''}`}
        onDragOver={(event: DragEvent) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          setOver(false)
          if (!busy) start(fromPage(event.dataTransfer.files))
        }}
      >
        <Button size="large" disabled={busy} onClick={() => input.current?.click()}>
          {t('in.choose')}
          <Kbd keys="I" />
        </Button>
        {!inBrowser && (
          <Button size="large" disabled={busy} onClick={() => void takeFolder()}>
            {t('in.folder')}
          </Button>
        )}
        <span>
          <span className="muted">{t('in.drop')}</span>
          <br />
          <span className="small muted">{t('in.ending')}</span>
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={BUNDLE_ENDING.slice(4)}
          aria-label={t('in.choose')}
          onChange={({ target }) => {
            start(fromPage(target.files ?? []))
            // The same file may be chosen again.
            target.value = ''
          }}
        />
      </div>
      <div aria-live="polite">
        {reading && (
          <p className="row">
            <span className="muted">{t('in.reading', reading)}</span>
            {reading.of > 1 && (
              <Button
                size="small"
                onClick={() => {
                  running.current += 1
                  setReading(null)
                }}
              >
                {t('in.stop')}
              </Button>
            )}
          </p>
        )}
        {taking && (
          <p className="muted">
            {t('in.taking')} {progress && `${progress.done.toLocaleString('en')} / ${progress.of.toLocaleString('en')}`}
          </p>
        )}
        {note?.kind === 'none-there' && <p className="warn">{t('in.noneThere')}</p>}
        {note?.kind === 'folder-failed' && (
          <p className="problem">{t('in.folderFailed', { why: problemWords(note.code).what })}</p>
        )}
      </div>
      {looked.length > 1 && (
        <div className="row exchange-many">
          {ready.length > 1 && (
            <Button type="primary" disabled={busy} onClick={() => void takeAll()}>
              {t('in.takeAll', { n: ready.length })}
            </Button>
          )}
          <Button disabled={busy} onClick={() => onLooked(() => [])}>
            {t('in.clear')}
          </Button>
        </div>
      )}
      {looked.map((one) => (
        <ReceivedCard
          key={one.received.inbox || one.received.name}
          looked={one}
          isOnly={looked.length === 1}
          onChange={(next) =>
            onLooked((before) => before.flatMap((old) => (isSame(old.received, one.received) ? (next ?? []) : old)))
          }
        />
      ))}
    </section>
  )
}

const isSame = (a: Received, b: Received): boolean => a.inbox === b.inbox && (a.inbox !== '' || a.name === b.name)

const notRead = (name: string, stop: HostCode): Received => ({
  inbox: '',
  name,
  bytes: 0,
  box: '',
  step: '',
  stop,
  from: null,
  bundle: '',
  profile: null,
  at: '',
  part: null,
  dryRun: null,
  known: false,
})
