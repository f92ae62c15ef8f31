/** What could be talked about with the residents; one press makes it a common matter with the requests there are. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { partOf, type Standing } from './part-of.ts'
import { StateTile } from './state-tile.tsx'
import { Trouble } from './trouble.tsx'

type HaveProposalsProps = {
  readonly proposals: readonly Standing[]
  readonly trouble: RunCode | null
  readonly onTrouble: (trouble: RunCode) => void
}

export function HaveProposals({ proposals, trouble, onTrouble }: HaveProposalsProps) {
  const { t } = useTranslation('haves')
  const { desk } = useServices()
  const begin = async ({ row, cell }: Standing): Promise<void> => {
    const title = t('proposal.title', { place: row.name, have: t(`have.${cell.have}`) })
    const saved = await desk.run({
      name: 'begin-topic',
      input: { title, category: '', place: row.name, note: '', cases: [...cell.cases], have: cell.have, placeId: row.place }, // prettier-ignore
    })
    if (!saved.ok) return onTrouble(saved.error)
    go({ screen: 'topics', id: saved.value.entities[0]! })
  }
  return (
    <section className="card have-list" aria-label={t('tab.proposals')}>
      {trouble && <Trouble trouble={trouble} />}
      {proposals.length === 0 && <p className="muted">{t('proposal.none')}</p>}
      <ul>
        {proposals.map((one) => {
          const { row, cell } = one
          const line = t('due.line', { place: row.name, have: t(`have.${cell.have}`) })
          return (
            <li key={line}>
              <StateTile state={cell.state} />
              <div>
                <a href={pathOf({ screen: 'haves', id: partOf(row.place, cell.have) })}>{line}</a>
                <div className="muted small">
                  {t(`proposal.reason.${cell.proposal!}`, { persons: cell.persons })} ·{' '}
                  {cell.cases.length > 0 ? t('proposal.cases', { count: cell.cases.length }) : t('proposal.noCases')}
                </div>
              </div>
              <Button aria-label={`${t('proposal.begin')} ${line}`} onClick={() => void begin(one)}>
                {t('proposal.begin')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
