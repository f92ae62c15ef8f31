/** 打印 on the case page: which paper, then its preview. Complete in itself; the page only gives it the case. */
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { CASE_PAPERS } from '#core/reports/papers/case-papers.ts'
import { PAPER_KINDS, type PaperFrame, type PaperKind } from '#core/reports/papers/paper.ts'
import { noticeForm, toldBy, type TypedNotice } from './notice-form.tsx'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type Preview = {
  readonly kind: PaperKind
  readonly frame: PaperFrame
  readonly shown: CaseView
  readonly printed: CaseView
}
type Open = 'menu' | 'notice' | Preview | null

export function PrintMenu({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('papers')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const [open, setOpen] = useState<Open>(null)
  const [kept, setKept] = useState<TypedNotice | undefined>(undefined)
  const menu = (): void => setOpen('menu')
  useKeys([
    { key: 'P', label: t('printing'), run: menu, quiet: true },
    { key: 'Ctrl+P', label: t('printing'), run: menu, quiet: true },
  ])

  // Asked anew: what was saved a moment ago stands on the paper.
  const preview = async (kind: PaperKind): Promise<void> => {
    const { id } = view.file
    const [frame, shown, printed] = await Promise.all([makeFrame(), desk.caseView(id), desk.paperView(id)])
    setOpen(shown && printed && { kind, frame, shown, printed })
  }
  const choose = (kind: PaperKind): void => {
    setOpen(kind === 'notice' ? 'notice' : null)
    if (kind !== 'notice') void preview(kind)
  }
  const paper = open !== null && typeof open === 'object' ? { ...open, ...CASE_PAPERS[open.kind] } : null
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={open === 'menu'}
        // A choice closes the menu too, and has opened something by then.
        onOpenChange={(shown) => setOpen((now) => (shown ? 'menu' : now === 'menu' ? null : now))}
        autoFocus
        menu={{
          items: PAPER_KINDS.filter((kind) => CASE_PAPERS[kind].when?.(view.file) ?? true).map((kind) => ({
            key: kind,
            label: t(`paper.${kind}`),
          })),
          onClick: ({ key }) => choose(key as PaperKind),
        }}
      >
        <Button aria-keyshortcuts="P">
          {t('printing')}
          <Kbd keys="P" />
        </Button>
      </Dropdown>
      {open === 'notice' && (
        <FormDrawer
          title={t('paper.notice')}
          saveLabel={t('notice.save')}
          spec={noticeForm}
          context={view}
          {...(kept && { kept })}
          save={async (input) => desk.run({ name: 'record-contact', input: toldBy(view, input as TypedNotice, (await makeFrame()).words) })} // prettier-ignore
          onSaved={() => {
            setKept(undefined)
            void preview('notice')
          }}
          onLeave={(typed) => {
            setKept(typed as TypedNotice)
            setOpen(null)
          }}
        />
      )}
      {paper && (
        <PaperPreview
          reader={paper.reader}
          shown={(reader) => paper.make(paper.shown, paper.frame, reader)}
          printed={(reader) => paper.make(paper.printed, paper.frame, reader)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
