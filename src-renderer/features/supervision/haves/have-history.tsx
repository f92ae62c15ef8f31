/** 历次检查: every look is a record of its own; one that was a mistake is taken back and stays to be read. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HaveCheckShown, HaveView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { TAKE_BACK_CHECK, type TakeBackCheck } from '#core/follow-up/check-have.ts'
import { keepPhotos } from './keep-photos.ts'
import type { HaveSlots } from './slots.ts'
import { StateTile } from './state-tile.tsx'
import { Trouble } from './trouble.tsx'

type HaveHistoryProps = {
  readonly view: HaveView
  readonly Photos: HaveSlots['Photos']
  readonly onSaid: (words: string) => void
}

export function HaveHistory({ view, Photos, onSaid }: HaveHistoryProps) {
  const { t } = useTranslation('haves')
  const { desk } = useServices()
  const [back, setBack] = useState<string | null>(null)
  if (view.history.length === 0) return null
  return (
    <section className="card have-history" aria-labelledby="have-history">
      <h2 id="have-history">{t('page.history')}</h2>
      <ol>
        {view.history.map((check) => (
          <li key={check.id} className={check.takenBack === undefined ? '' : 'gone'}>
            <StateTile state={check.overall} />
            <Check check={check} Photos={Photos} onSaid={onSaid} />
            {check.takenBack === undefined && (
              <Button size="small" onClick={() => setBack(check.id)}>
                {t('page.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {view.row.cells.find((cell) => cell.have === view.have)!.differs && <p className="warn">{t('page.same')}</p>}
      {back !== null && (
        <FormDrawer
          title={t('takeBack.title')}
          saveLabel={t('takeBack.save')}
          spec={takeBackForm}
          context={back}
          save={(typed) => desk.run({ name: 'take-back-check', input: typed as TakeBackCheck })}
          onSaved={() => setBack(null)}
          onLeave={() => setBack(null)}
        />
      )}
    </section>
  )
}

const takeBackForm: FormSpec<string> = {
  schema: TAKE_BACK_CHECK,
  start: (check) => ({ check, reason: '' }) satisfies TakeBackCheck,
  Fields: TakeBackFields,
}

function TakeBackFields() {
  const { t } = useTranslation('haves')
  return <WordsField<TakeBackCheck> name="reason" label={t('takeBack.reason')} max={200} />
}

type CheckProps = { readonly check: HaveCheckShown } & Pick<HaveHistoryProps, 'Photos' | 'onSaid'>

function Check({ check, Photos, onSaid }: CheckProps) {
  const { t } = useTranslation('haves')
  const { desk } = useServices()
  const input = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    setTrouble(null)
    const { photos, problem } = await keepPhotos(desk, files, 0)
    if (problem?.kind === 'not-kept') return setTrouble({ kind: 'not-saved', code: problem.code })
    if (photos.length === 0) return problem?.kind === 'too-big' ? onSaid(t('form.tooBig', { name: problem.name })) : undefined // prettier-ignore
    const saved = await desk.run({ name: 'add-have-photos', input: { check: check.id, photos: [...photos] } })
    if (saved.ok) onSaid(t('page.photosDone', { count: photos.length }))
    else setTrouble(saved.error)
  }
  return (
    <div>
      <div>
        {t('page.checked', { day: check.checkedOn, who: check.checkedBy })}
        <span className="muted small"> · {t('page.typed', { who: check.byName })}</span>
      </div>
      <div className="muted small">
        {[
          t(`carrier.${check.carrier}`) + (check.carrierName && ` ${check.carrierName}`),
          check.authority && t('page.authority', { number: check.authority }),
          check.recheckOn && t('page.recheck', { day: check.recheckOn }),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {/* prettier-ignore */}
      </div>
      {check.note && <p className="quote">{check.note}</p>}
      {check.takenBack !== undefined && (
        <p className="bad small">{t('page.takenBack', { reason: check.takenBack, who: check.takenBackByName })}</p>
      )}
      {trouble && <Trouble trouble={trouble} />}
      <div className="have-photos">
        <Photos photos={check.photos} />
        {check.takenBack === undefined && (
          <>
            <input
              ref={input}
              type="file"
              accept="image/*"
              multiple
              tabIndex={-1}
              className="spoken-only"
              aria-label={t('page.addPhotos')}
              onChange={(event) => {
                void add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
            <Button size="small" onClick={() => input.current?.click()}>
              {t('page.addPhotos')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
