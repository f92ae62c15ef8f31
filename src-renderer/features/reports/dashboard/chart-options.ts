/** The charts as echarts wants them. Colours are the app's (ui/base.css); a colour never says anything alone. */
import type { ChartOption } from './echarts.ts'

export const COLOURS = {
  brand: '#0f6b63',
  brandMid: '#8cc5bf',
  ink: '#1d2733',
  ink2: '#51606f',
  line: '#e3e8ed',
  warn: '#b7791f',
  bad: '#c0392b',
  administrative: '#2f5fb3',
  welfare: '#2e7d4f',
  market: '#a3570f',
  undecided: '#8a96a3',
} as const

const TEXT = { fontFamily: 'Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif', color: COLOURS.ink2 }

/** No animation; tooltips are drawn on the canvas, because the page's policy lets no markup bring styles. */
const BASE = {
  animation: false,
  textStyle: TEXT,
  tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, axisPointer: { type: 'shadow' } },
  grid: { left: 8, right: 12, top: 34, bottom: 4 },
} as const

const axisLine = { lineStyle: { color: COLOURS.line } }
const words = (data: readonly string[], more: object = {}) => ({
  type: 'category',
  data,
  axisLine,
  axisTick: { show: false },
  axisLabel: { color: COLOURS.ink2, fontSize: 12, ...more },
})
const numbers = (more: object = {}) => ({
  type: 'value',
  minInterval: 1,
  splitLine: axisLine,
  axisLabel: { color: COLOURS.ink2, fontSize: 12 },
  ...more,
})
const legend = { top: 0, left: 0, itemWidth: 14, itemHeight: 8, textStyle: { color: COLOURS.ink2, fontSize: 12 } }
const valueLabel = (position: string) => ({ show: true, position, color: COLOURS.ink, fontSize: 12 })

type Bars = { readonly name: string; readonly colour: string; readonly data: readonly number[] }

/** Bars side by side, and a line over them on an axis of its own: score out of 100. */
export function trendOption(
  labels: readonly string[],
  bars: readonly Bars[],
  line: { readonly name: string; readonly data: readonly (number | null)[] },
): ChartOption {
  return {
    ...BASE,
    legend,
    grid: { ...BASE.grid, right: 8 },
    xAxis: words(labels),
    yAxis: [numbers(), numbers({ min: 0, max: 100, splitLine: { show: false } })],
    series: [
      ...bars.map(({ name, colour, data }) => ({
        type: 'bar',
        name,
        data,
        itemStyle: { color: colour },
        barMaxWidth: 22,
      })),
      {
        type: 'line',
        name: line.name,
        yAxisIndex: 1,
        data: line.data,
        connectNulls: false,
        symbolSize: 7,
        itemStyle: { color: COLOURS.warn },
        lineStyle: { color: COLOURS.warn, width: 2 },
      },
    ],
  }
}

/** One row a type, its letter in front; what is open lies behind what is closed. */
export const typesOption = (labels: readonly string[], bars: readonly Bars[]): ChartOption => ({
  ...BASE,
  legend,
  grid: { ...BASE.grid, right: 48 },
  xAxis: numbers({ splitLine: { show: false }, axisLabel: { show: false } }),
  yAxis: { ...words(labels), inverse: true },
  series: bars.map(({ name, colour, data }) => ({
    type: 'bar',
    name,
    data,
    itemStyle: { color: colour },
    barMaxWidth: 16,
    label: valueLabel('right'),
  })),
})

/** `alarmed`: bars from this one on are late by any measure. */
export const ageingOption = (labels: readonly string[], data: readonly number[], alarmed: number): ChartOption => ({
  ...BASE,
  grid: { ...BASE.grid, top: 20 },
  xAxis: words(labels, { interval: 0 }),
  yAxis: numbers({ axisLabel: { show: false }, splitLine: { show: false } }),
  series: [
    {
      type: 'bar',
      data: data.map((value, i) => ({ value, itemStyle: { color: i >= alarmed ? COLOURS.warn : COLOURS.brand } })),
      barMaxWidth: 34,
      label: valueLabel('top'),
    },
  ],
})

/** Percent, one bar a rate. */
export const ratesOption = (labels: readonly string[], data: readonly (number | null)[]): ChartOption => ({
  ...BASE,
  grid: { ...BASE.grid, top: 8, right: 48 },
  xAxis: numbers({ min: 0, max: 100, axisLabel: { show: false }, splitLine: { show: false } }),
  yAxis: { ...words(labels), inverse: true },
  series: [
    {
      type: 'bar',
      data,
      itemStyle: { color: COLOURS.brand },
      backgroundStyle: { color: COLOURS.line },
      showBackground: true,
      barMaxWidth: 18,
      label: { ...valueLabel('right'), formatter: ({ value }: { value: number }) => value.toFixed(1) },
    },
  ],
})

/** Columns by rows; the number stands in each field, the colour only helps to find it. */
export function heatOption(
  columns: readonly string[],
  rows: readonly string[],
  cells: readonly (readonly [column: number, row: number, value: number])[],
): ChartOption {
  const most = Math.max(1, ...cells.map(([, , value]) => value))
  return {
    ...BASE,
    tooltip: { ...BASE.tooltip, trigger: 'item' },
    grid: { ...BASE.grid, top: 8, bottom: 8 },
    xAxis: { ...words(columns, { interval: 0, width: 92, overflow: 'break' }), position: 'top', splitArea: { show: false } }, // prettier-ignore
    yAxis: { ...words(rows, { width: 130, overflow: 'truncate' }), inverse: true },
    visualMap: { show: false, min: 0, max: most, inRange: { color: ['#f1f7f6', '#8cc5bf', '#4d9d95'] } },
    series: [
      {
        type: 'heatmap',
        data: cells,
        label: { show: true, color: COLOURS.ink },
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
      },
    ],
  }
}
