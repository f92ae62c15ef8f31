/** One case or several, found by number or title. Search words stay in memory. */
import { Select } from 'antd'
import { useState } from 'react'
import { useServices } from '#app/services/services.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { FieldBind } from '#app/ui/field.tsx'

type CaseChoiceProps = {
  readonly bind: FieldBind
  readonly value: readonly string[]
  readonly many: boolean
  /** uuid: cases of that station alone. */
  readonly station?: string | undefined
  readonly onChange: (ids: readonly string[]) => void
}

const SHOWN = 12

export function CaseChoice({ bind, value, many, station, onChange }: CaseChoiceProps) {
  const { desk } = useServices()
  const [typed, setTyped] = useState('')
  const filter = { ...(station !== undefined && { station }), sort: 'received', descending: true, offset: 0 } as const
  const found = useAnswer(
    () => desk.page({ ...filter, ...(typed.trim() !== '' && { search: typed }), limit: SHOWN }),
    [desk, typed, station],
  )
  const chosen = useAnswer(
    () => (value.length === 0 ? Promise.resolve(null) : desk.page({ ...filter, ids: value, limit: 50 })),
    [desk, value.join(' ')],
  )
  const rows = new Map([...(found?.rows ?? []), ...(chosen?.rows ?? [])].map((row) => [row.id, row]))
  return (
    <Select
      {...bind}
      {...(many && { mode: 'multiple' as const })}
      className="choice"
      style={{ width: '100%' }}
      showSearch
      filterOption={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      value={many ? [...value] : value[0]}
      onSearch={setTyped}
      options={[...rows.values()].map((row) => ({
        value: row.id,
        label: [row.number, row.title].filter(Boolean).join(' · '),
      }))}
      onChange={(next: string | string[] | undefined) => onChange(next === undefined ? [] : [next].flat())}
    />
  )
}
