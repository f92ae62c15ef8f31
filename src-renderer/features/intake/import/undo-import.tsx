/** 撤销导入: first the numbers, then a confirmation that cannot be given by habit, then what came of it. */
import { Button, Input } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#core/lib/result.ts'
import type { UndoCode, UndoResult } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { RunProblem } from './run-problem.tsx'

/** From here on the number is typed: a mass change is never one click. */
const TYPED_FROM = 51

export function UndoImport({ id, file, onClose }: { id: string; file: string; onClose: () => void }) {
  const { t } = useTranslation('import')
  const { desk } = useServices()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [working, setWorking] = useState(false)
  const [done, setDone] = useState<Result<UndoResult, UndoCode> | null>(null)
  const revision = useSession((session) => session.revision)
  // While it works the numbers fall; what a person agreed to stays on screen.
  const preview = useAnswer(() => desk.previewUndo(id), [id, working || done?.ok ? 0 : revision])
  const progress = useSession((session) => session.progress)
  useEffect(() => dialog.current?.showModal(), [])
  const mustType = (preview?.erase ?? 0) >= TYPED_FROM
  const agreed = preview !== null && preview.erase > 0 && (!mustType || typed.trim() === String(preview.erase))
  const undo = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!agreed || working) return
    setWorking(true)
    setDone(await desk.undoImport(id, preview.erase))
    setWorking(false)
  }
  return (
    <dialog
      ref={dialog}
      className="card import-undo"
      aria-labelledby="import-undo-title"
      onCancel={(event) => working && event.preventDefault()}
      onClose={onClose}
    >
      <h1 id="import-undo-title">{t('undo.title', { file })}</h1>
      {done?.ok && (
        <div role="status">
          <p>{t('undo.done', { n: done.value.erased.toLocaleString('en') })}</p>
          {done.value.kept > 0 && <p>{t('undo.doneKept', { n: done.value.kept.toLocaleString('en') })}</p>}
          <p className={done.value.scrubbed ? 'muted' : 'warn'}>
            {t(done.value.scrubbed ? 'undo.scrubbed' : 'undo.toScrub')}
          </p>
          <p className="muted">{t('undo.backups')}</p>
          <div className="row form-buttons">
            <Button type="primary" autoFocus onClick={() => dialog.current?.close()}>
              {t('undo.close')}
            </Button>
          </div>
        </div>
      )}
      {!done?.ok && preview && (
        <form autoComplete="off" noValidate onSubmit={(event) => void undo(event)}>
          {done?.ok === false &&
            (done.error.kind === 'count-changed' ? (
              <p className="problem" role="alert">
                {t('undo.changed')}
              </p>
            ) : (
              <RunProblem problem={done.error} />
            ))}
          <dl className="import-numbers">
            <div>
              <dt className="muted">{t('undo.erase')}</dt>
              <dd>{preview.erase.toLocaleString('en')}</dd>
            </div>
            <div>
              <dt className="muted">{t('undo.keep')}</dt>
              <dd>{preview.keep.toLocaleString('en')}</dd>
            </div>
          </dl>
          {preview.keep > 0 && (
            <>
              <p>{t('undo.keepWhy')}</p>
              <ul className="import-refused">
                {preview.kept.map((one) => (
                  <li key={one.id}>
                    <b>{one.number}</b> {one.title}
                  </li>
                ))}
              </ul>
              {preview.keep > preview.kept.length && (
                <p className="muted">{t('undo.keepMore', { n: preview.keep - preview.kept.length })}</p>
              )}
            </>
          )}
          <p>{t(preview.erase > 0 ? 'undo.what' : 'undo.nothing')}</p>
          {preview.erase > 0 && <p className="muted">{t('undo.backups')}</p>}
          {mustType && (
            <Field label={t('undo.type', { n: preview.erase })}>
              {(bind) => (
                <Input
                  {...bind}
                  autoComplete="off"
                  inputMode="numeric"
                  autoFocus
                  disabled={working}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value.replaceAll(/[^\d]/g, ''))}
                />
              )}
            </Field>
          )}
          {working && progress && (
            <p role="status" className="muted">
              {t('doneOf', { done: progress.done.toLocaleString('en'), of: progress.of.toLocaleString('en') })}
            </p>
          )}
          <div className="row form-buttons">
            {preview.erase > 0 && (
              <Button danger type="primary" htmlType="submit" disabled={!agreed} loading={working}>
                {t('undo.run', { n: preview.erase.toLocaleString('en') })}
              </Button>
            )}
            <Button disabled={working} onClick={() => dialog.current?.close()}>
              {t('undo.leave')}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  )
}
