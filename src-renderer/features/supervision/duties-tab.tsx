/** 缺位 and 越位: computed, and saying nothing about guilt. F asks for an explanation or for it to be put right. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ListFrame } from './list-frame.tsx'
import { foundForm, judgement, type Judged } from './hit-forms.tsx'
import { useDrawer } from './use-drawer.tsx'
import { usePages } from './use-pages.ts'
import { minuteOf, textColumn, useSheet } from './use-sheet.ts'

const TOLD = ['ruling', 'finding', 'closing', 'extension', 'rectification', 'revisit'] as const

export function DutiesTab() {
  const { t } = useTranslation(['supervision', 'referral'])
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const drawer = useDrawer()
  const [at, setAt] = useState(0)
  const pages = usePages((from, window) => from.duties(window), [])
  const rows = pages?.rows ?? []
  const here = rows[Math.min(at, rows.length - 1)]
  const says = ({ act, duty }: DutyRow): string =>
    duty === 'vacant'
      ? t('supervision:duty.vacantSays')
      : t(`supervision:duty.acts.${TOLD.find((one) => one === act) ?? 'other'}`)
  const capacityOf = ({ capacity }: DutyRow): string =>
    capacity ? t(`referral:capacity.${capacity}`) : t('supervision:duty.capacityUnknown')
  const sheet = useSheet(t('supervision:tabs.duties'), async () => {
    const all = await desk.duties({ offset: 0, count: 50_000 })
    return {
      name: t('supervision:tabs.duties'),
      columns: [
        textColumn(t('supervision:duty.kind'), 12),
        textColumn(t('supervision:duty.case'), 22),
        textColumn(t('supervision:duty.what'), 40),
        textColumn(t('supervision:duty.by'), 24),
        textColumn(t('supervision:rules.since'), 18),
        textColumn(t('supervision:duty.state'), 12),
      ],
      rows: all.rows.map((row) => [
        t(`supervision:duty.${row.duty}`),
        row.case.number,
        says(row),
        row.by && `${row.by} · ${capacityOf(row)}`,
        minuteOf(row.at),
        row.state ? t(`supervision:rectified.${row.state}`) : '',
      ]),
    }
  })
  const find = (row: DutyRow | undefined): void => {
    if (!row || (row.state !== null && row.state !== 'withdrawn')) return
    const judged: Judged = {
      on: { case: row.case.id },
      rule: row.duty,
      key: row.key,
      says: says(row),
      dueAt: pages?.dueAt ?? '',
    }
    drawer.open({
      place: `${row.case.id} ${row.key}`,
      title: (tell) =>
        tell('supervision:duty.findTitle', { duty: tell(`supervision:duty.${row.duty}`), number: row.case.number }),
      saveLabel: (tell) => tell('supervision:rules.saveFind'),
      spec: foundForm,
      context: judged,
      command: (typed) => judgement(judged, typed, true),
      said: t('supervision:saved'),
    })
  }
  const open = (): void => {
    if (here) go({ screen: 'case', id: here.case.id })
  }
  useRowKeys({ at, total: rows.length, onSelect: setAt, onOpen: open, openLabel: t('supervision:openCase'), page: 10 })
  useKeys([{ key: 'F', label: t('supervision:duty.find'), run: () => find(here) }])

  return (
    <ListFrame
      label={t('supervision:tabs.duties')}
      heads={(['kind', 'case', 'what', 'by', 'state'] as const).map((name) => t(`supervision:duty.${name}`))}
      pages={pages}
      at={at}
      onSelect={setAt}
      keyOf={(row) => `${row.case.id} ${row.key}`}
      empty={{ title: t('supervision:duty.none'), text: t('supervision:duty.noneText') }}
      sheet={sheet}
      drawer={drawer}
      renderRow={(row, isHere) => (
        <>
          <td>
            <b>{t(`supervision:duty.${row.duty}`)}</b>
          </td>
          <td>
            <a href={pathOf({ screen: 'case', id: row.case.id })}>{row.case.number}</a>
            <div className="muted small one-line">{row.case.title}</div>
          </td>
          <td>
            {says(row)}
            {row.at && <div className="muted small">{moments.at(row.at)}</div>}
          </td>
          <td>
            {row.by}
            {row.by && <div className="muted small">{capacityOf(row)}</div>}
          </td>
          <td className="act">
            {row.state && row.state !== 'withdrawn' ? (
              t(`supervision:rectified.${row.state}`)
            ) : (
              <Button size="small" tabIndex={-1} onClick={() => find(row)}>
                {t('supervision:duty.find')} {isHere && <Kbd keys="F" />}
              </Button>
            )}
          </td>
        </>
      )}
    />
  )
}
