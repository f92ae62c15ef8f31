/** 当季模板: what is asked for at this time of the year, one press away; all of them, and changing them, behind 常用模板. */
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { inSeason, type Template } from '#core/case-file/template.ts'
import { dayOf } from '#core/lib/time.ts'
import type { RequestValues } from './blank-request.ts'

const TemplateDrawer = lazy(async () => ({ default: (await import('./template-drawer.tsx')).TemplateDrawer }))

/** More than this many nobody reads while somebody waits. */
const SHOWN = 4

export function Season() {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const today = dayOf(useNow())
  const { getValues, setValue, setFocus } = useFormContext<RequestValues>()
  const [open, setOpen] = useState(false)
  const [turn, setTurn] = useState(0)
  const templates = useAnswer(() => desk.templates(), [desk, turn]) ?? NONE
  const now = templates.filter((one) => one.from !== undefined && inSeason(one, today)).slice(0, SHOWN)
  const use = (template: Template): void => {
    const before = getValues()
    const free = (value: unknown): boolean => value === undefined || value === ''
    const put = <F extends keyof RequestValues>(field: F, value: RequestValues[F]): void => {
      if (free(before[field]) && !free(value)) setValue(field, value as never, { shouldDirty: true })
    }
    put('requestKind', template.requestKind)
    put('title', template.title)
    put('text', template.text)
    put('serviceType', template.serviceType)
    put('category', template.category)
    if (before.urgency === 'general') setValue('urgency', template.urgency, { shouldDirty: true })
    setOpen(false)
    setFocus('text')
  }
  return (
    <div className="season" role="group" aria-label={t('season.title')}>
      {now.length > 0 && <span className="muted small">{t('season.title')}</span>}
      {now.map((template) => (
        // Written in Chinese, and read out so.
        <Button key={template.id} lang="zh-CN" size="small" onClick={() => use(template)}>
          {template.name}
        </Button>
      ))}
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {t('season.all')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <TemplateDrawer
            templates={templates}
            onUse={use}
            onChanged={() => setTurn((before) => before + 1)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}

const NONE: readonly Template[] = []
