/** 收文件: dropped or chosen, looked through step by step, and taken in one by one or all together. */
import { Button } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeftOut, Received } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { HostCode } from '#core/host/host.ts'
import { LeftOutLines } from './left-out-lines.tsx'
import { canTake, ReceivedCard, type Looked } from './received-card.tsx'
import { ReceivedLines } from './received-lines.tsx'
import { BUNDLE_ENDING, fromFolder, fromPage, type Arrived } from './receive-files.ts'

/** So many files are shown one by one, more of them ten at a time: all that stands on the page is asked anew with each. */
const ONE_BY_ONE = 10

/** From so many files on only those have a card of their own about which a person has to decide. */
const MANY = 24
const wantsEyes = (one: Looked): boolean =>
  one.taken
    ? (one.taken.counts?.conflicts ?? 0) + (one.taken.counts?.held ?? 0) > 0
    : !one.received.known && (!canTake(one) || one.received.dryRun?.guard === true)

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
  const section = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState<Reading | null>(null)
  const [taking, setTaking] = useState(false)
  const [note, setNote] = useState<Note | null>(null)
  const [left, setLeft] = useState<readonly LeftOut[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const running = useRef(0)
  const hasLooked = looked.length > 0
  // What was found stands below the houses: it would be out of sight.
  useEffect(() => {
    if (hasLooked) section.current?.scrollIntoView({ block: 'start' })
  }, [hasLooked])
  // Whoever leaves the page has the rest looked at later: it lies where it lay.
  useEffect(() => () => void (running.current += 1), [])

  const receive = async (files: readonly Arrived[]): Promise<void> => {
    const mine = (running.current += 1)
    setNote(null)
    let read: readonly Looked[] = []
    const show = (): void => {
      const some = read
      read = []
      if (some.length === 0) return
      onLooked((before) => [
        ...some,
        ...before.filter((one) => !some.some(({ received }) => isSame(one.received, received))),
      ])
    }
    try {
      for (const [i, file] of files.entries()) {
        if (running.current !== mine) return
        setReading({ done: i + 1, of: files.length, name: file.name })
        const bytes = await file.read()
        const received = bytes.ok ? await desk.receiveFile(file.name, bytes.value) : notRead(file.name, bytes.error)
        read = [{ received, taken: null }, ...read.filter((one) => !isSame(one.received, received))]
        if (i < ONE_BY_ONE || read.length >= ONE_BY_ONE) show()
      }
    } finally {
      show()
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
  // Of a run that was stopped in the middle, by a lock or with the program.
  const rest = useAnswer(() => desk.unfinishedImport(), [desk, taking])
  const takeAll = async (inboxes: readonly string[]): Promise<void> => {
    setTaking(true)
    setLeft([])
    try {
      const { files, left: stopped } = await desk.takeInAll(inboxes)
      setLeft(stopped)
      onLooked((before) =>
        [...unseen(files, before), ...before].map((one) => {
          const now = files.find(({ inbox }) => inbox !== '' && inbox === one.received.inbox)
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
  const isMany = looked.length > MANY
  const card = (one: Looked) => (
    <ReceivedCard
      key={one.received.inbox || one.received.name}
      looked={one}
      isOnly={looked.length === 1}
      onChange={(next) =>
        onLooked((before) => before.flatMap((old) => (isSame(old.received, one.received) ? (next ?? []) : old)))
      }
    />
  )
  return (
    <section ref={section} className="card exchange-card" aria-labelledby="exchange-in">
      <h2 id="exchange-in">{t('in.title')}</h2>
      {!taking && rest && rest.length > 0 && (
        <p className="row" role="status">
          <span>{t('in.rest', { n: rest.length })}</span>
          <Button type="primary" disabled={busy} onClick={() => void takeAll(rest)}>
            {t('in.goOn')}
          </Button>
        </p>
      )}
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
        <LeftOutLines left={left} />
        {note?.kind === 'none-there' && <p className="warn">{t('in.noneThere')}</p>}
        {note?.kind === 'folder-failed' && (
          <p className="problem">{t('in.folderFailed', { why: problemWords(note.code).what })}</p>
        )}
      </div>
      {looked.length > 1 && (
        <div className="row exchange-many">
          {ready.length > 1 && (
            <Button
              type="primary"
              disabled={busy}
              onClick={() => void takeAll(ready.map(({ received }) => received.inbox))}
            >
              {t('in.takeAll', { n: ready.length })}
            </Button>
          )}
          <Button disabled={busy} onClick={() => onLooked(() => [])}>
            {t('in.clear')}
          </Button>
        </div>
      )}
      {(isMany ? looked.filter(wantsEyes) : looked).map(card)}
      {isMany && <ReceivedLines looked={looked.filter((one) => !wantsEyes(one))} card={card} />}
    </section>
  )
}

/** Taken in without having been looked at on this page. */
const unseen = (files: readonly Received[], shown: readonly Looked[]): readonly Looked[] =>
  files
    .filter((received) => !shown.some((one) => isSame(one.received, received)))
    .map((received) => ({ received, taken: null }))

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
