/** After opening: one plain sentence for each thing that happened to the data. Stays until it is read. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '../desk/api.ts'

export function OpenedNote({ opened }: { opened: Opened }) {
  const { t } = useTranslation('app')
  const [read, setRead] = useState<Opened | null>(null)
  const damaged = opened.damagedJournal + opened.damagedCopy
  const bad = [
    ...(damaged > 0 ? [t('opened.damaged', { n: damaged })] : []),
    ...(opened.gaps > 0 ? [t('opened.gaps', { n: opened.gaps })] : []),
  ]
  const told = [
    ...(opened.from === 'journal' && opened.cases > 0 ? [t('opened.rebuilt', { n: opened.cases })] : []),
    ...(opened.returned > 0 ? [t('opened.returned', { n: opened.returned })] : []),
  ]
  if (read === opened || bad.length + told.length === 0) return null
  return (
    <div className={`opened-note problem${bad.length > 0 ? '' : ' mild'}`} role="status">
      <div>
        {bad.map((sentence) => (
          <p key={sentence} className="bad">
            {sentence}
          </p>
        ))}
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Button onClick={() => setRead(opened)}>{t('opened.close')}</Button>
    </div>
  )
}
