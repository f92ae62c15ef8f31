/** 导入记录: what was taken in, when and by whom, and the way back. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskApi, ImportShown } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { UndoImport } from './undo-import.tsx'

const SHOWN = 20

export function ImportList({ desk }: { desk: Pick<DeskApi, 'imports'> }) {
  const { t } = useTranslation('import')
  const revision = useSession((session) => session.revision)
  const imports = useAnswer(() => desk.imports(), [revision])
  const [undoing, setUndoing] = useState<ImportShown | null>(null)
  const [shown, setShown] = useState(SHOWN)
  const moment = useMomentWords(useNow())
  if (!imports || imports.length === 0) return null
  return (
    <section className="card import-part import-list">
      <h2>{t('list.title')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('list.file')}</th>
            <th>{t('list.at')}</th>
            <th>{t('list.by')}</th>
            <th className="count">{t('list.rows')}</th>
            <th className="count">{t('list.there')}</th>
            <th>{t('list.state')}</th>
            <th aria-label={t('list.undo')} />
          </tr>
        </thead>
        <tbody>
          {imports.slice(0, shown).map((one) => (
            <tr key={one.id}>
              <td className="file" title={one.file}>
                {one.file}
              </td>
              <td>{one.at && moment.at(one.at)}</td>
              <td>{one.by}</td>
              <td className="count">{one.rows?.toLocaleString('en')}</td>
              <td className="count">{one.there.toLocaleString('en')}</td>
              <td>{stateWords(one, t)}</td>
              <td>
                {one.there > 0 && (
                  <Button size="small" onClick={() => setUndoing(one)}>
                    {t('list.undo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {imports.length > shown && (
        <Button onClick={() => setShown(imports.length)}>{t('list.all', { n: imports.length })}</Button>
      )}
      {undoing && <UndoImport id={undoing.id} file={undoing.file ?? ''} onClose={() => setUndoing(null)} />}
    </section>
  )
}

function stateWords(one: ImportShown, t: ReturnType<typeof useTranslation<'import'>>['t']): string {
  if (one.undoneAt)
    return t('list.undone', { erased: (one.erased ?? 0).toLocaleString('en'), kept: one.there.toLocaleString('en') })
  if (one.undoBegunAt) return t('list.undoCut')
  if (!one.finishedAt) return t('list.cut')
  return t(one.stopped ? 'list.stopped' : 'list.finished')
}
