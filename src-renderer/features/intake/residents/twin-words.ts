/** Why two entries may be one person, as a sentence: 姓名相同、电话尾号相同；但出生日期不同. */
import { useTranslation } from 'react-i18next'
import type { Twin } from '#app/services/desk-types.ts'

export function useTwinWords(): (likeness: Twin['likeness']) => string {
  const { t } = useTranslation('residents')
  return ({ likely, reasons, doubts }) => {
    const said = reasons.map((reason) => t(`twin.for.${reason}`)).join(t('twin.and'))
    const but = doubts.map((doubt) => t(`twin.against.${doubt}`)).join(t('twin.and'))
    const lead = t(likely ? 'twin.likely' : 'twin.possible')
    return `${lead}${said}${but && t('twin.but', { doubts: but })}`
  }
}
