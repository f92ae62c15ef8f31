/** After opening: one plain sentence for each thing that happened to the data. Stays until it is read. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '../desk/shapes.ts'
import { useRoute } from '../session/route.ts'

export function OpenedNote({ opened }: { opened: Opened }) {
  const { t } = useTranslation('app')
  const [read, setRead] = useState<Opened | null>(null)
  const route = useRoute()
  const [first] = useState(route)
  const damaged = opened.damagedJournal + opened.damagedCopy
  const bad = [
    ...(damaged > 0 ? [t('opened.damaged', { n: damaged })] : []),
    ...(opened.gaps > 0 ? [t('opened.gaps', { n: opened.gaps })] : []),
  ]
  const told = opened.returned > 0 ? [t('opened.returned', { n: opened.returned })] : []
  // A first opening in this browser, or one after its data were deleted: nothing was lost, so nobody has to press a button.
  const rebuilt = opened.from === 'journal' && opened.cases > 0 && t('opened.rebuilt', { n: opened.cases })
  if (bad.length + told.length === 0)
    return rebuilt && route === first ? (
      <p className="small muted opened-quiet" role="status">
        {rebuilt}
      </p>
    ) : null
  if (read === opened) return null
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
