/** 导出: first what would leave and what stays, in numbers and plain words; then the file, read back before anything is said. */
import { Button, Drawer, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeHome, ExportFailure, ExportMade, ExportPreview, PeerLine } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Result } from '#core/lib/result.ts'
import type { Profile } from '#core/peer/codes.ts'
import { ExportDone } from './export-done.tsx'
import { ExportLeaves } from './export-leaves.tsx'
import { peerName } from './peer-card.tsx'
import { useExportWords } from './use-export-words.ts'

type ExportDrawerProps = { readonly home: ExchangeHome; readonly peer: PeerLine; readonly onClose: () => void }
type Asked = { readonly profile: Profile; readonly preview: Result<ExportPreview, ExportFailure> }

export function ExportDrawer({ home, peer, onClose }: ExportDrawerProps) {
  const { t } = useTranslation('exchange')
  const { desk, host } = useServices()
  const inBrowser = useSession((session) => session.edition === 'browser')
  const exportWords = useExportWords()
  const [profile, setProfile] = useState<Profile>(peer.profiles[0] ?? 'receipt')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Result<ExportMade, ExportFailure> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const answer = useAnswer(
    async (): Promise<Asked> => ({ profile, preview: await desk.previewExport(peer.peer, profile) }),
    [desk, peer.peer, profile],
  )
  const asked = answer?.profile === profile ? answer.preview : null
  const preview = asked?.ok ? asked.value : null
  const isEmpty = preview?.parts === 0 || (asked?.ok === false && isNothingNew(asked.error))
  const canMake = preview !== null && !isEmpty && !busy && !made?.ok

  const run = async (make: () => Promise<Result<ExportMade, ExportFailure>>): Promise<void> => {
    setBusy(true)
    setMade(null)
    try {
      setMade(await make())
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy(false)
    }
  }
  const make = (folder: string | null): void => {
    if (canMake) void run(() => desk.makeExport(peer.peer, profile, folder))
  }
  const makeElsewhere = async (): Promise<void> => {
    const chosen = await host.chooseFolder(t('out.chooseFolder'))
    if (chosen.ok && chosen.value !== null) make(chosen.value)
  }
  useKeys([{ key: 'Ctrl+Enter', label: t('out.make'), run: () => make(null) }])
  if (failure !== null) throw failure
  return (
    <Drawer
      open
      title={t('out.title', { name: peerName(peer, t('peer.kind.own')) })}
      size={600}
      onClose={onClose}
      footer={
        <div className="row">
          {made?.ok ? (
            <Button type="primary" autoFocus onClick={onClose}>
              {t('out.close')}
              <Kbd keys="Esc" />
            </Button>
          ) : (
            <>
              {isEmpty && profile !== 'receipt' ? (
                <Button loading={busy} onClick={() => void run(() => desk.makeRequest(peer.peer, null))}>
                  {t('out.makeReceipt')}
                </Button>
              ) : (
                <Button type="primary" loading={busy} disabled={!canMake && !busy} onClick={() => make(null)}>
                  {busy ? t('out.making') : t('out.make')}
                  {!busy && <Kbd keys="Ctrl ↵" />}
                </Button>
              )}
              {!inBrowser && !isEmpty && (
                <Button disabled={!canMake} onClick={() => void makeElsewhere()}>
                  {t('out.makeTo')}
                </Button>
              )}
              <Button disabled={busy} onClick={onClose}>
                {t('out.leave')}
                <Kbd keys="Esc" />
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className="exchange-out">
        {peer.profiles.length > 1 && !made?.ok && (
          <Radio.Group
            aria-label={t('out.what')}
            value={profile}
            disabled={busy}
            onChange={({ target }) => {
              setProfile(target.value as Profile)
              setMade(null)
            }}
            options={peer.profiles.map((one) => ({ value: one, label: t(`profile.${one}`) }))}
          />
        )}
        <div aria-live="polite">
          {made && !made.ok && (
            <div className="problem" role="alert">
              <b>{t('out.failed', { why: exportWords(made.error) })}</b>
              {made.error.made.length > 0 && <div>{t('out.madeSome', { n: made.error.made.length })}</div>}
            </div>
          )}
          {made?.ok && <ExportDone made={made.value} />}
          {!made?.ok && asked === null && <p className="muted">{t('out.asking')}</p>}
          {!made?.ok && asked?.ok === false && !isEmpty && (
            <p className="problem">{t('out.failed', { why: exportWords(asked.error) })}</p>
          )}
          {!made?.ok && isEmpty && <p>{t('out.nothingNew')}</p>}
        </div>
        {!made?.ok && preview && !isEmpty && <ExportLeaves preview={preview} home={home} />}
      </div>
    </Drawer>
  )
}

const isNothingNew = (error: ExportFailure): boolean => error.kind === 'code' && error.code === 'nothing-new'
