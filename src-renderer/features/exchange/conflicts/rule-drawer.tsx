/** 按规则一次处理: the rule, exactly what it would change, and then once for all. */
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictRule, DifferencePage, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useConflictWords } from './conflict-words.ts'

type Done = { readonly done: number; readonly left: number }

export function RuleDrawer({ pcs, onClose }: { readonly pcs: DifferencePage['pcs']; readonly onClose: () => void }) {
  const { t } = useTranslation('conflicts')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useConflictWords()
  const [chosen, setChosen] = useState('later')
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const rule: ConflictRule = chosen === 'later' ? { by: 'later' } : { by: 'pc', pc: chosen }
  const preview = useAnswer(() => desk.previewRule(rule), [desk, revision, chosen])
  const save = async (): Promise<void> => {
    const { inputs } = preview!
    const saved = await desk.runMany(inputs.map((input) => ({ name: 'resolve-conflict', input })))
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) setDone({ done: saved.value.done, left: saved.value.refused.length })
  }
  return (
    <Drawer open title={t('rule.title')} size={640} onClose={onClose} className="rule-drawer">
      <p>{t('rule.lead')}</p>
      <Chips
        stacked
        options={[{ value: 'later', label: t('rule.later') }, ...pcs.map((pc) => ({ value: pc.id, label: t('rule.pc', { pc: words.pc(pc) }) }))]} // prettier-ignore
        value={chosen}
        onChange={(value) => {
          setChosen(value)
          setDone(null)
        }}
      />
      {problem && <SaveTrouble problem={problem} />}
      {done && (
        <div className="done" role="status">
          {done.left > 0 ? t('rule.doneBut', { n: done.done, left: done.left }) : t('rule.done', { n: done.done })}
        </div>
      )}
      {preview && (
        <>
          {preview.inputs.length === 0 && !done && <p className="muted">{t('rule.nothing')}</p>}
          {preview.changed > 0 && <h3>{t('rule.changed', { n: preview.changed })}</h3>}
          <ul className="rule-changes">
            {preview.rows.map(({ of, keep }) => {
              const said = (i: number): string => {
                const version = of.versions[i]!
                return words.told(of).map((field) => words.value(field, version.values[field], version.names)).join(t('listComma')) // prettier-ignore
              }
              const shown = Math.max(
                0,
                of.versions.findIndex((version) => version.shown),
              )
              return (
                <li key={of.key}>
                  {words.about(of)} · {words.fields(of)}
                  <div className="small">
                    {of.reckoned ? t('recalculate') : t('rule.change', { from: said(shown), to: said(keep) })}
                  </div>
                </li>
              )
            })}
          </ul>
          {preview.changed > preview.rows.length && (
            <p className="muted">{t('rule.more', { n: preview.rows.length })}</p>
          )}
          {preview.same > 0 && <p>{t('rule.same', { n: preview.same })}</p>}
          {preview.left > 0 && <p className="muted">{t('rule.left', { n: preview.left })}</p>}
          {preview.inputs.length > 0 && (
            <Button type="primary" onClick={() => void save()}>
              {t('rule.save', { n: preview.inputs.length })}
            </Button>
          )}
        </>
      )}
    </Drawer>
  )
}
