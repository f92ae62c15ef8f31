/** 本站的电脑: which were let in, with their letters; shutting one out, its grant file once more, new keys for this one. */
import { Button, Input, Popconfirm } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DevicesShown, PcShown } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { firstName } from '#core/exchange/trust/first-name.ts'
import type { TrustWork } from './use-trust-work.ts'

export function PcsCard({ shown, work }: { readonly shown: DevicesShown; readonly work: TrustWork }) {
  const { t } = useTranslation('devices')
  const { desk } = useServices()
  const isAsking = shown.pcs.some(({ isThis, state }) => isThis && state === 'asked') && !shown.hasRoot
  const renew = async () => {
    const done = await desk.renewKeys()
    return done.ok ? done : ({ ok: false, error: { kind: 'open', code: done.error } } as const)
  }
  return (
    <section className="card exchange-card">
      <h2>{t('pcs.title')}</h2>
      {isAsking && (
        <div className="problem mild" role="status">
          {t('renew.asked')}
          <div className="row">
            <Button
              size="small"
              loading={work.busy}
              onClick={() => void work.make(() => desk.ownRequest(), t('peers.requested'))}
            >
              {t('renew.request')}
            </Button>
          </div>
        </div>
      )}
      <ul className="devices">
        {shown.pcs.map((one) => (
          <PcLine key={one.pc} one={one} hasRoot={shown.hasRoot} work={work} />
        ))}
      </ul>
      {shown.pcs.length === 1 && <p className="muted">{t('pcs.one')}</p>}
      <details>
        <summary>{t('renew.title')}</summary>
        <p className="small muted">{t('renew.lead')}</p>
        <Popconfirm
          title={t('renew.ask')}
          okText={t('renew.do')}
          onConfirm={() => void work.run(renew, t('renew.done'))}
        >
          <Button size="small">{t('renew.do')}</Button>
        </Popconfirm>
      </details>
    </section>
  )
}

function PcLine({
  one,
  hasRoot,
  work,
}: {
  readonly one: PcShown
  readonly hasRoot: boolean
  readonly work: TrustWork
}) {
  const { t } = useTranslation('devices')
  const { desk } = useServices()
  const [typed, setTyped] = useState<string | null>(null)
  const isFirst = one.name === firstName(one.letter)
  const name = isFirst ? t('pcs.firstName', { letter: one.letter }) : one.name || t('pcs.unnamed')
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const done = await work.run(() => desk.renamePc(one.pc, (typed ?? '').trim()), t('pcs.renamed'))
    if (done) setTyped(null)
  }
  // The founding PC has no grant before anything needs one; renaming it is such a thing.
  const mayRename = one.state === 'in' || (one.isThis && hasRoot && one.state === 'asked')
  const facts = [
    one.letter && t('pcs.letter', { letter: one.letter }),
    // The founding PC needs nobody's grant.
    t(`pcs.state.${one.isThis && hasRoot && one.state === 'asked' ? 'in' : one.state}`),
    one.since && t('pcs.since', { day: one.since.slice(0, 10) }),
    one.user && t('pcs.user', { name: one.user }),
  ]
  return (
    <li>
      <div>
        <b>{name}</b> {one.isThis && <span className="muted">{t('pcs.this')}</span>}
        <div className="small muted">{facts.filter(Boolean).join(' · ')}</div>
      </div>
      {typed !== null ? (
        <form className="row" autoComplete="off" onSubmit={(event) => void rename(event)}>
          <Input
            autoFocus
            aria-label={t('pcs.newName')}
            maxLength={40}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button htmlType="submit" loading={work.busy} disabled={typed.trim() === '' || typed.trim() === one.name}>
            {t('pcs.renameDo')}
          </Button>
          <Button onClick={() => setTyped(null)}>{t('pcs.renameStop')}</Button>
        </form>
      ) : (
        mayRename && (
          <Button size="small" aria-label={`${t('pcs.rename')} · ${name}`} onClick={() => setTyped(one.name)}>
            {t('pcs.rename')}
          </Button>
        )
      )}
      {hasRoot && !one.isThis && one.state === 'in' && (
        <div className="row">
          <Button
            size="small"
            aria-label={`${t('pcs.grantAgain')} · ${name}`}
            onClick={() => void work.make(() => desk.grantOfPc(one.pc), t('file.letInDone'))}
          >
            {t('pcs.grantAgain')}
          </Button>
          <Popconfirm
            title={t('pcs.revokeAsk', { name })}
            okText={t('pcs.revoke')}
            onConfirm={() => void work.run(() => desk.revokePc(one.pc), t('pcs.revoked', { name }))}
          >
            <Button size="small" danger aria-label={`${t('pcs.revoke')} · ${name}`}>
              {t('pcs.revoke')}
            </Button>
          </Popconfirm>
        </div>
      )}
    </li>
  )
}
