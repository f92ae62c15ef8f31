/** 服务缺口: what nobody could take, summed up and one by one. A report of its own (DOMAIN §4.4). */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { GapCounts } from './gap-counts.tsx'
import { GapList } from './gap-list.tsx'
import { useGapSheet, type GapSheetKind } from './gap-sheet.ts'
import './gaps.css'

const SCREENFUL = 10

export function GapsScreen() {
  const { t } = useTranslation('routing')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const gaps = useAnswer(() => desk.gaps(), [desk, revision])
  const [onlyOpen, setOnlyOpen] = useState(true)
  const [chosen, setChosen] = useState(0)
  const sheetOf = useGapSheet()

  const open = (gaps ?? []).filter(({ state }) => state === 'open')
  const shown = onlyOpen ? open : (gaps ?? [])
  const at = Math.max(0, Math.min(chosen, shown.length - 1))
  const openCase = (): void => {
    const gap = shown[at]
    if (gap) go({ screen: 'case', id: gap.case })
  }
  const out = useExport<GapSheetKind>({
    name: `${t('gaps.title')}-${dayOf(momentOf(clock()))}`,
    make: async (format, _watch, kind) => {
      const sheet = sheetOf(kind, gaps ?? [])
      return { bytes: await desk.writeSheet(sheet, format), count: sheet.rows.length }
    },
    save: host.saveFile,
    clock,
  })
  useRowKeys({ at, total: shown.length, onSelect: setChosen, onOpen: openCase, openLabel: t('gaps.openCase'), page: SCREENFUL }) // prettier-ignore
  if (!gaps) return null
  return (
    <div className="list-page gaps-page">
      <PageHead title={t('gaps.title')} aside={t('gaps.count', { open: open.length, all: gaps.length })}>
        <Button aria-pressed={onlyOpen} onClick={() => setOnlyOpen(!onlyOpen)} disabled={gaps.length === 0}>
          {onlyOpen ? t('gaps.showAll') : t('gaps.showOpen')}
        </Button>
        <ExportMenu
          out={out}
          disabled={gaps.length === 0}
          kinds={[
            { kind: 'list', words: t('gaps.list') },
            { kind: 'counts', words: t('gaps.summary') },
          ]}
        />
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('gaps.exported', { count: n })} />
      {gaps.length === 0 ? (
        <div className="card">
          <EmptyState title={t('gaps.emptyTitle')} text={t('gaps.emptyText')} />
        </div>
      ) : (
        <>
          <GapCounts gaps={gaps} />
          {shown.length === 0 ? (
            <div className="card">
              <EmptyState title={t('gaps.allFilled')} text={t('gaps.allFilledText')} />
            </div>
          ) : (
            <GapList gaps={shown} selected={at} onSelect={setChosen} />
          )}
        </>
      )}
    </div>
  )
}
