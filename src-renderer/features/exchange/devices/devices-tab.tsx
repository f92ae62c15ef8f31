/** 电脑与密钥: this house's fingerprint and PCs, the houses it is connected with, and the files by which one joins. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { OpenedCard, type OpenedFile } from './opened-card.tsx'
import { OwnCard } from './own-card.tsx'
import { PcsCard } from './pcs-card.tsx'
import { PeersCard } from './peers-card.tsx'
import { useTrustWork } from './use-trust-work.ts'
import './devices.css'

export function DevicesTab() {
  const { t } = useTranslation('devices')
  const { desk, host } = useServices()
  const revision = useSession((session) => session.revision)
  const shown = useAnswer(() => desk.devices(), [desk, revision])
  const work = useTrustWork()
  const [file, setFile] = useState<OpenedFile | null>(null)
  const input = useRef<HTMLInputElement>(null)
  if (!shown) return <p className="muted">{t('loading')}</p>

  /** Which of the two it is stands in the file, not in its name. */
  const open = async (chosen: File): Promise<void> => {
    work.clear()
    setFile(null)
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const request = await desk.readRequest(bytes)
    if (request.ok) return setFile({ bytes, what: 'request', shown: request.value })
    if (request.error.kind !== 'file' || request.error.code !== 'not-a-request') return work.refuse(request.error)
    const grant = await desk.readGrant(bytes)
    if (grant.ok) setFile({ bytes, what: 'grant', shown: grant.value })
    else work.refuse(grant.error)
  }
  const { said } = work
  return (
    <div
      className="exchange-home"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const dropped = event.dataTransfer.files[0]
        if (dropped) void open(dropped)
      }}
    >
      <div className="row">
        <Button type="primary" onClick={() => input.current?.click()}>
          {t('file.open')}
        </Button>
        <span className="muted">{t('file.drop')}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".linwu-request,.linwu-grant"
          aria-label={t('file.open')}
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            target.value = '' // the same file can be chosen again
            if (chosen) void open(chosen)
          }}
        />
      </div>
      {said && said.words !== '' && (
        <p className={said.isBad ? 'problem' : 'done-note'} role={said.isBad ? 'alert' : 'status'}>
          {said.words}
        </p>
      )}
      {said?.saved && <SavedFile saved={said.saved} onReveal={host.reveal} />}
      {file && <OpenedCard file={file} work={work} onDone={() => setFile(null)} />}
      {/* While somebody reads digits out on the telephone, only those to compare with stand here. */}
      {!file && <OwnCard shown={shown} />}
      <PcsCard shown={shown} work={work} />
      <PeersCard shown={shown} work={work} />
    </div>
  )
}
