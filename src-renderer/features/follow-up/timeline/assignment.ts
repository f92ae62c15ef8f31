import { because, type Teller } from './telling.ts'

export const assignment: Teller<'assignment'> = (act, { view, t }) => ({
  words:
    t('case-file:timeline.assigned', { name: view.userNames[act.to] || t('case-file:timeline.unknownColleague') }) +
    because(act.reason, t),
})
