/** 督办: orders that were issued or received, each with its ladder; E records the next step. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingList, SupervisionRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { ListFrame } from './list-frame.tsx'
import { ListChoice } from './list-choice.tsx'
import { orderStepForm, type Answering } from './order-step-form.tsx'
import { useDrawer } from './use-drawer.tsx'
import { usePages } from './use-pages.ts'
import { minuteOf, textColumn, useSheet } from './use-sheet.ts'

export function OrdersTab() {
  const { t } = useTranslation(['supervision', 'limits'])
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const drawer = useDrawer()
  const [list, setList] = useState<FindingList>('open')
  const [at, setAt] = useState(0)
  const pages = usePages((from, window) => from.supervisionOrders(list, window), [list])
  const rows = pages?.rows ?? []
  const here = rows[Math.min(at, rows.length - 1)]
  const whoOf = ({ from, to }: SupervisionRow): string =>
    from ? t('supervision:order.from', { from }) : t('supervision:order.to', { to })
  const stateOf = ({ stands, late, kind }: SupervisionRow): string =>
    [
      t(`supervision:supervised.${stands.state}`),
      stands.held && t(`supervision:order.held.${kind}`),
      late && t(stands.answeredAt ? 'supervision:order.lateDone' : 'supervision:order.late'),
    ]
      .filter(Boolean)
      .join(' · ')
  const sheet = useSheet(t('supervision:tabs.orders'), async () => {
    const all = await desk.supervisionOrders(list, { offset: 0, count: 50_000 })
    return {
      name: t('supervision:tabs.orders'),
      columns: [
        textColumn(t('supervision:order.number'), 18),
        textColumn(t('supervision:order.kind'), 12),
        textColumn(t('supervision:order.trigger'), 20),
        textColumn(t('supervision:order.what'), 24),
        textColumn(t('supervision:order.case'), 22),
        textColumn(t('supervision:order.demand'), 50),
        textColumn(t('supervision:order.due'), 18),
        textColumn(t('supervision:order.state'), 24),
      ],
      rows: all.rows.map((row) => [
        row.number,
        t(`limits:supervisionKind.${row.kind}`),
        t(`limits:supervisionTrigger.${row.trigger}`),
        whoOf(row),
        row.case.number,
        row.demand,
        minuteOf(row.stands.dueAt),
        stateOf(row),
      ]),
    }
  })

  const progress = async (row: SupervisionRow | undefined): Promise<void> => {
    if (!row || row.stands.state === 'accepted') return
    const view = await desk.caseView(row.case.id)
    const { id, kind, demand, stands, judges } = row
    const files = view ? actsOf(view.file.acts, 'attachment') : []
    const context: Answering = {
      case: row.case.id,
      order: id,
      kind,
      demand,
      stands,
      judges,
      office: view?.settings.officeKind ?? 'community',
      files,
    }
    drawer.open({
      place: id,
      title: (tell) => `${tell('supervision:order.answerTitle')} · ${row.case.number}`,
      saveLabel: (tell) => tell('supervision:order.save'),
      spec: orderStepForm,
      context,
      command: (input) => ({ name: 'answer-supervision', input: input as never }),
      said: t('supervision:saved'),
    })
  }
  const open = (): void => {
    if (here) go({ screen: 'case', id: here.case.id })
  }
  useRowKeys({ at, total: rows.length, onSelect: setAt, onOpen: open, openLabel: t('supervision:openCase'), page: 10 })
  useKeys([{ key: 'E', label: t('supervision:order.progress'), run: () => void progress(here) }])

  return (
    <ListFrame
      label={t('supervision:tabs.orders')}
      heads={(['case', 'what', 'due', 'state'] as const).map((name) => t(`supervision:order.${name}`))}
      acts
      pages={pages}
      at={at}
      onSelect={setAt}
      keyOf={(row) => row.id}
      empty={{ title: t('supervision:order.none'), text: t('supervision:order.noneText') }}
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
            <a href={pathOf({ screen: 'case', id: row.case.id })}>{row.case.number}</a>
            <div className="muted small one-line">{row.case.title}</div>
          </td>
          <td>
            <b className={row.kind === 'daily' ? '' : 'bad'}>{t(`limits:supervisionKind.${row.kind}`)}</b> {row.number}{' '}
            <span className="muted small">
              {whoOf(row)} · {t(`limits:supervisionTrigger.${row.trigger}`)}
              {row.heldAt && ` · ${t(`supervision:order.heldAt.${row.kind}`, { at: moments.timed(row.heldAt) })}`}
            </span>
            <div className="supervision-words">{row.demand}</div>
          </td>
          <td className={row.late ? 'bad' : ''}>{moments.limit(row.stands.dueAt)}</td>
          <td>
            {stateOf(row)}
            {row.stands.disagreed && <div className="bad small">{t('supervision:order.disagreed')}</div>}
          </td>
          <td className="act">
            {row.stands.state !== 'accepted' && (
              <Button size="small" tabIndex={-1} onClick={() => void progress(row)}>
                {t('supervision:order.progress')} {isHere && <Kbd keys="E" />}
              </Button>
            )}
          </td>
        </>
      )}
    />
  )
}
