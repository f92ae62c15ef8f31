/** 意见: quick to note, party members’ and residents’ apart, taken back with a reason. */
import { Button } from 'antd'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { OpinionRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { CommandInput } from '#core/commands.ts'
import { momentOf } from '#core/lib/time.ts'
import { OPINION_FROM, type OpinionFrom } from '#core/survey/codes.ts'
import { useGradeWord } from '../grade-word.ts'
import { opinionForm, opinionOf, withdrawForm, type OpinionChoices, type TypedOpinion } from './opinion-form.tsx'
import { SelectLine } from './select-line.tsx'
import { SurveyTabs } from './survey-tabs.tsx'

const PAGE = 40

export function Opinions() {
  const { t } = useTranslation(['surveys', 'codes'])
  const { desk, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useMomentWords(useNow())
  const gradeWord = useGradeWord()
  const all = useAnswer(() => desk.opinions(), [desk, revision])
  const providers = useAnswer(() => desk.providers(), [desk]) ?? []
  const topics = useAnswer(() => desk.topics(), [desk]) ?? []
  const [from, setFrom] = useState<OpinionFrom | 'all'>('all')
  const [provider, setProvider] = useState('')
  const [chosen, setChosen] = useState(0)
  const [open, setOpen] = useState<'add' | 'withdraw' | null>(null)
  const [said, setSaid] = useState('')
  const [kept, setKept] = useState<FieldValues | undefined>()
  const list = all ?? []
  const ofProvider = list.filter((one) => provider === '' || one.provider === provider)
  const rows = ofProvider.filter((one) => from === 'all' || one.from === from)
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  const page = Math.floor(at / PAGE)
  const count = (kind: OpinionFrom | 'all'): number =>
    ofProvider.filter((one) => !one.withdrawnAt && (kind === 'all' || one.from === kind)).length
  const add = (): void => {
    setSaid('')
    setOpen('add')
  }
  useKeys([
    { key: 'N', label: t('surveys:opinions.add'), run: add },
    { key: 'W', label: t('surveys:opinions.withdraw'), run: () => here && !here.withdrawnAt && setOpen('withdraw') },
    { key: 'ArrowUp', label: t('surveys:up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    {
      key: 'ArrowDown',
      label: t('surveys:down'),
      run: () => setChosen(Math.min(rows.length - 1, at + 1)),
      quiet: true,
    },
    {
      key: 'PageDown',
      label: t('surveys:down'),
      run: () => setChosen(Math.min(rows.length - 1, at + PAGE)),
      quiet: true,
    },
    { key: 'PageUp', label: t('surveys:up'), run: () => setChosen(Math.max(0, at - PAGE)), quiet: true },
  ])
  const addButton = (
    <Button type="primary" onClick={add}>
      {t('surveys:opinions.add')}
      <Kbd keys="N" />
    </Button>
  )
  const choices: OpinionChoices = { providers, topics, now: momentOf(clock()), provider }
  const about = (one: OpinionRow): string =>
    one.providerName ||
    one.topicTitle ||
    (one.serviceType ? t(`codes:serviceType.${one.serviceType}`) : t(`surveys:opinions.about.${one.about}`))
  return (
    <>
      <PageHead title={t('surveys:title')} aside={t('surveys:opinions.lead')}>
        <Button disabled={!here || Boolean(here.withdrawnAt)} onClick={() => setOpen('withdraw')}>
          {t('surveys:opinions.withdraw')}
          <Kbd keys="W" />
        </Button>
        {addButton}
      </PageHead>
      <SurveyTabs at="opinions" />
      {said && (
        <p className="done" role="status">
          {said}
        </p>
      )}
      {all && list.length === 0 ? (
        <div className="card">
          <EmptyState title={t('surveys:opinions.emptyTitle')} text={t('surveys:opinions.emptyText')}>
            {addButton}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="row survey-bar">
            <Chips
              options={(['all', ...OPINION_FROM] as const).map((value) => ({
                value,
                label: `${value === 'all' ? t('surveys:opinions.all') : t(`surveys:opinions.from.${value}`)} ${t('surveys:opinions.count', { count: count(value) })}`,
              }))}
              value={from}
              onChange={(value) => {
                setFrom(value)
                setChosen(0)
              }}
            />
            <SelectLine
              label={t('surveys:opinions.provider')}
              value={provider}
              none={t('surveys:opinions.anyProvider')}
              options={providers.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setProvider(id)
                setChosen(0)
              }}
            />
          </div>
          <table className="card survey-rows opinions" aria-label={t('surveys:opinions.label')}>
            <thead>
              <tr>
                {(['when', 'from', 'about', 'grade', 'words'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`surveys:opinions.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(page * PAGE, (page + 1) * PAGE).map((one, i) => (
                <tr
                  key={one.id}
                  className={page * PAGE + i === at ? 'selected' : ''}
                  aria-current={page * PAGE + i === at}
                  onClick={() => setChosen(page * PAGE + i)}
                >
                  <td>{words.at(one.at)}</td>
                  <td>
                    {t(`surveys:opinions.from.${one.from}`)}
                    <div className="muted small">{one.who || t('surveys:opinions.unnamed')}</div>
                  </td>
                  <td>{about(one)}</td>
                  <td>{one.grade && one.scale ? gradeWord(one.scale, one.grade) : '—'}</td>
                  <td>
                    {one.words}
                    {one.withdrawnAt && (
                      <div className="warn small">{t('surveys:opinions.withdrawn', { reason: one.withdrawReason ?? '' })}</div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {open === 'add' && (
        <FormDrawer
          title={t('surveys:opinions.add')}
          saveLabel={t('surveys:opinions.save')}
          spec={opinionForm}
          context={choices}
          kept={kept}
          save={(typed) => desk.run({ name: 'record-opinion', input: opinionOf(typed as TypedOpinion) })}
          onSaved={() => {
            setOpen(null)
            setKept(undefined)
            setSaid(t('surveys:opinions.saved'))
          }}
          onLeave={(typed) => {
            setKept(typed)
            setOpen(null)
          }}
        />
      )}
      {open === 'withdraw' && here && (
        <FormDrawer
          title={t('surveys:opinions.withdrawTitle')}
          saveLabel={t('surveys:opinions.withdraw')}
          spec={withdrawForm}
          context={here.id}
          save={(typed) => desk.run({ name: 'withdraw-opinion', input: typed as CommandInput<'withdraw-opinion'> })}
          onSaved={() => setOpen(null)}
          onLeave={() => setOpen(null)}
        />
      )}
    </>
  ) // prettier-ignore
}
