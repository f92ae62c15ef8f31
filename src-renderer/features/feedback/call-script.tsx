/** 话术: what the caller says about this matter, line by line. */
import { useTranslation } from 'react-i18next'
import type { CallSheet, RevisitRules } from '#app/services/desk-types.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { spokenScript, USUAL_SCRIPT } from '#core/revisit/script.ts'

export function CallScript({ sheet, rules }: { readonly sheet: CallSheet; readonly rules: RevisitRules }) {
  const { t } = useTranslation('revisit')
  const language = useLanguage()
  const station = useSession((session) => (session.phase.kind === 'open' ? session.phase.opened.card.name : ''))
  const lines = spokenScript(rules.settings.revisitScript.trim() || USUAL_SCRIPT[language], {
    station,
    caller: rules.userName,
    who: sheet.name || t('call.resident'),
    day: sheet.receivedAt === '' ? '' : t('call.day', { month: Number(sheet.receivedAt.slice(5, 7)), day: Number(sheet.receivedAt.slice(8, 10)) }), // prettier-ignore
    matter: sheet.row.title,
  })
  return (
    <section className="card call-script" aria-label={t('call.script')}>
      <h2>{t('call.script')}</h2>
      {lines.map((line, i) => (
        <p key={i}>{line}</p>
      ))}
    </section>
  )
}
