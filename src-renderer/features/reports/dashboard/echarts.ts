/** The parts of echarts that the dashboard draws with; fetched with the first chart. To add one: here, and in `use`. */
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { BugError } from '#core/lib/assert.ts'

use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]) // prettier-ignore

export type ChartOption = EChartsCoreOption

/** Whoever asked was clicked: place of the data in its row, and which row. */
export type Picked = { readonly series: number; readonly at: number; readonly value: unknown }

export function drawChart(element: HTMLElement, onPick: (picked: Picked) => void) {
  const chart = init(element, null, { renderer: 'canvas' })
  chart.on('click', ({ seriesIndex = 0, dataIndex, value }) => onPick({ series: seriesIndex, at: dataIndex, value }))
  const seen = new ResizeObserver(() => chart.resize())
  seen.observe(element)
  return {
    show: (option: ChartOption): void => chart.setOption(option, { notMerge: true }),
    end: (): void => {
      seen.disconnect()
      chart.dispose()
    },
  }
}

/** Pixels of a saved picture, at twice the density of a screen: sharp in a report on A4. */
const PICTURE = { width: 960, height: 480, density: 2 }

/** PNG with its title above, and below when and over which period it was made. */
export function chartPicture(option: ChartOption, title: string, foot: string): Uint8Array {
  const frame = document.createElement('div')
  const chart = init(frame, null, { renderer: 'canvas', width: PICTURE.width, height: PICTURE.height })
  try {
    const around = [
      { text: title, left: 16, top: 12, textStyle: { fontSize: 18, color: '#1d2733' } },
      { text: foot, left: 16, bottom: 8, textStyle: { fontSize: 12, fontWeight: 'normal', color: '#51606f' } },
    ]
    chart.setOption({ ...option, title: around, grid: { left: 24, right: 24, top: 84, bottom: 48 } })
    return bytesOf(chart.getDataURL({ type: 'png', pixelRatio: PICTURE.density, backgroundColor: '#fff' }))
  } finally {
    chart.dispose()
  }
}

function bytesOf(address: string): Uint8Array {
  const [head, data] = address.split(',')
  if (head !== 'data:image/png;base64' || !data) throw new BugError('a chart gave no picture')
  return Uint8Array.from(atob(data), (char) => char.charCodeAt(0))
}
