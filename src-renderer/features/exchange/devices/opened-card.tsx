/** A request or grant file that was opened: who says what, the digits to compare by phone, and only then the button. */
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spoken } from '#core/exchange/trust/fingerprint.ts'
import type { GrantShown, RequestShown, WhoSignsIn } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { Fingerprint } from '#app/ui/fingerprint.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { TrustWork } from './use-trust-work.ts'

export type OpenedFile = { readonly bytes: Uint8Array } & (
  { readonly what: 'request'; readonly shown: RequestShown } | { readonly what: 'grant'; readonly shown: GrantShown }
)

type OpenedCardProps = { readonly file: OpenedFile; readonly work: TrustWork; readonly onDone: () => void }

export function OpenedCard({ file, work, onDone }: OpenedCardProps) {
  const { t, i18n } = useTranslation('devices')
  const { desk } = useServices()
  const [compared, setCompared] = useState(false)
  const [user, setUser] = useState<WhoSignsIn | null>(null)
  const { bytes, shown } = file
  const isNewPc = file.what === 'request' && shown.kind === 'pc'
  const isKnown = file.what === 'request' && file.shown.isKnown
  const approve = async (): Promise<void> => {
    const done =
      file.what === 'grant'
        ? await work.run(() => desk.takeGrant(bytes), t('file.takeDone'))
        : shown.kind === 'house'
          ? await work.make(() => desk.connectBelow(bytes), t('file.connectDone'))
          : await work.make(() => desk.letPcIn(bytes, user!), t('file.letInDone'))
    if (done) onDone()
  }
  return (
    <section className="card exchange-card">
      <p>{sentence()}</p>
      {isKnown && <p className="muted">{t('file.known')}</p>}
      <Fingerprint
        digits={shown.fingerprint}
        aloud={i18n.language.startsWith('zh') ? spoken(shown.fingerprint) : undefined}
      />
      {isNewPc && !isKnown && <WhoField onChoose={setUser} />}
      <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
        {t('file.compared')}
      </Checkbox>
      <div className="row">
        <Button
          type="primary"
          loading={work.busy}
          disabled={!compared || (isNewPc && (user === null || isKnown))}
          onClick={() => void approve()}
        >
          {file.what === 'grant' ? t('file.take') : shown.kind === 'house' ? t('file.connect') : t('file.letIn')}
        </Button>
        <Button onClick={onDone}>{t('file.cancel')}</Button>
      </div>
    </section>
  )

  function sentence(): string {
    if (file.what === 'request') {
      const { shown: asked } = file
      if (asked.kind === 'pc') return t('file.pc', { name: asked.name })
      return t('file.house', { name: asked.name, code: asked.code, n: asked.pcs })
    }
    const { shown: given } = file
    if (given.kind === 'house') return t('file.upper', { name: given.name, code: given.code })
    return t('file.own', { letter: given.letter })
  }
}

/** A colleague who is here, or somebody new. */
function WhoField({ onChoose }: { readonly onChoose: (user: WhoSignsIn | null) => void }) {
  const { t } = useTranslation('devices')
  const { desk } = useServices()
  const people = useAnswer(() => desk.colleagues(), [desk])
  const [isNew, setNew] = useState(false)
  const here = (people ?? []).filter(({ presence }) => presence !== 'left')
  return (
    <Field label={t('file.who')} group>
      {() => (
        <div className="row">
          <Segmented
            aria-label={t('file.who')}
            value={isNew}
            options={[
              { value: false, label: t('file.someone') },
              { value: true, label: t('file.newcomer') },
            ]}
            onChange={(value) => {
              setNew(value)
              onChoose(null)
            }}
          />
          {isNew ? (
            <Input
              aria-label={t('file.newName')}
              placeholder={t('file.newName')}
              maxLength={40}
              autoComplete="off"
              onChange={({ target }) => onChoose(target.value.trim() === '' ? null : { name: target.value.trim() })}
            />
          ) : (
            <Select
              aria-label={t('file.who')}
              className="devices-who"
              options={here.map(({ id, name = '' }) => ({ value: id, label: name }))}
              onChange={(id: string) => onChoose({ id })}
            />
          )}
        </div>
      )}
    </Field>
  )
}
