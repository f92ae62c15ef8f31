/** 规则发现: every rule with how much it found; of the chosen one, each hit with its sentence. F makes a finding, N dismisses. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HitRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Chips } from '#app/ui/chips.tsx'
import { ExportMenu, ExportSaid } from '#app/ui/export-menu.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { addDays, atTime, dayOf, type Moment } from '#core/lib/time.ts'
import { RULE_CODES, type RuleCode } from '#core/supervision/rule-codes.ts'
import { dismissForm, foundForm, judgedHit, judgement } from './hit-forms.tsx'
import { hitsSheet } from './hits-sheet.ts'
import { PageFoot } from './page-foot.tsx'
import { RuleList } from './rule-list.tsx'
import { useRuleWords } from './rule-words.ts'
import { Thresholds } from './thresholds.tsx'
import { useDrawer } from './use-drawer.tsx'
import { usePages } from './use-pages.ts'
import { useSheet } from './use-sheet.ts'

const SPANS = { quarter: 90, year: 365, all: null } as const
type Span = keyof typeof SPANS

export function RulesTab() {
  const { t } = useTranslation('supervision')
  const { desk, host } = useServices()
  const revision = useSession((session) => session.revision)
  const now = useNow()
  const moments = useMomentWords(now)
  const says = useRuleWords()
  const drawer = useDrawer()
  const [span, setSpan] = useState<Span>('quarter')
  const [picked, setPicked] = useState<RuleCode | null>(null)
  const [at, setAt] = useState(0)
  const days = SPANS[span]
  const from: Moment | null = days === null ? null : atTime(addDays(dayOf(now), -days), '00:00:00')
  const counts = useAnswer(() => desk.ruleCounts(from), [desk, revision, from])
  // Nobody chose yet: the first rule that found something.
  const rule = picked ?? RULE_CODES.find((code) => (counts?.[code] ?? 0) > 0) ?? RULE_CODES[0]
  const pages = usePages((from_, window) => from_.ruleHits(rule, from, window), [rule, from])
  const rows = pages?.rows ?? []
  const here = rows[Math.min(at, rows.length - 1)]
  const sheet = useSheet(t(`rule.${rule}.name`), async () => {
    const all = await desk.ruleHits(rule, from, { offset: 0, count: 50_000 })
    return hitsSheet(all.rows, says, t)
  })

  const pick = (code: RuleCode): void => {
    setPicked(code)
    setAt(0)
  }
  const step = (by: number): void => pick(RULE_CODES[(RULE_CODES.indexOf(rule) + by + RULE_CODES.length) % RULE_CODES.length]!) // prettier-ignore
  const open = (hit: HitRow | undefined): void => {
    if (!hit) return
    if (hit.on === 'provider') go({ screen: 'providers', id: hit.who! })
    else if (hit.cases.length > 0) go({ screen: 'case', id: hit.cases.at(-1)!.id })
  }
  const judge = (hit: HitRow | undefined, isFinding: boolean): void => {
    const judged = hit && judgedHit(hit, says(hit), pages?.dueAt ?? '')
    if (!hit || !judged) return
    drawer.open({
      place: `${hit.rule} ${hit.key} ${hit.name} ${isFinding}`,
      title: (tell) =>
        tell(isFinding ? 'rules.findTitle' : 'rules.dismissTitle', { rule: tell(`rule.${hit.rule}.name`) }),
      saveLabel: (tell) => tell(isFinding ? 'rules.saveFind' : 'rules.saveDismiss'),
      spec: isFinding ? foundForm : dismissForm,
      context: judged,
      command: (typed) => judgement(judged, typed, isFinding),
      said: t('saved'),
    })
  }
  useRowKeys({ at, total: rows.length, onSelect: setAt, onOpen: () => open(here), openLabel: t('openCase'), page: 10 })
  useKeys([
    { key: 'ArrowLeft', label: t('rules.list'), run: () => step(-1), quiet: true },
    { key: 'ArrowRight', label: t('rules.list'), run: () => step(1), quiet: true },
    { key: 'F', label: t('rules.find'), run: () => judge(here, true) },
    { key: 'N', label: t('rules.dismiss'), run: () => judge(here, false) },
  ])

  return (
    <>
      <div className="row supervision-head">
        <Chips<Span>
          options={(['quarter', 'year', 'all'] as const).map((value) => ({
            value,
            label: t(`span.${value}`),
            hint: t('spanHint'),
          }))}
          value={span}
          onChange={setSpan}
        />
        <Thresholds />
        <ExportMenu out={sheet} disabled={rows.length === 0} kinds={[{ kind: 'list', words: '' }]} />
      </div>
      <ExportSaid out={sheet} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      {drawer.said}
      <div className="supervision-columns">
        <RuleList counts={counts} at={rule} onPick={pick} />
        <section className="supervision-hits" aria-label={t('rules.hits')}>
          <p className="muted small">{t('rules.looks', { looks: t(`rule.${rule}.looks`) })}</p>
          {!pages && <p className="muted">{t('looking')}</p>}
          {rows.length > 0 && (
            <table className="card supervision-table" aria-label={t(`rule.${rule}.name`)}>
              <thead>
                <tr>
                  <th scope="col">{t('rules.on')}</th>
                  <th scope="col">{t('rules.found')}</th>
                  <th scope="col">{t('rules.since')}</th>
                  <th scope="col">
                    <span className="spoken-only">{t('act')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((hit, i) => (
                  <tr
                    key={`${hit.key} ${hit.name}`}
                    className={hit === here ? 'selected' : ''}
                    aria-current={hit === here}
                    onClick={() => setAt(i)}
                  >
                    <td>
                      <HitOn hit={hit} />
                    </td>
                    <td>{says(hit)}</td>
                    <td>
                      {moments.at(hit.since)}
                      {hit.lasting && <div className="muted small">{t('rules.lasting')}</div>}
                    </td>
                    <td className="act">
                      <Button size="small" tabIndex={-1} onClick={() => judge(hit, true)}>
                        {t('rules.find')} {hit === here && <Kbd keys="F" />}
                      </Button>
                      <Button size="small" type="text" tabIndex={-1} onClick={() => judge(hit, false)}>
                        {t('rules.dismiss')} {hit === here && <Kbd keys="N" />}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {pages && <PageFoot pages={pages} empty={{ title: t('rules.none'), text: t('rules.noneText') }} />}
        </section>
      </div>
      {drawer.shown}
    </>
  )
}

/** Whom it is about, and the cases behind it: each a link. */
function HitOn({ hit }: { readonly hit: HitRow }) {
  const { t } = useTranslation('supervision')
  const links = hit.cases.slice(-5)
  if (hit.on === 'case')
    return links.map(({ id, number, title }) => (
      <div key={id}>
        <a href={pathOf({ screen: 'case', id })}>{number}</a>
        <div className="muted small one-line">{title}</div>
      </div>
    ))
  return (
    <>
      {hit.on === 'provider' ? <a href={pathOf({ screen: 'providers', id: hit.who! })}>{hit.name}</a> : hit.name}
      {hit.cases.length > 0 && (
        <div className="muted small">
          {t('rules.cases', { count: hit.cases.length })}{' '}
          {links.map(({ id, number }) => (
            <a key={id} className="supervision-case" href={pathOf({ screen: 'case', id })}>
              {number}
            </a>
          ))}
        </div>
      )}
    </>
  )
}
