/** 短信名单: who agreed and can be reached. Exporting is a telling: it is on record before a number leaves. */
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { MOST_TOLD } from '#core/notice/fields.ts'
import { MARKS, type Mark } from '#core/person/marks.ts'

type Saved = { readonly file: Result<string, HostCode>; readonly count: number }

export function RecipientsDrawer({ view, onClose }: { readonly view: NoticeView; readonly onClose: () => void }) {
  const { t } = useTranslation(['notices', 'residents'])
  const { desk, host, clock } = useServices()
  const [area, setArea] = useState(view.row.area)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const [once, setOnce] = useState(true)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const areas = useAnswer(() => desk.areas(), [desk])
  const found = useAnswer(
    () => desk.recipients({ area, marks, oncePerHousehold: once }),
    [desk, area, marks.join(), once],
  )
  const count = found?.persons.length ?? 0
  const areaWords = (areas ?? []).find(({ id }) => id === area)?.words ?? t('notices:recipients.everywhere')
  const canExport = !busy && count > 0 && count <= MOST_TOLD
  const changed = (): void => setSaved(null)
  const start = async (): Promise<void> => {
    if (!canExport || !found) return
    setBusy(true)
    setTrouble(null)
    const told = await desk.run({
      name: 'record-telling',
      input: {
        notice: view.row.id,
        way: 'sms',
        where: t('notices:recipients.where', { area: areaWords }),
        count,
        persons: [...found.persons],
        leftOut: found.withoutConsent,
        result: '',
      },
    })
    if (told.ok) {
      const rows = await desk.recipientRows(told.value.entities[0]!)
      const sheet = {
        name: t('notices:recipients.file'),
        columns: [
          { title: t('notices:recipients.phone'), kind: 'text', width: 16 },
          { title: t('notices:recipients.name'), kind: 'text', width: 14 },
        ],
        rows: rows.map(({ phone, name }) => [phone, name]),
      } as const
      const name = `${t('notices:recipients.file')}-${view.row.title}-${dayOf(momentOf(clock()))}`.replace(/[\\/:*?"<>|\s]+/g, '_') // prettier-ignore
      setSaved({ file: await host.saveFile(`${name}.xlsx`, await desk.writeSheet(sheet, 'xlsx')), count: rows.length })
    } else setTrouble(told.error)
    setBusy(false)
  }
  useKeys([{ key: 'Ctrl+Enter', label: t('notices:recipients.export'), run: () => void start() }])
  return (
    <Drawer
      open
      title={t('notices:recipients.title')}
      size={520}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={!canExport} loading={busy} onClick={() => void start()}>
          {t('notices:recipients.export')}
          <Kbd keys="Ctrl ↵" />
        </Button>
      }
    >
      <p className="muted">{t('notices:recipients.lead')}</p>
      <Field label={t('notices:recipients.area')}>
        {(bind) => (
          <Select
            id={bind.id}
            showSearch
            className="notice-wide"
            optionFilterProp="label"
            value={area}
            options={[
              { value: '', label: t('notices:recipients.everywhere') },
              ...(areas ?? []).map((place) => ({ value: place.id, label: place.words })),
            ]}
            onChange={(next) => {
              setArea(next)
              changed()
            }}
          />
        )}
      </Field>
      <Field label={t('notices:recipients.marks')} hint={t('notices:recipients.marksHint')} group optional>
        {() => (
          <div className="chips">
            {MARKS.map((mark) => (
              <label key={mark}>
                <input
                  type="checkbox"
                  checked={marks.includes(mark)}
                  onChange={({ target }) => {
                    setMarks(target.checked ? [...marks, mark] : marks.filter((one) => one !== mark))
                    changed()
                  }}
                />
                <span>{t(`residents:mark.${mark}`)}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
      <label className="field">
        <input
          type="checkbox"
          checked={once}
          onChange={({ target }) => {
            setOnce(target.checked)
            changed()
          }}
        />{' '}
        {t('notices:recipients.once')}
      </label>
      {found && (
        <div className="notice-found" role="status">
          <b>{count > 0 ? t('notices:recipients.found', { count }) : t('notices:recipients.none')}</b>
          {count > MOST_TOLD && <div className="warn">{t('notices:recipients.tooMany', { most: MOST_TOLD })}</div>}
          {found.withoutConsent > 0 && (
            <div className="small muted">{t('notices:recipients.withoutConsent', { count: found.withoutConsent })}</div>
          )}
          {found.withoutNumber > 0 && (
            <div className="small muted">{t('notices:recipients.withoutNumber', { count: found.withoutNumber })}</div>
          )}
        </div>
      )}
      {trouble && <SaveTrouble problem={trouble} />}
      <div aria-live="polite">
        {saved && (
          <SavedFile saved={saved.file} onReveal={host.reveal}>
            {t('notices:recipients.exported', { count: saved.count })}
          </SavedFile>
        )}
      </div>
    </Drawer>
  )
}
