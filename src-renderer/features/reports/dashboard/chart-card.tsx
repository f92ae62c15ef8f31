/** A chart and its table, one at a time: 图 or 表. Either can be saved, as a picture or as a spreadsheet. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { tableSheet, type ReportTable } from '#core/reports/report-table.ts'
import type { ReportStamp } from '#core/reports/report-figures.ts'
import { stampSheet } from '#core/reports/report-stamp.ts'
import { useMakeFrame } from '../use-paper-frame.ts'
import { Chart } from './chart.tsx'
import type { ChartOption, Picked } from './echarts.ts'
import { useStampWords } from './stamp.tsx'

type ChartShown = {
  readonly option: ChartOption
  readonly onPick: (picked: Picked) => void
  readonly height: number
}

type ChartCardProps = {
  readonly title: string
  readonly hint?: string
  /** None: the table is the picture (a matrix). */
  readonly chart?: ChartShown
  /** As it is saved; the numbers on the screen open their cases. */
  readonly table: ReportTable
  readonly stamp: ReportStamp
  readonly children: ReactNode
  readonly tools?: ReactNode
}

export function ChartCard({ title, hint, chart, table, stamp, children, tools }: ChartCardProps) {
  const { t } = useTranslation('reports')
  const { desk, host } = useServices()
  const makeFrame = useMakeFrame()
  const stampWords = useStampWords(stamp)
  const [asTable, setAsTable] = useState(false)
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const isTable = asTable || !chart
  const name = `${title}-${stamp.period.from.slice(0, 10)}`
  const saveSheet = async (): Promise<void> => {
    const frame = await makeFrame()
    const about = stampSheet(stamp, frame, [
      [t('station'), frame.station],
      [t('title'), title],
    ])
    setSaved(await host.saveFile(`${name}.xlsx`, await desk.writeFile({ xlsx: [tableSheet(table), about] })))
  }
  const savePicture = async (): Promise<void> => {
    if (!chart) return
    const { chartPicture } = await import('./echarts.ts')
    setSaved(await host.saveFile(`${name}.png`, chartPicture(chart.option, title, stampWords)))
  }
  return (
    <section className="card chart-card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {hint && <span className="muted small">{hint}</span>}
        <div className="tools">
          {tools}
          {chart && (
            <Button size="small" type="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? t('asChart') : t('asTable')}
            </Button>
          )}
          {chart && !isTable ? (
            <Button size="small" type="text" onClick={() => void savePicture()}>
              {t('savePicture')}
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => void saveSheet()}>
              {t('saveSheet')}
            </Button>
          )}
        </div>
      </header>
      {saved && <SavedFile saved={saved} onReveal={host.reveal} />}
      {chart && !isTable && <Chart {...chart} />}
      {isTable ? (
        // Wider than its card in large print: whoever has no mouse scrolls it, too.
        <div className="table-frame" role="group" aria-label={title} tabIndex={0}>
          {children}
        </div>
      ) : (
        <div className="spoken-only">{children}</div>
      )}
    </section>
  )
}
