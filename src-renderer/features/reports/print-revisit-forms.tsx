/** 回访单: which of the two ways first, then the paper. Forms with whole numbers leave a trace on each of the cases. */
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { Problem } from '#app/ui/problem.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { Chips } from '#app/ui/chips.tsx'
import type { Paper } from '#core/reports/papers/paper.ts'
import { MOST_FORMS, revisitFormPaper, type FormKind } from '#core/reports/papers/revisit-form.ts'
import type { HostCode } from '#core/host/host.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

export function PrintRevisitForms({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const problemWords = useProblemWords()
  const [kind, setKind] = useState<FormKind>('carry')
  const [paper, setPaper] = useState<Paper | null>(null)
  const [busy, setBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const [failed, setFailed] = useState<HostCode | null>(null)
  const sheets = useAnswer(async () => {
    const ids = await desk.revisitIds()
    const all = await desk.revisitPapers(ids.slice(0, 2 * MOST_FORMS))
    return all.filter(({ isReport }) => !isReport).slice(0, MOST_FORMS)
  }, [desk])
  const make = async (): Promise<void> => {
    if (!sheets || sheets.length === 0 || busy) return
    setBusy(true)
    if (kind === 'carry') {
      // The trace first: what cannot be put on record is not printed.
      const cases = sheets.filter(({ phone }) => phone !== '').map(({ id }) => id)
      const traced = cases.length === 0 ? null : await desk.run({ name: 'record-viewings', input: { cases } })
      if (traced && !traced.ok) {
        setBusy(false)
        if (traced.error.kind === 'not-saved') setFailed(traced.error.code)
        return
      }
    }
    const frame = await makeFrame()
    const forms = sheets.map(({ row, name, phone, receivedAt }) => ({
      number: row.number,
      title: row.title,
      name,
      phone,
      place: row.place,
      receivedAt,
      provider: row.providerName,
    }))
    setBusy(false)
    setPaper(revisitFormPaper(forms, kind, frame))
  }
  if (paper) {
    const made = (): Paper => paper
    return <PaperPreview reader="staff" always shown={made} printed={made} onClose={onClose} />
  }
  return (
    <Modal
      open
      title={t('print.title')}
      onCancel={onClose}
      afterOpenChange={(open) => open && button.current?.focus()}
      footer={
        <Button
          ref={button}
          type="primary"
          loading={busy}
          disabled={!sheets || sheets.length === 0}
          onClick={() => void make()}
        >
          {t('print.make')}
          <Kbd keys="↵" />
        </Button>
      }
    >
      {failed && <Problem words={problemWords(failed)} />}
      <p>{sheets && (sheets.length === 0 ? t('print.none') : t('print.count', { n: sheets.length }))}</p>
      <Chips<FormKind>
        stacked
        options={[
          { value: 'carry', label: t('print.carry') },
          { value: 'post', label: t('print.post') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <p className="muted small">{t('print.carryHint')}</p>
      <p className="muted small">{t('print.most', { n: MOST_FORMS })}</p>
    </Modal>
  )
}
