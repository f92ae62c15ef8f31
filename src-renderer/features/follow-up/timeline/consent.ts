import { fieldsWords, providerWords } from './referral-words.ts'
import { actsOf, everyAct } from '#core/case-file/case-file.ts'
import type { Teller } from './telling.ts'

/** 同意, with the words that were read out. */
export const consent: Teller<'consent'> = (act, telling) => {
  const { t } = telling
  const giver = t(`referral:giver.${act.givenBy}`)
  const words = t('referral:timeline.consent', {
    giver: act.giver ? t('referral:timeline.giverNamed', { giver, name: act.giver }) : giver,
    way: t(`referral:consentWay.${act.way}`),
    fields: fieldsWords(act.fields, telling),
    provider: providerWords(act.provider, telling),
  })
  return { words, quote: act.readOut, quoteLang: act.textVersion.startsWith('en') ? 'en' : 'zh-CN' }
}

export const consentWithdrawal: Teller<'consent-withdrawal'> = (act, telling) => {
  const given = actsOf(everyAct(telling.view.file), 'consent').find(({ id }) => id === act.consent)
  const words = telling.t('referral:timeline.consentBack', { provider: providerWords(given?.provider, telling) })
  return act.note ? { words, quote: act.note } : { words }
}
