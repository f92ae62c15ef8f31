/** Whom the call is about and what was done; the whole number only when somebody asks for it, and that leaves a trace. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallSheet } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useTwoNames } from '#app/ui/category-name.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { maskedPhone } from '#core/case-file/masked.ts'
import type { InvalidReason, Outcome } from '#core/case-file/codes.ts'

type CallFactsProps = {
  readonly sheet: CallSheet
  readonly shown: boolean
  readonly onShow: () => void
}

export function CallFacts({ sheet, shown, onShow }: CallFactsProps) {
  const { t } = useTranslation(['revisit', 'codes'])
  const moments = useMomentWords(useNow())
  const nameOf = useTwoNames()
  const { row, due, name, phone, isReport } = sheet
  const who = isReport ? (shown ? name : t('revisit:call.reporter')) : name
  return (
    <section className="card call-facts">
      <h2>
        <a href={pathOf({ screen: 'case', id: sheet.id })}>{row.title}</a>
      </h2>
      <p className="muted small">
        {[row.number, nameOf(sheet.category), due.reason ? t(`revisit:reason.${due.reason}`) : t('revisit:reason.own')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <dl className="facts">
        <Fact word={t('revisit:call.who')}>{who || '—'}</Fact>
        <Fact word={t('revisit:call.phone')}>
          {phone === '' ? (
            t('revisit:call.nobody')
          ) : (
            <>
              <b className={shown ? 'call-number' : ''}>{shown ? phone : isReport ? '***' : maskedPhone(phone)}</b>{' '}
              {shown ? (
                <span className="muted small">{t('revisit:call.shown')}</span>
              ) : (
                <Button size="small" onClick={onShow}>
                  {t('revisit:call.show')}
                  <Kbd keys="V" />
                </Button>
              )}
            </>
          )}
        </Fact>
        <Fact word={t('revisit:call.received')}>{sheet.receivedAt === '' ? '' : moments.at(sheet.receivedAt)}</Fact>
        {row.providerName && <Fact word={t('revisit:call.provider')}>{row.providerName}</Fact>}
        <Fact word={t('revisit:call.answer')}>
          <span className="call-answer">{sheet.answer || t('revisit:call.noAnswer')}</span>
        </Fact>
        {sheet.outcome && (
          <Fact word={t('revisit:call.outcome')}>{t(`codes:outcome.${sheet.outcome as Outcome}`)}</Fact>
        )}
        {sheet.tries.length > 0 && (
          <Fact word={t('revisit:call.tries')}>
            {sheet.tries
              .map((one) => `${moments.timed(one.at)} ${t(`codes:invalidReason.${one.reason as InvalidReason}`)}`)
              .join('；')}
          </Fact>
        )}
      </dl>
      {due.isOpen && <p className="warn">{t('revisit:call.unfinished')}</p>}
    </section>
  )
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  )
}
