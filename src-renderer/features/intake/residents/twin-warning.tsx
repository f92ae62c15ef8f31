/** 疑似同一人, while somebody is entered: who, why, and a way to their page. It warns and never hinders. */
import { Button } from 'antd'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import type { SavePerson } from '#core/intake/save-person.ts'
import { useTwinWords } from './twin-words.ts'

const PAUSE_MS = 200

/** `from`: the case that they are registered from: whoever is the same person takes it instead. */
export function TwinWarning({ except, from }: { readonly except: string | null; readonly from: string }) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const words = useTwinWords()
  const typed = useWatch<SavePerson>()
  const described = {
    name: typed.name ?? '',
    phones: [typed.phone ?? '', typed.otherPhone ?? ''],
    idNumber: (typed.idNumber ?? '').toUpperCase(),
    birthDate: typed.birthDate ?? '',
    gender: typed.gender ?? '',
    placeWords: typed.placeWords ?? '',
  }
  const asked = useSettled(described, JSON.stringify(described), PAUSE_MS)
  const twins = useAnswer(() => (asked.name.trim().length < 2 ? Promise.resolve([]) : desk.twins(asked, except)), [desk, JSON.stringify(asked), except]) // prettier-ignore
  if (!twins || twins.length === 0) return null
  const take = async (person: string): Promise<void> => {
    if (from !== '') await desk.run({ name: 'link-person', input: { case: from, person } })
    go({ screen: 'residents', id: person })
  }
  return (
    <section className="twin-warning" role="status" aria-label={t('twin.title')}>
      <b>{t('twin.title')}</b>
      <ul>
        {twins.map(({ row, likeness }) => (
          <li key={row.id}>
            <span>
              {row.name}
              {row.phoneTail && ` · ${t('tail', { tail: row.phoneTail })}`}
              {row.place && ` · ${row.place}`}
            </span>
            <small>{words(likeness)}</small>
            <Button size="small" onClick={() => void take(row.id)}>
              {t(from === '' ? 'twin.look' : 'twin.same')} <span className="spoken-only">{row.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
