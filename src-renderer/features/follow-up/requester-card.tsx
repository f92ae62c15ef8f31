import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { handlerOf } from '#core/case-file/handler.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import type { Moment } from '#core/lib/time.ts'
import { maskedPhone } from '#core/case-file/masked.ts'
import { RequesterEntry } from './requester-entry.tsx'
import { isOwnNumber, sourceWords } from './source-words.ts'

/** Who asked. A whole number is shown only when somebody asks for it; a reporter (举报) not even by name. */
export function RequesterCard({ view, now }: { readonly view: CaseView; readonly now: Moment }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const { desk } = useServices()
  const [shown, setShown] = useState(false)
  const moments = useMomentWords(now)
  const { fields } = view.file
  if (view.station?.isOwn === false)
    return <StationCard name={view.station.name} raisedAt={fields.raisedAt} moments={moments} />
  const isReport = isConfidential(fields)
  const name = (isReport ? fields.reporterName : fields.requesterName) ?? ''
  const phone = (isReport ? fields.reporterPhone : fields.requesterPhone) ?? ''
  const heading = fields.anonymous
    ? t('requester.anonymous')
    : isReport
      ? t('requester.report')
      : [fields.requesterUnit, name].filter(Boolean).join(' · ') || t('requester.title')
  const hidden = isReport ? name !== '' || phone !== '' : phone !== ''
  const toggle = (): void => {
    setShown(!shown)
    // The trace is written beside the showing: a resident on the phone does not wait for a disk.
    if (!shown)
      void desk.run({ name: 'record-viewing', input: { case: view.file.id, what: isReport ? 'reporter' : 'phone' } })
  }
  const handler = handlerOf(view.file)
  const button = hidden && !fields.anonymous && (
    <Button type="link" size="small" aria-expanded={shown} onClick={toggle}>
      {shown ? t('requester.hide') : isReport ? t('requester.showReporter') : t('requester.show')}
    </Button>
  )
  return (
    <section className="card requester" aria-label={t('requester.title')}>
      <h2>
        {heading} {!fields.anonymous && !isReport && <RequesterEntry caseId={view.file.id} />}
      </h2>
      <dl className="facts">
        {isReport && shown && name && <Fact word={t('requester.name')}>{name}</Fact>}
        {!fields.anonymous && (
          <Fact word={t('requester.phone')}>
            {phone ? (shown ? phone : isReport ? '***' : maskedPhone(phone)) : isReport ? '' : t('requester.none')}{' '}
            {button}
          </Fact>
        )}
        {fields.forWhom && (
          <Fact word={t('requester.forWhom')}>
            {[fields.forWhom, fields.relation && t(`codes:relation.${fields.relation}`)].filter(Boolean).join(' · ')}
          </Fact>
        )}
        {fields.reportedUnit && <Fact word={t('requester.reported')}>{fields.reportedUnit}</Fact>}
        {fields.openReason && <Fact word={t('requester.open')}>{fields.openReason}</Fact>}
        <Fact word={t('requester.place')}>{fields.place || t('requester.none')}</Fact>
        {fields.raisedAt && <Fact word={t('requester.raised')}>{moments.at(fields.raisedAt)}</Fact>}
        {fields.externalId && (
          <Fact word={t('requester.source')}>
            {[isOwnNumber(fields.externalId) && fields.externalId, sourceWords(fields.externalSource ?? '', t)]
              .filter(Boolean)
              .join(' · ')}
          </Fact>
        )}
        {handler && <Fact word={t('requester.handler')}>{view.userNames[handler]}</Fact>}
      </dl>
    </section>
  )
}

/** At an upper office: who asked is known to the station alone. */
function StationCard({
  name,
  raisedAt,
  moments,
}: {
  readonly name: string
  readonly raisedAt: Moment | undefined
  readonly moments: ReturnType<typeof useMomentWords>
}) {
  const { t } = useTranslation('case-file')
  return (
    <section className="card requester" aria-label={t('requester.title')}>
      <h2>{name}</h2>
      <p className="muted small">{t('requester.atStation')}</p>
      {raisedAt && (
        <dl className="facts">
          <Fact word={t('requester.raised')}>{moments.at(raisedAt)}</Fact>
        </dl>
      )}
    </section>
  )
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
