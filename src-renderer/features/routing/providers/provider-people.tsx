/** 人员 and 活动: who helps, what they took over, hours served; what is announced, who signed up and who came. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProviderParts } from '#app/services/desk-types.ts'
import { minutesServed } from '#core/provider/service-time.ts'
import type { OpenForm } from './provider-parts.tsx'
import { PartLine, ProviderSection } from './provider-section.tsx'
import { useDirectoryWords } from './use-directory-codes.ts'

type PeopleProps = {
  readonly parts: ProviderParts
  readonly onForm: OpenForm
  readonly onTakeBack: (entry: string) => void
  readonly onAttended: (signUp: string, attended: boolean) => void
  readonly onCertificate: (member: string) => void
}

export function ProviderPeople({ parts, onForm, onTakeBack, onCertificate }: PeopleProps) {
  const { t } = useTranslation('providers')
  const words = useDirectoryWords()
  return (
    <>
      <ProviderSection
        title={t('section.members')}
        empty={t('section.noMembers')}
        add={{ words: t('section.addMember'), run: () => onForm('member') }}
      >
        {parts.members.map((one) => (
          <PartLine
            key={one.id}
            title={one.name}
            warn={one.leftAt === '' ? undefined : t('left', { day: one.leftAt })}
            onEdit={() => onForm('member', one)}
            facts={[
              words.memberKind[one.kind],
              one.capacity !== '' && words.capacity[one.capacity],
              one.team,
              one.from,
              one.skills.join(t('comma')),
              one.freeHours,
              one.posts.join(t('comma')),
              one.phone,
            ]}
          >
            <div className="row">
              <span className="small">{t('served', { hours: hoursOf(one.minutes) })}</span>
              <Button size="small" onClick={() => onForm('time', one)}>
                {t('section.addTime')}
              </Button>
              <Button size="small" disabled={one.minutes === 0} onClick={() => onCertificate(one.id)}>
                {t('section.certificate')}
              </Button>
            </div>
          </PartLine>
        ))}
      </ProviderSection>
      <ProviderSection
        title={t('section.tasks')}
        empty={t('section.noTasks')}
        add={{ words: t('section.addTask'), run: () => onForm('task') }}
      >
        {parts.tasks.map((one) => (
          <PartLine
            key={one.id}
            title={`${words.taskKind[one.kind]}：${one.title}`}
            warn={one.closed ? t('form.taskClosed') : undefined}
            onEdit={() => onForm('task', one)}
            facts={[
              t('claimed', { n: one.claims.length, of: one.wanted }),
              one.until !== '' && t('until', { day: one.until }),
              one.note,
            ]}
          >
            <div className="row">
              {one.claims.map((claim) => (
                <button key={claim.id} type="button" className="picked" onClick={() => onTakeBack(claim.id)}>
                  {parts.memberNames[claim.member] ?? '—'} <span aria-hidden="true">×</span>
                  <span className="spoken-only">{t('takeBack')}</span>
                </button>
              ))}
              {!one.closed && one.claims.length < one.wanted && (
                <Button size="small" onClick={() => onForm('claim', one)}>
                  {t('section.claim')}
                </Button>
              )}
            </div>
          </PartLine>
        ))}
      </ProviderSection>
      {parts.times.length > 0 && (
        <ProviderSection title={t('section.times')} empty="">
          {parts.times.map((one) => (
            <li key={one.id} className={one.withdrawn ? 'taken-back' : ''}>
              <div className="row">
                <span>
                  {one.day} {one.from}–{one.to} · {parts.memberNames[one.member] ?? '—'} · {one.what}
                </span>
                <span className="muted small">{t('hoursServed', { hours: hoursOf(minutesServed(one)) })}</span>
                {!one.withdrawn && (
                  <Button size="small" type="text" onClick={() => onTakeBack(one.id)}>
                    {t('takeBack')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ProviderSection>
      )}
    </>
  )
}

/** Half hours and quarters as people say them: 1.5, never rounded up. */
export const hoursOf = (minutes: number): string => String(Math.floor((minutes / 60) * 100) / 100)

const shown = (moment: string): string => `${moment.slice(0, 10)} ${moment.slice(11, 16)}`

export function ProviderActivities({ parts, onForm, onTakeBack, onAttended }: PeopleProps) {
  const { t } = useTranslation('providers')
  return (
    <ProviderSection
      title={t('section.activities')}
      empty={t('section.noActivities')}
      add={{ words: t('section.addActivity'), run: () => onForm('activity') }}
    >
      {parts.activities.map((one) => {
        const came = one.signUps.filter(({ attended }) => attended).length
        return (
          <PartLine
            key={one.id}
            title={one.title}
            warn={one.cancelled ? t('form.cancelled') : undefined}
            onEdit={() => onForm('activity', one)}
            facts={[
              `${shown(one.from)} – ${one.to.slice(0, 10) === one.from.slice(0, 10) ? one.to.slice(11, 16) : shown(one.to)}`,
              one.where,
              one.places === null
                ? t('signedUp', { n: one.signUps.length })
                : t('signedUpOf', { n: one.signUps.length, of: one.places }),
              came > 0 && t('came', { n: came }),
            ]}
          >
            <div className="row">
              {one.signUps.map((each) => {
                const name = each.member === '' ? each.name : (parts.memberNames[each.member] ?? '—')
                return (
                  <span key={each.id} className="sign-up">
                    <label>
                      <input
                        type="checkbox"
                        checked={each.attended === true}
                        onChange={(event) => onAttended(each.id, event.target.checked)}
                      />
                      {name}
                      {each.member !== '' && <small className="muted"> {t('form.helper')}</small>}
                    </label>
                    <button
                      type="button"
                      className="link"
                      aria-label={`${t('takeBack')} ${name}`}
                      onClick={() => onTakeBack(each.id)}
                    >
                      ×
                    </button>
                  </span>
                )
              })}
              {!one.cancelled && (
                <Button size="small" onClick={() => onForm('signUp', one)}>
                  {t('section.signUp')}
                </Button>
              )}
            </div>
          </PartLine>
        )
      })}
    </ProviderSection>
  )
}
