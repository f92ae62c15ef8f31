import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TopicMember } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'

type MembersProps = { readonly members: readonly TopicMember[]; readonly onTakeOut: (id: string) => void }

/** 并在一起的工单: each with its own state; taking one out restores it as it stood. */
export function Members({ members, onTakeOut }: MembersProps) {
  const { t } = useTranslation(['topics', 'codes'])
  const moments = useMomentWords(useNow())
  return (
    <section className="card" aria-labelledby="topic-members">
      <h2 id="topic-members">{t('topics:page.members')}</h2>
      <ul className="topic-members">
        {members.map(({ row, phoneTail, answered }) => {
          const who = [row.requester, phoneTail && t('topics:page.tail', { tail: phoneTail }), row.place]
          const status = t(`codes:${row.serviceType === 'administrative' ? 'statusUp' : 'status'}.${row.status}`)
          return (
            <li key={row.id}>
              <ServiceTypeTile type={row.serviceType} />
              <div>
                <a className="one-line" href={pathOf({ screen: 'case', id: row.id })}>
                  {row.title}
                </a>
                <div className="one-line muted small">{[row.number, ...who].filter(Boolean).join(' · ')}</div>
              </div>
              <div className="small">
                <div>{status}</div>
                <div className="muted">{answered ? moments.at(answered.at) : t('topics:page.notAnswered')}</div>
              </div>
              <Button
                size="small"
                aria-label={`${t('topics:page.takeOut')} ${row.number}`}
                onClick={() => onTakeOut(row.id)}
              >
                {t('topics:page.takeOut')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
