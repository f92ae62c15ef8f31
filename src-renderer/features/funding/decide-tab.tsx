/** 超支待审: what two computers did at once, with what each knew; a person accepts it with a reason, releases one, or chooses. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeRow, LedgerRow, OverdraftRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { YuanField } from '#app/ui/yuan-field.tsx'
import { ACCEPT_OVERDRAFT, CHOOSE_ENTRY } from '#core/funding/decide-money.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { boxOfFen, unitsBox, yuanNeeded, yuanOrZero } from '#core/lib/yuan-box.ts'
import { MoneyForm } from './money-form.tsx'
import { before, useMoneyWords } from './money-words.ts'
import { releaseForm, type Releasing } from './settle-form.tsx'
import { SelectField } from './select-field.tsx'
import { UnitsField } from './units-field.tsx'

type Open =
  | { readonly form: 'accept'; readonly about: string }
  | { readonly form: 'release'; readonly of: Releasing }
  | { readonly form: 'choose'; readonly of: Choosing }

export function DecideTab() {
  const { t } = useTranslation('funding')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(() => desk.toDecide(), [desk, revision])
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  if (!answer) return <p className="muted">{t('loading')}</p>
  const { overdrafts, disputes } = answer
  return (
    <>
      {overdrafts.length + disputes.length === 0 && (
        <div className="card">
          <EmptyState title={t('decide.emptyTitle')} text={t('decide.emptyText')} />
        </div>
      )}
      {overdrafts.length > 0 && <h2>{t('decide.overdrafts')}</h2>}
      {overdrafts.map((one) => (
        <Overdraft key={one.account} row={one} onOpen={setOpen} />
      ))}
      {disputes.length > 0 && <h2>{t('decide.disputes')}</h2>}
      {disputes.map((one) => (
        <Dispute key={`${one.referral} ${one.entry?.id ?? ''}`} row={one} onOpen={setOpen} />
      ))}
      {open?.form === 'accept' && (
        <MoneyForm
          title={t(open.about.startsWith('referral:') ? 'decide.keepTitle' : 'decide.acceptTitle')}
          save={t('decide.save')}
          spec={acceptForm}
          context={open.about}
          command="accept-overdraft"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'release' && (
        <MoneyForm
          title={t('release.title')}
          save={t('release.save')}
          spec={releaseForm}
          context={open.of}
          command="release-order"
          onDone={close}
          onLeave={close}
        />
      )}
      {open?.form === 'choose' && (
        <MoneyForm
          title={t('decide.chooseTitle')}
          save={t('decide.save')}
          spec={chooseForm}
          context={open.of}
          command="choose-entry"
          onDone={close}
          onLeave={close}
        />
      )}
    </>
  )
}

function Overdraft({ row, onOpen }: { readonly row: OverdraftRow; readonly onOpen: (open: Open) => void }) {
  const { t } = useTranslation('funding')
  const words = useMoneyWords()
  const moments = useMomentWords(useNow())
  const over = [words.units(row.over.units, row.unit || 'times'), row.over.fen > 0 && words.yuan(row.over.fen)].filter(Boolean).join(' · ') // prettier-ignore
  return (
    <section className="card decide-card" aria-label={row.name}>
      <div className="row">
        <h3>{row.name}</h3>
        <span className="mark warn">{t('decide.over', { n: over })}</span>
        <Button size="small" type="primary" onClick={() => onOpen({ form: 'accept', about: row.account })}>
          {t('decide.accept')}
        </Button>
      </div>
      <ul>
        {row.rows.map((entry) => {
          const knew = words.left({ units: entry.leftUnits, fen: entry.leftFen }, row.unit)
          return (
            <li key={entry.id}>
              {t(`entryKind.${entry.kind}`)} {before(words.units(entry.units, row.unit))}
              {words.yuan(entry.fen)} · <About entry={entry} /> · {entry.byName} {moments.at(entry.at)}
              <span className="muted small">
                {' '}
                （{knew === null ? t('decide.knewNothing') : t('decide.knew', { n: knew })}）
              </span>{' '}
              {entry.open && entry.referral !== '' && (
                <Button
                  size="small"
                  onClick={() =>
                    onOpen({ form: 'release', of: { case: entry.about, referral: entry.referral, fen: entry.fen } })
                  }
                >
                  {t('decide.release')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function About({ entry }: { readonly entry: LedgerRow }) {
  return entry.about.startsWith('case:') ? (
    <a href={pathOf({ screen: 'case', id: entry.about })}>{entry.aboutWords}</a>
  ) : (
    <>{entry.aboutWords}</>
  )
}

function Dispute({ row, onOpen }: { readonly row: DisputeRow; readonly onOpen: (open: Open) => void }) {
  const { t } = useTranslation('funding')
  const words = useMoneyWords()
  const moments = useMomentWords(useNow())
  const first = row.entry ?? row.rows[0]
  return (
    <section className="card decide-card" aria-label={t(`decide.why.${row.why}`)}>
      <div className="row">
        <h3>{t(`decide.why.${row.why}`)}</h3>
        {first && <About entry={first} />}
        <Button
          size="small"
          type="primary"
          onClick={
            () =>
            onOpen(row.entry ? { form: 'choose', of: { entry: row.entry, versions: row.versions } } : { form: 'accept', about: row.referral }) // prettier-ignore
          }
        >
          {t(row.entry ? 'decide.choose' : 'decide.keep')}
        </Button>
      </div>
      <ul>
        {row.entry
          ? row.versions.map((one) => (
              <li key={`${one.by} ${one.at}`}>
                {t('decide.version', {
                  by: one.by,
                  at: moments.at(one.at),
                  units: before(words.units(one.units, 'times')),
                  fen: yuanText(one.fen),
                  copay: yuanText(one.copayFen),
                  voucher: one.voucher || t('nothing'),
                })}
                {one.accountName && ` · ${one.accountName}`}
              </li>
            ))
          : row.rows.map((one) => (
              <li key={one.id}>
                {t(`entryKind.${one.kind}`)} {words.yuan(one.fen)} · {one.byName} {moments.at(one.at)}
              </li>
            ))}
      </ul>
    </section>
  )
}

const acceptForm: FormSpec<string> = {
  schema: ACCEPT_OVERDRAFT.extend({ reason: ACCEPT_OVERDRAFT.shape.reason.min(1) }),
  start: (about) => ({ about, reason: '' }),
  Fields: function AcceptFields() {
    const { t } = useTranslation('funding')
    return <WordsField name="reason" label={t('decide.reason')} hint={t('decide.acceptHint')} rows={2} max={500} />
  },
}

type Choosing = { readonly entry: LedgerRow; readonly versions: DisputeRow['versions'] }

const chooseForm: FormSpec<Choosing> = {
  schema: CHOOSE_ENTRY.extend({
    units: unitsBox,
    fen: yuanNeeded,
    copayFen: yuanOrZero,
    note: CHOOSE_ENTRY.shape.note.min(1),
  }),
  start: ({ entry: { id, account, units, fen, copayFen, voucher } }) => ({
    entry: id,
    account,
    units: String(units),
    fen: boxOfFen(fen),
    copayFen: boxOfFen(copayFen),
    voucher,
    note: '',
  }),
  Fields: function ChooseFields({ context: { entry, versions } }: { readonly context: Choosing }) {
    const { t } = useTranslation('funding')
    const accounts = new Map(versions.map((one) => [one.account, one.accountName]))
    return (
      <>
        {accounts.size > 1 && (
          <SelectField
            name="account"
            label={t('settle.form.account')}
            options={[...accounts].map(([id, words]) => ({ id, words }))}
          />
        )}
        {(entry.units > 0 || versions.some(({ units }) => units > 0)) && (
          <UnitsField name="units" label={t('settle.form.units')} unit="" />
        )}
        <YuanField name="fen" label={t('settle.form.fen')} inWords />
        <YuanField name="copayFen" label={t('settle.form.copay')} optional />
        <WordsField name="voucher" label={t('settle.form.voucher')} optional max={60} />
        <WordsField name="note" label={t('decide.reason')} rows={2} max={500} />
      </>
    )
  },
}
