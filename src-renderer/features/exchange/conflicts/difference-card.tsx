/** One difference: what happened, each side with who, when, which computer and what it knew, and what may be done. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceShown } from '#app/services/desk-types.ts'
import { go, pathOf } from '#app/session/route.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import type { Command } from '#core/commands.ts'
import { useConflictWords } from './conflict-words.ts'
import { Side } from './difference-side.tsx'
import { FieldSides } from './field-sides.tsx'

type CardProps = { readonly of: DifferenceShown; readonly onRun: (commands: readonly Command[]) => void }

export function DifferenceCard({ of, onRun }: CardProps) {
  const { t } = useTranslation('conflicts')
  const words = useConflictWords()
  return (
    <section className="card difference" aria-label={t(`kind.${of.kind}`)}>
      <div className="row">
        <span className="mark warn">{t(`kind.${of.kind}`)}</span>
        <h2>{words.about(of)}</h2>
        {of.case && of.case.number !== '' && <a href={pathOf({ screen: 'case', id: of.case.id })}>{t('openCase')}</a>}
        {of.type === 'person' && <a href={pathOf({ screen: 'residents', id: of.entity })}>{t('openPerson')}</a>}
        {of.type === 'provider' && <a href={pathOf({ screen: 'providers', id: of.entity })}>{t('openProvider')}</a>}
      </div>
      <p>{words.says(of)}</p>
      {of.kind === 'field' ? (
        <FieldSides of={of} onRun={onRun} />
      ) : of.kind === 'same-person' ? (
        <PersonSides of={of} onRun={onRun} />
      ) : of.kind === 'clone' ? (
        <Clone of={of} onRun={onRun} />
      ) : (
        <ActSides of={of} onRun={onRun} />
      )}
    </section>
  )
}

function ActSides({ of, onRun }: CardProps) {
  const { t } = useTranslation('conflicts')
  const words = useConflictWords()
  const [reason, setReason] = useState('')
  const isDouble = of.kind === 'double-referral' || of.kind === 'double-closing'
  const settle = (keep: string): void => onRun([{ name: 'settle-double', input: { about: of.key, case: of.case!.id, keep, note: reason } }]) // prettier-ignore
  const stand = (): void => onRun([{ name: 'let-stand', input: { about: of.key, note: reason } }])
  const drop = t(of.kind === 'erased-edited' ? 'eraseLeft' : 'dropActs')
  useKeys([
    ...(isDouble
      ? of.acts.slice(0, 9).map(({ act }, i) => ({ key: String(i + 1), label: t('chooseN', { n: i + 1 }), run: () => settle(act), quiet: i > 1 })) // prettier-ignore
      : [{ key: '1', label: drop, run: () => settle('') }]),
    { key: 'S', label: t('letStand'), run: stand },
  ])
  const called = of.kind === 'double-referral' && of.acts.some(({ answered }) => answered)
  return (
    <>
      <ol className="sides">
        {of.acts.map((act, i) => (
          <Side
            key={act.act}
            n={i + 1}
            writers={[act.writer]}
            mark={isDouble && i === of.acts.length - 1 && t('counts')}
            choose={
              isDouble && (
                <Button onClick={() => settle(act.act)}>
                  {t('keepAct')}
                  <Kbd keys={String(i + 1)} />
                </Button>
              )
            }
          >
            {words.act(act)}
          </Side>
        ))}
      </ol>
      {called && (
        <label className="third">
          {t('callBack')}
          <Input
            aria-label={t('callBackReason')}
            autoComplete="off"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <div className="row">
        {!isDouble && (
          <Button onClick={() => settle('')}>
            {drop}
            <Kbd keys="1" />
          </Button>
        )}
        <Button onClick={stand}>
          {t('letStand')}
          <Kbd keys="S" />
        </Button>
      </div>
    </>
  )
}

function PersonSides({ of, onRun }: CardProps) {
  const { t } = useTranslation('conflicts')
  const ids = of.people.map(({ id }) => id)
  const merge = (keep: string): void => onRun([{ name: 'merge-people', input: { keep, drop: ids.find((id) => id !== keep)!, reason: t('mergeReason') } }]) // prettier-ignore
  const apart = (): void => onRun([{ name: 'keep-apart', input: { one: ids[0]!, other: ids[1]! } }])
  useKeys([
    ...ids.map((id, i) => ({ key: String(i + 1), label: t('chooseN', { n: i + 1 }), run: () => merge(id) })),
    { key: 'S', label: t('apart'), run: apart },
  ])
  return (
    <>
      <ol className="sides">
        {of.people.map(({ id, name, place, writer }, i) => (
          <Side
            key={id}
            n={i + 1}
            writers={[writer]}
            choose={
              <Button onClick={() => merge(id)}>
                {t('merge')}
                <Kbd keys={String(i + 1)} />
              </Button>
            }
          >
            {[name, place].filter(Boolean).join(' · ')}
          </Side>
        ))}
      </ol>
      <Button onClick={apart}>
        {t('apart')}
        <Kbd keys="S" />
      </Button>
    </>
  )
}

function Clone({ of, onRun }: CardProps) {
  const { t } = useTranslation('conflicts')
  const stand = (): void => onRun([{ name: 'let-stand', input: { about: of.key, note: '' } }])
  const devices = (): void => go({ screen: 'exchange', id: 'devices' })
  useKeys([
    { key: '1', label: t('toDevices'), run: devices },
    { key: 'S', label: t('seen'), run: stand },
  ])
  return (
    <div className="row">
      <Button type="primary" onClick={devices}>
        {t('toDevices')}
        <Kbd keys="1" />
      </Button>
      <Button onClick={stand}>
        {t('seen')}
        <Kbd keys="S" />
      </Button>
    </div>
  )
}
