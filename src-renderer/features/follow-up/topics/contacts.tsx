/** 联系名单: whole numbers to call people by. Opening it is 查看号码 of each of them, and leaves that trace first. */
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TopicMember } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'

type ContactsProps = {
  readonly topic: string
  readonly members: readonly TopicMember[]
  readonly onClose: () => void
}

export function Contacts({ topic, members, onClose }: ContactsProps) {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const answer = useAnswer(async () => {
    // `phoneTail`: only of those whose number will be shown.
    const cases = members.filter(({ phoneTail }) => phoneTail !== '').map(({ row }) => row.id)
    const noted = cases.length > 0 ? await desk.run({ name: 'record-viewings', input: { cases } }) : null
    return noted?.ok === false ? { trouble: noted.error } : { contacts: await desk.topicContacts(topic) }
    // Once: the members change with every save, and one opening is one trace.
  }, [desk, topic])
  return (
    <Drawer open title={t('contacts.title')} size={640} onClose={onClose}>
      <p className="muted">{t('contacts.lead')}</p>
      {answer && 'trouble' in answer && <SaveTrouble problem={answer.trouble} />}
      {answer?.contacts?.length === 0 && <p>{t('contacts.none')}</p>}
      {answer?.contacts && answer.contacts.length > 0 && (
        <table className="topic-rows" aria-label={t('contacts.title')}>
          <thead>
            <tr>
              {(['name', 'phone', 'place', 'number'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`contacts.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.contacts.map((contact) => (
              <tr key={contact.case}>
                <td>{contact.name}</td>
                <td>{contact.phone}</td>
                <td>{contact.place}</td>
                <td>
                  <a href={pathOf({ screen: 'case', id: contact.case })}>{contact.number}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  )
}
