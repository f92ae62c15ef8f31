import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'

/** `path`: null when nothing was written. */
export type Exported = { readonly count: number; readonly path: string | null }

type ExportListProps = {
  readonly filter: Filter
  readonly total: number
  readonly onSaid: (exported: Exported) => void
}

/** The filtered list as a file; says where it is. */
export function ExportList({ filter, total, onSaid }: ExportListProps) {
  const { t } = useTranslation('cases')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const run = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setBusy(true)
    const bytes = await desk.exportList(filter, format, language).catch(() => null)
    const path = bytes && (await host.saveFile(`${t('exportName')}-${dayOf(momentOf(clock()))}.${format}`, bytes))
    setBusy(false)
    onSaid({ count: total, path: path?.ok ? path.value : null })
  }
  return (
    <Dropdown
      trigger={['click']}
      disabled={busy || total === 0}
      menu={{
        items: [
          { key: 'xlsx', label: t('exportXlsx') },
          { key: 'csv', label: t('exportCsv') },
        ],
        onClick: ({ key }) => void run(key as 'xlsx' | 'csv'),
      }}
    >
      <Button loading={busy}>{busy ? t('exporting') : `${t('export')} ▾`}</Button>
    </Dropdown>
  )
}
