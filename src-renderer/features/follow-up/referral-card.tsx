/**
 * Who has the matter, since when and until when, and what they can say next, one button each; whoever helps beside them;
 * what was asked back and what was ruled. Nothing is shown while nobody ever had it.
 */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Deadline } from '#app/ui/deadline.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import type { ReferralStep } from '#core/case-file/codes.ts'
import { dutyOf } from '#core/case-file/duties.ts'
import {
  doneStep,
  isConsentWithdrawn,
  isLead,
  lateCoHandlers,
  leadOrder,
  openObjection,
  orderState,
  ordersInForce,
  refusedRuling,
  type Order,
} from '#core/case-file/orders.ts'
import { SENT_FIELDS } from '#core/case-file/referral-codes.ts'
import { isOpen } from '#core/case-file/status.ts'
import type { Moment } from '#core/lib/time.ts'
import './referral-card.css'

export type ReferralAct =
  'record-referral-step' | 'raise-objection' | 'rule-objection' | 'dispatch-co' | 'record-answer'

type CardProps = {
  readonly view: CaseView
  readonly now: Moment
  /** Opens a form; `preset`: the order it is about, and the step. */
  readonly onAct: (command: ReferralAct, preset?: string) => void
}

export function ReferralCard({ view, now, onAct }: CardProps) {
  const { t } = useTranslation(['referral', 'case-file', 'codes', 'limits'])
  const moments = useMomentWords(now)
  const { file } = view
  const round = currentRound(file)
  const all = actsOf(round, 'referral')
  const parts = actsOf(round, 'participation')
  if (all.length === 0 && parts.length === 0) return null
  const inForce = ordersInForce(file)
  const lead = leadOrder(file)
  const cos = inForce.filter((order) => order !== lead)
  const late = new Set(lateCoHandlers(file, now).map(({ id }) => id))
  const earlier = all.filter((order) => !inForce.includes(order))
  const isUp = lead?.way === 'report-up'
  const duty = dutyOf(file)
  const nameOf = (order: Order): string => view.providerNames[order.provider] ?? t('case-file:timeline.unknownProvider')
  return (
    <section className="card referral" aria-label={t(isUp ? 'referral:card.titleUp' : 'referral:card.title')}>
      <div className="row">
        <h2>{t(isUp ? 'referral:card.titleUp' : 'referral:card.title')}</h2>
        {(duty === 'vacant' || duty === 'both') && (
          <span className="mark warn" title={t('referral:dutyHint.vacant')}>
            {t('referral:duty.vacant')}
          </span>
        )}
        {(duty === 'overstepped' || duty === 'both') &&
          (view.oneHanded ? (
            // Said, but no warning: nobody else was there.
            <span className="muted small">{t('referral:duty.oneHanded')}</span>
          ) : (
            <span className="mark warn" title={t('referral:dutyHint.overstepped')}>
              {t('referral:duty.overstepped')}
            </span>
          ))}
      </div>
      {lead && <OrderPart order={lead} view={view} now={now} onAct={onAct} main />}
      {cos.length > 0 && <h3>{t('referral:card.co')}</h3>}
      {cos.map((order) => (
        <OrderPart key={order.id} order={order} view={view} now={now} onAct={onAct} late={late.has(order.id)} />
      ))}
      {lead && isOpen(view.status) && (
        <Button type="link" size="small" onClick={() => onAct('dispatch-co')}>
          {t('case-file:action.dispatch-co')}
        </Button>
      )}
      {parts.length > 0 && <h3>{t('referral:card.parts')}</h3>}
      {parts.map((act) => (
        <p key={act.id} className="small">
          {act.organisation} · {t(`referral:part.${act.part}`)}
          {act.task && ` · ${act.task}`}
        </p>
      ))}
      {earlier.map((order) => (
        <p key={order.id} className="muted small">
          {t('referral:card.earlier', {
            provider: nameOf(order),
            state: t(
              order.way === 'report-up'
                ? `referral:stateUp.${orderState(round, order)}`
                : `referral:state.${orderState(round, order)}`,
            ),
          })}{' '}
          {moments.at(order.at)}
        </p>
      ))}
    </section>
  )
}

type PartProps = CardProps & { readonly order: Order; readonly main?: boolean; readonly late?: boolean }

function OrderPart({ order, view, now, onAct, main = false, late = false }: PartProps) {
  const { t } = useTranslation(['referral', 'case-file', 'codes', 'limits'])
  const moments = useMomentWords(now)
  const { desk } = useServices()
  const providers = useAnswer(() => desk.providers(), [desk, view])
  const card = providers?.find(({ id }) => id === order.provider)
  const round = currentRound(view.file)
  const state = orderState(round, order, now)
  const isUp = order.way === 'report-up'
  const objection = openObjection(round, order.id)
  const kept = refusedRuling(round, order.id)
  const done = doneStep(round, order.id)
  const urgings = actsOf(round, 'urging').filter(({ referral }) => referral === order.id || (main && !referral))
  const fields = SENT_FIELDS.filter((field) => order.fieldsSent?.includes(field))
    .map((field) => t(`referral:sent.${field}`))
    .join(t('referral:timeline.and'))
  const open = isOpen(view.status)
  return (
    <div className={`order${main ? ' main' : ''}`}>
      <div className="row">
        <b>{view.providerNames[order.provider] ?? t('case-file:timeline.unknownProvider')}</b>
        <span className={`order-state ${state}`}>
          {t(isUp ? `referral:stateUp.${state}` : `referral:state.${state}`)}
        </span>
      </div>
      <div className="muted small">
        {[
          t(isUp ? 'referral:card.sinceUp' : 'referral:card.since', { at: moments.at(order.at) }),
          order.part && t(`referral:part.${order.part}`),
          state === 'offered' && order.replyBy && t('referral:card.replyBy', { at: moments.limit(order.replyBy) }),
          card?.phone,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {order.dueAt && open && state !== 'done' && <Deadline dueAt={order.dueAt} from={order.at} now={now} />}
      {state === 'silent' && order.replyBy && (
        <p className="warn small">{t('referral:card.replyLate', { at: moments.at(order.replyBy) })}</p>
      )}
      {late && <p className="warn small">{t('referral:card.coLate')}</p>}
      {fields && (
        <p className="muted small">
          {order.ground
            ? t('referral:card.sent', { fields, ground: t(`referral:ground.${order.ground}`) })
            : t('referral:card.sentUp', { fields })}
        </p>
      )}
      {isConsentWithdrawn(view.file.acts, order) && <p className="warn small">{t('referral:card.consentGone')}</p>}
      {urgings.map(({ id, at, kind }) => (
        <p key={id} className="small">
          {t('referral:card.urged', { at: moments.at(at), kind: t(`limits:urgingKind.${kind}`) })}
        </p>
      ))}
      {objection && (
        <p className="warn small">
          {t('referral:card.objection', {
            at: moments.at(objection.at),
            reason: t(`codes:returnReason.${objection.reasonCode}`),
          })}
        </p>
      )}
      {kept && <p className="small">{t('referral:card.kept', { at: moments.at(kept.at) })}</p>}
      {main && done && open && view.status !== 'answered' && (
        <p className="small">
          {t('referral:card.done', {
            outcome: done.outcome
              ? t(`codes:outcome.${done.outcome}`)
              : t(isUp ? 'codes:referralStepUp.fed-back' : 'codes:referralStep.done'),
          })}
        </p>
      )}
      {open && <OrderButtons order={order} state={state} isUp={isUp} kept={kept !== null} onAct={onAct} />}
    </div>
  )
}

type ButtonsProps = {
  readonly order: Order
  readonly state: ReturnType<typeof orderState>
  readonly isUp: boolean
  readonly kept: boolean
  readonly onAct: CardProps['onAct']
}

/** At most three; everything else that may have happened is in the form behind 单位回话. */
function OrderButtons({ order, state, isUp, kept, onAct }: ButtonsProps) {
  const { t } = useTranslation(['referral', 'case-file', 'codes'])
  const step = (name: ReferralStep) => (
    <Button key={name} size="small" onClick={() => onAct('record-referral-step', `${order.id} ${name}`)}>
      {isUp ? t(`codes:referralStepUp.${name}`) : t(`codes:referralStep.${name}`)}
    </Button>
  )
  const ask = (
    <Button key="ask" size="small" onClick={() => onAct('raise-objection', order.id)}>
      {t('case-file:action.raise-objection')}
    </Button>
  )
  if (state === 'under-review')
    return (
      <div className="order-acts">
        <Button size="small" type="primary" onClick={() => onAct('rule-objection')}>
          {t('case-file:action.rule-objection')}
        </Button>
      </div>
    )
  if (state === 'done') {
    return isLead(order) ? (
      <div className="order-acts">
        <Button size="small" onClick={() => onAct('record-answer')}>
          {t('case-file:action.record-answer')}
        </Button>
      </div>
    ) : null
  }
  const shown =
    state === 'offered' || state === 'silent'
      ? isUp
        ? [step('received'), step('returned')]
        : [step('accepted'), step('declined'), ...(state === 'silent' ? [step('silent')] : [ask])]
      : [step(isUp ? 'fed-back' : 'done'), step('interim'), ...(isUp || kept ? [] : [ask])]
  return <div className="order-acts">{shown}</div>
}
