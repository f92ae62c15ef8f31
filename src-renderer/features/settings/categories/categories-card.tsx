/** 诉求分类目录 in the settings: how many, export, and the way in. The list and the forms come when somebody opens them. */
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { ExportMenu, ExportSaid, useExport, type SheetFormat } from '#app/ui/export-menu.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'

const CatalogueList = lazy(async () => ({ default: (await import('./catalogue-list.tsx')).CatalogueList }))
const ImportCategories = lazy(async () => ({ default: (await import('./import-categories.tsx')).ImportCategories }))

type Open = 'nothing' | 'list' | 'import'

export function CategoriesCard() {
  const { t } = useTranslation('categories')
  const { desk, host, clock } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const shown = useAnswer(() => desk.categories(), [desk, revision])
  const [open, setOpen] = useState<Open>('nothing')
  const out = useExport<'all'>({
    name: t('settings.title'),
    async make(format: SheetFormat) {
      const [{ catalogueSheet }, { leaves }] = await Promise.all([
        import('#core/settings/category-sheet.ts'),
        desk.categories(),
      ])
      const sheet = catalogueSheet(leaves, language === 'en' ? 'en' : 'zh')
      return { bytes: await desk.writeSheet(sheet, format), count: leaves.length }
    },
    save: host.saveFile,
    clock,
  })
  if (!shown) return null
  const toggle = (what: Open): void => setOpen(open === what ? 'nothing' : what)
  return (
    <div className="card">
      <p>{t('settings.lead')}</p>
      <p className="muted">
        {t('settings.total', { count: shown.leaves.filter(({ retired }) => !retired).length })}
        {shown.changed.length > 0 && ` · ${t('settings.changed', { count: shown.changed.length })}`}
      </p>
      <div className="row">
        <Button onClick={() => toggle('list')} aria-expanded={open === 'list'}>
          {t(open === 'list' ? 'settings.close' : 'settings.open')}
        </Button>
        <Button onClick={() => toggle('import')} aria-expanded={open === 'import'}>
          {t('settings.import')}
        </Button>
        <ExportMenu out={out} disabled={false} kinds={[{ kind: 'all', words: '' }]} />
      </div>
      <ExportSaid out={out} onReveal={host.reveal} said={(count) => t('settings.total', { count })} />
      <Suspense fallback={null}>
        {open === 'list' && <CatalogueList shown={shown} />}
        {open === 'import' && <ImportCategories onDone={() => setOpen('nothing')} />}
      </Suspense>
    </div>
  )
}
