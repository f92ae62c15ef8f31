/** 名录文件: the directory out as a workbook or HSDS 3, and in from either, looked at before anything is written. */
import { Button, Drawer, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectoryPreview } from '#app/services/desk-types.ts'
import { openSheets } from '#app/services/open-sheet.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { useProblemWords, useSheetProblemWords } from '#app/ui/use-problem-words.ts'
import { HOURS_COLUMNS, PROVIDER_COLUMNS, SERVICE_COLUMNS, SITE_COLUMNS } from '#core/exchange/directory-columns.ts'
import type { FileProblem, RawDirectory } from '#core/exchange/directory-file.ts'
import { readHsds, type ReadDirectory } from '#core/exchange/hsds-import.ts'
import { DIRECTORY_SHEETS, readDirectorySheets } from '#core/exchange/read-directory-sheets.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'

const SHOWN = 50

export function DirectoryFile() {
  const { t } = useTranslation('providers')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const [isOpen, setOpen] = useState(false)
  const write = async (format: 'xlsx' | 'json'): Promise<void> => {
    setSaved(null)
    const { bytes } = await desk.exportDirectory(format, language === 'en' ? 'en' : 'zh')
    setSaved(await host.saveFile(`${t('file.out')}-${dayOf(momentOf(clock()))}.${format}`, bytes))
  }
  const items = [
    { key: 'in', label: t('file.title') },
    { key: 'xlsx', label: t('file.outXlsx') },
    { key: 'json', label: t('file.outJson') },
  ]
  return (
    <>
      <Dropdown
        menu={{ items, onClick: ({ key }) => (key === 'in' ? setOpen(true) : void write(key as 'xlsx' | 'json')) }}
        trigger={['click']}
      >
        <Button aria-haspopup="menu">{t('file.out')} ▾</Button>
      </Dropdown>
      {saved && <SavedFile saved={saved} onReveal={host.reveal} />}
      {isOpen && <DirectoryImport onClose={() => setOpen(false)} />}
    </>
  )
}

type Read = { readonly raw: RawDirectory; readonly preview: DirectoryPreview }

function DirectoryImport({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['providers', 'codes'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const sheetWords = useSheetProblemWords()
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [read, setRead] = useState<Read | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  const look = async (chosen: File): Promise<void> => {
    setRead(null)
    setSaid(null)
    setBusy(true)
    const found = await readFile(chosen)
    setBusy(false)
    if (typeof found === 'string') return setSaid(found)
    const preview = await desk.previewDirectory(found.raw)
    setRead({ raw: found.raw, preview: { ...preview, problems: [...found.problems, ...preview.problems] } })
  }
  const readFile = async (chosen: File): Promise<ReadDirectory | string> => {
    if (/\.json$/i.test(chosen.name)) {
      const found = readHsds(await chosen.text())
      return found.ok
        ? found.value
        : t(found.error === 'not-json' ? 'providers:file.notJson' : 'providers:file.notDirectory')
    }
    const sheets = await openSheets(chosen, DIRECTORY_SHEETS)
    if (!sheets.ok) return Object.values(sheetWords(sheets.error)).join(' ')
    return readDirectorySheets(sheets.value) ?? t('providers:file.notDirectory')
  }
  const take = async (): Promise<void> => {
    if (!read) return
    setBusy(true)
    const done = await desk.run({ name: 'import-directory', input: read.raw })
    setBusy(false)
    setRead(null)
    if (done.ok) setSaid(t('providers:file.done'))
    else setSaid(done.error.kind === 'refused' ? t(`codes:refusal.${done.error.refusal.code}`) : Object.values(problemWords(done.error.code)).join(' ')) // prettier-ignore
  }
  const problems = read?.preview.problems ?? []
  const counts = read && Object.entries(read.preview.counts)
  const isSame = counts?.every(([, { added, changed }]) => added + changed === 0) === true
  return (
    <Drawer
      open
      title={t('providers:file.title')}
      size={560}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          disabled={!read || problems.length > 0 || isSame}
          loading={busy}
          onClick={() => void take()}
        >
          {t('providers:file.take')}
        </Button>
      }
    >
      <p className="hint">{t('providers:file.hint')}</p>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.json"
        hidden
        aria-label={t('providers:file.choose')}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void look(chosen)
        }}
      />
      <Button onClick={() => file.current?.click()} loading={busy}>
        {busy ? t('providers:file.reading') : t('providers:file.choose')}
      </Button>
      {said && <p role="status">{said}</p>}
      {read && problems.length > 0 && (
        <div className="problem" role="alert">
          <p>{t('providers:file.problems', { count: problems.length })}</p>
          <ul>
            {problems.slice(0, SHOWN).map((one, i) => (
              <li key={i}>
                <ProblemLine problem={one} />
              </li>
            ))}
          </ul>
          {problems.length > SHOWN && <p>{t('providers:file.more', { count: problems.length - SHOWN })}</p>}
        </div>
      )}
      {counts && problems.length === 0 && (
        <dl className="part-facts">
          {counts.map(([part, { added, changed, same }]) => (
            <Sum
              key={part}
              name={t(`providers:file.${part as 'providers'}`)}
              words={t('providers:file.counts', { added, changed, same })}
            />
          ))}
        </dl>
      )}
      {counts && problems.length === 0 && isSame && <p>{t('providers:file.nothing')}</p>}
    </Drawer>
  )
}

const Sum = ({ name, words }: { readonly name: string; readonly words: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{words}</dd>
  </>
)

const OWN = ['needed', 'wrong-value', 'unknown-provider', 'unknown-service', 'unknown-id', 'same-id', 'schedule-unknown'] as const // prettier-ignore

function ProblemLine({ problem: { at, field, code, words } }: { readonly problem: FileProblem }) {
  const { t } = useTranslation(['providers', 'codes'])
  const language = useLanguage()
  const own = OWN.find((one) => one === code)
  const column = [...SERVICE_COLUMNS, ...SITE_COLUMNS, ...HOURS_COLUMNS, ...PROVIDER_COLUMNS].find(
    (one) => one.field === field,
  )
  const named = field === 'hours' ? t('providers:hours') : (column?.[language === 'en' ? 'en' : 'zh'] ?? field)
  const why = own
    ? t(`providers:file.code.${own}`)
    : t(`codes:refusal.${code as Exclude<typeof code, (typeof OWN)[number]>}`)
  return (
    <>
      {[at, named].filter(Boolean).join(' · ')}: {words !== '' && `“${words}” `}
      {why}
    </>
  )
}
