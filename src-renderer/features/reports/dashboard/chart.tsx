/** One chart on a canvas. What it shows stands in the table beside it as well, and that is what a screen reader gets. */
import { useEffect, useRef } from 'react'
import type { ChartOption, Picked } from './echarts.ts'

type ChartProps = {
  readonly option: ChartOption
  readonly onPick: (picked: Picked) => void
  readonly height: number
}

export function Chart({ option, onPick, height }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const drawn = useRef<{ readonly show: (option: ChartOption) => void } | null>(null)
  const latest = useRef({ option, onPick })
  useEffect(() => {
    latest.current = { option, onPick }
    drawn.current?.show(option)
  })
  useEffect(() => {
    let chart: { readonly show: (option: ChartOption) => void; readonly end: () => void } | null = null
    let wanted = true
    const draw = async (): Promise<void> => {
      const { drawChart } = await import('./echarts.ts')
      if (!wanted || !frame.current) return
      chart = drawChart(frame.current, (picked) => latest.current.onPick(picked))
      drawn.current = chart
      chart.show(latest.current.option)
    }
    void draw()
    return () => {
      wanted = false
      drawn.current = null
      chart?.end()
    }
  }, [])
  return <div ref={frame} className="chart" aria-hidden="true" style={{ height }} />
}
