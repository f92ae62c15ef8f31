/** 改标题和说明 of a topic. */
import { useTranslation } from 'react-i18next'
import type { TopicView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { CHANGE_TOPIC, type ChangeTopic } from '#core/follow-up/save-topic.ts'

export const topicForm: FormSpec<TopicView> = {
  schema: CHANGE_TOPIC,
  start: ({ id, title, place, note }) => ({ topic: id, title, place, note }) satisfies ChangeTopic,
  Fields,
}

function Fields() {
  const { t } = useTranslation('topics')
  return (
    <>
      <WordsField<ChangeTopic> name="title" label={t('edit.name')} max={200} />
      <WordsField<ChangeTopic> name="place" label={t('edit.place')} optional max={200} />
      <WordsField<ChangeTopic> name="note" label={t('edit.note')} optional rows={3} max={2_000} />
    </>
  )
}
