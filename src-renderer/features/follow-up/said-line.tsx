/** What the last key or button did, at the foot of the page, with the way back: 撤销. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { SavedWord } from './case-action.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import type { Undo } from './undo.ts'

export type Said =
  | { readonly kind: 'saved'; readonly what: SavedWord; readonly undo: Undo; readonly note?: string }
  | { readonly kind: 'undone'; readonly what: SavedWord }
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'trouble'; readonly problem: RunCode }

type SaidLineProps = {
  readonly said: Said | null
  readonly onUndo: () => Promise<void>
  readonly onClose: () => void
}

export function SaidLine({ said, onUndo, onClose }: SaidLineProps) {
  const { t } = useTranslation(['case-file', 'codes'])
  const [busy, setBusy] = useState(false)
  const undo = (): void => {
    if (busy) return
    setBusy(true)
    void onUndo().finally(() => setBusy(false))
  }
  const mayUndo = said?.kind === 'saved' && said.undo.length > 0
  useKeys(mayUndo ? [{ key: 'Ctrl+Z', label: t('undo.button'), run: undo, outsideFields: true }] : [])
  return (
    <div aria-live="polite" className="case-said">
      {said && (
        <div className={`said ${said.kind}`}>
          {said.kind === 'saved' && <b>{t(`saved.${said.what}`)}</b>}
          {said.kind === 'undone' && said.what === 'correct-request' && t('undo.corrected')}
          {said.kind === 'undone' &&
            said.what !== 'correct-request' &&
            t('undo.done', { what: t(`saved.${said.what}`) })}
          {said.kind === 'refused' && t(`codes:refusal.${said.code}`)}
          {said.kind === 'trouble' && <SaveTrouble problem={said.problem} />}
          {mayUndo && (
            <Button size="small" onClick={undo} loading={busy} aria-keyshortcuts="Control+Z">
              {t('undo.button')}
              <Kbd keys="Ctrl Z" />
            </Button>
          )}
          <Button size="small" type="text" onClick={onClose} aria-label={t('undo.hide')}>
            ✕
          </Button>
        </div>
      )}
    </div>
  )
}
