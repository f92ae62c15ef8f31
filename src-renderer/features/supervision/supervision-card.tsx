/**
 * 督查督办 on the case page: every demand that is not settled, and every 督办 order, with the key that records its next step.
 * Complete in itself; the page only gives it the case. Nothing where there is nothing.
 */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { findingsOf, isLate, isUnsettled } from '#core/case-file/rectified.ts'
import { isLateAnswer, supervisionOf } from '#core/case-file/supervised.ts'
import { orderStepForm, type Answering } from './order-step-form.tsx'
import { stepCommand, stepForm, type Rectifying } from './step-form.tsx'
import { useDrawer } from './use-drawer.tsx'

export function SupervisionCard({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation(['supervision', 'codes', 'limits'])
  const now = useNow()
  const moments = useMomentWords(now)
  const drawer = useDrawer()
  const { file } = view
  const findings = findingsOf(file).filter(({ stands }) => isUnsettled(stands) || stands.state === 'closed')
  const orders = supervisionOf(file)
  const files = actsOf(file.acts, 'attachment')
  const unsettled = findings.find(({ stands }) => isUnsettled(stands))
  const unanswered = orders.find(({ stands }) => stands.state !== 'accepted')

  const rectify = ({ finding, stands }: (typeof findings)[number]): void => {
    const context: Rectifying = { finding: finding.id, case: file.id, demand: finding.demand, stands, files }
    drawer.open({
      place: finding.id,
      title: (tell) => tell('supervision:finding.stepTitle'),
      saveLabel: (tell) => tell('supervision:finding.save'),
      spec: stepForm,
      context,
      command: (typed) => stepCommand(context, typed),
      said: t('supervision:saved'),
    })
  }
  const answer = ({ order, stands }: (typeof orders)[number]): void => {
    const { id, kind, demand } = order
    const judges = view.judges?.includes(order.id) ?? false
    const context: Answering = {
      case: file.id,
      order: id,
      kind,
      demand,
      stands,
      judges,
      office: view.settings.officeKind,
      files,
    }
    drawer.open({
      place: id,
      title: (tell) => tell('supervision:order.answerTitle'),
      saveLabel: (tell) => tell('supervision:order.save'),
      spec: orderStepForm,
      context,
      command: (input) => ({ name: 'answer-supervision', input: input as never }),
      said: t('supervision:saved'),
    })
  }
  useKeys([
    ...(unsettled ? [{ key: 'Alt+S', label: t('supervision:card.progress'), run: () => rectify(unsettled), quiet: true }] : []), // prettier-ignore
    ...(unanswered ? [{ key: 'Alt+E', label: t('supervision:card.answer'), run: () => answer(unanswered), quiet: true }] : []), // prettier-ignore
  ])
  if (findings.length + orders.length === 0) return null
  return (
    <section className="card" aria-label={t('supervision:card.title')}>
      <h2>{t('supervision:card.title')}</h2>
      {drawer.said}
      {findings.map((one) => (
        <div key={one.finding.id} className="field">
          <b>{t('supervision:card.finding', { verdict: t(`codes:verdict.${one.finding.verdict}`) })}</b>{' '}
          <span className={isLate(one.stands, now) ? 'bad' : 'muted'}>
            {[
              t(`supervision:rectified.${one.stands.state}`),
              one.stands.dueAt && t('supervision:card.due', { at: moments.limit(one.stands.dueAt) }),
              one.stands.disagreed && t('supervision:finding.disagreed'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {isUnsettled(one.stands) && (
            <>
              <div className="muted small">{one.finding.demand}</div>
              <Button size="small" onClick={() => rectify(one)}>
                {t('supervision:card.progress')} {one === unsettled && <Kbd keys="Alt S" />}
              </Button>
            </>
          )}
        </div>
      ))}
      {orders.map((one) => (
        <div key={one.order.id} className="field">
          <b>{t(`limits:supervisionKind.${one.order.kind}`)}</b> {one.order.number}{' '}
          <span className={isLateAnswer(one.stands, now) ? 'bad' : 'muted'}>
            {[
              t(`supervision:supervised.${one.stands.state}`),
              t('supervision:card.due', { at: moments.limit(one.stands.dueAt) }),
              one.stands.held && t(`supervision:order.held.${one.order.kind}`),
              one.stands.disagreed && t('supervision:order.disagreed'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {one.stands.state !== 'accepted' && (
            <>
              <div className="muted small">{one.order.demand}</div>
              <Button size="small" onClick={() => answer(one)}>
                {t('supervision:card.answer')} {one === unanswered && <Kbd keys="Alt E" />}
              </Button>
            </>
          )}
        </div>
      ))}
      {drawer.shown}
    </section>
  )
}
