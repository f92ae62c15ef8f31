/** 整改: findings on cases and on providers with how they stand; E records the next step. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingList, FindingRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { isUnsettled } from '#core/case-file/rectified.ts'
import { ListFrame } from './list-frame.tsx'
import { ListChoice } from './list-choice.tsx'
import { stepCommand, stepForm, type Rectifying } from './step-form.tsx'
import { useDrawer } from './use-drawer.tsx'
import { usePages } from './use-pages.ts'
import { minuteOf, textColumn, useSheet } from './use-sheet.ts'

export function RectifyTab() {
  const { t } = useTranslation(['supervision', 'codes'])
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const drawer = useDrawer()
  const [list, setList] = useState<FindingList>('open')
  const [at, setAt] = useState(0)
  const pages = usePages((from, window) => from.findings(list, window), [list])
  const rows = pages?.rows ?? []
  const here = rows[Math.min(at, rows.length - 1)]
  const nameOf = ({ on }: FindingRow): string => ('provider' in on ? on.name : on.number)
  const stateOf = ({ stands, late }: FindingRow): string =>
    [
      t(`supervision:rectified.${stands.state}`),
      late &&
        t(
          isUnsettled(stands) && stands.state !== 'checking'
            ? 'supervision:finding.late'
            : 'supervision:finding.lateDone',
        ),
    ]
      .filter(Boolean)
      .join(' · ')
  const sheet = useSheet(t('supervision:tabs.rectify'), async () => {
    const all = await desk.findings(list, { offset: 0, count: 50_000 })
    return {
      name: t('supervision:tabs.rectify'),
      columns: [
        textColumn(t('supervision:finding.on'), 24),
        textColumn(t('supervision:rules.verdict'), 12),
        textColumn(t('supervision:finding.demand'), 50),
        textColumn(t('supervision:finding.by'), 12),
        textColumn(t('supervision:finding.due'), 18),
        textColumn(t('supervision:finding.state'), 20),
      ],
      rows: all.rows.map((row) => [
        nameOf(row),
        t(`codes:verdict.${row.finding.verdict}`),
        row.finding.demand,
        row.by,
        minuteOf(row.stands.dueAt),
        stateOf(row),
      ]),
    }
  })

  const open = (row: FindingRow | undefined): void => {
    if (row) go('provider' in row.on ? { screen: 'providers', id: row.on.provider } : { screen: 'case', id: row.on.id })
  }
  const progress = async (row: FindingRow | undefined): Promise<void> => {
    if (!row || !isUnsettled(row.stands)) return
    const id = 'provider' in row.on ? null : row.on.id
    const view = id === null ? null : await desk.caseView(id)
    const context: Rectifying = {
      finding: row.id,
      case: id,
      demand: row.finding.demand,
      stands: row.stands,
      files: view ? actsOf(view.file.acts, 'attachment') : [],
    }
    drawer.open({
      place: row.id,
      title: (tell) => `${tell('supervision:finding.stepTitle')} · ${nameOf(row)}`,
      saveLabel: (tell) => tell('supervision:finding.save'),
      spec: stepForm,
      context,
      command: (typed) => stepCommand(context, typed),
      said: t('supervision:saved'),
    })
  }
  useRowKeys({ at, total: rows.length, onSelect: setAt, onOpen: () => open(here), openLabel: t('supervision:openCase'), page: 10 }) // prettier-ignore
  useKeys([{ key: 'E', label: t('supervision:finding.progress'), run: () => void progress(here) }])

  return (
    <ListFrame
      label={t('supervision:tabs.rectify')}
      heads={(['on', 'demand', 'by', 'due', 'state'] as const).map((name) => t(`supervision:finding.${name}`))}
      acts
      pages={pages}
      at={at}
      onSelect={setAt}
      keyOf={(row) => row.id}
      empty={{ title: t('supervision:finding.none'), text: t('supervision:finding.noneText') }}
      sheet={sheet}
      drawer={drawer}
      tools={
        <ListChoice
          at={list}
          onPick={(next) => {
            setList(next)
            setAt(0)
          }}
        />
      }
      renderRow={(row, isHere) => (
        <>
          <td>
            {'provider' in row.on ? (
              <a href={pathOf({ screen: 'providers', id: row.on.provider })}>{row.on.name}</a>
            ) : (
              <>
                <a href={pathOf({ screen: 'case', id: row.on.id })}>{row.on.number}</a>
                <div className="muted small one-line">{row.on.title}</div>
              </>
            )}
          </td>
          <td>
            <b className={row.finding.verdict === 'serious' ? 'bad' : ''}>
              {t(`codes:verdict.${row.finding.verdict}`)}
            </b>
            <div className="supervision-words">{row.finding.demand}</div>
          </td>
          <td>
            {row.by}
            <div className="muted small">{moments.at(row.finding.at)}</div>
          </td>
          <td className={row.late ? 'bad' : ''}>{row.stands.dueAt ? moments.limit(row.stands.dueAt) : '—'}</td>
          <td>
            {stateOf(row)}
            {row.stands.disagreed && <div className="bad small">{t('supervision:finding.disagreed')}</div>}
            {row.own && <div className="muted small">{t('supervision:finding.ownWork')}</div>}
          </td>
          <td className="act">
            {isUnsettled(row.stands) && (
              <Button size="small" tabIndex={-1} onClick={() => void progress(row)}>
                {t('supervision:finding.progress')} {isHere && <Kbd keys="E" />}
              </Button>
            )}
          </td>
        </>
      )}
    />
  )
}
