/** 打印新走访单: which building, and what will stand on the paper. It gets its number when it is made. */
import { Input, Select } from 'antd'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { someWords, z } from '#core/lib/schema.ts'
import { DOORS_A_PAGE, MOST_DOORS } from '#core/walk-sheet/fields.ts'

const SHEET = z.object({
  building: z.string(),
  name: someWords(200),
  /** Typed into a box. */
  pages: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_DOORS / DOORS_A_PAGE),
})
type TypedSheet = z.infer<typeof SHEET>

const sheetForm: FormSpec<null> = {
  schema: SHEET,
  start: () => ({ building: '', name: '', pages: 1 }) satisfies TypedSheet,
  Fields,
}

type NewSheetProps = { readonly onMade: (id: string) => void; readonly onLeave: () => void }

export function NewSheet({ onMade, onLeave }: NewSheetProps) {
  const { t } = useTranslation('walk')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('make.title')}
      saveLabel={t('make.save')}
      spec={sheetForm}
      context={null}
      save={async (typed) => {
        const { building, name, pages } = typed as TypedSheet
        const doors = await desk.walkDoors(building, pages)
        return desk.run({
          name: 'print-walk-sheet',
          input: {
            name,
            ...(building && { building }),
            doors: doors.map(({ words, place, person }) => ({
              words,
              ...(place && { place }),
              ...(person && { person }),
            })),
          },
        })
      }}
      onSaved={({ entities }) => onMade(entities[0]!)}
      onLeave={onLeave}
    />
  )
}

function Fields() {
  const { t } = useTranslation('walk')
  const { desk } = useServices()
  const { setValue, setFocus } = useFormContext<TypedSheet>()
  const words = useFieldWords()
  const building = useController<TypedSheet, 'building'>({ name: 'building' })
  const name = useController<TypedSheet, 'name'>({ name: 'name' })
  const pages = useController<TypedSheet, 'pages'>({ name: 'pages' })
  const wanted = Number(useWatch<TypedSheet, 'pages'>({ name: 'pages' })) || 1
  const buildings = useAnswer(() => desk.walkBuildings(), [desk])
  const doors = useAnswer(
    () => desk.walkDoors(building.field.value, Math.max(1, Math.min(MOST_DOORS / DOORS_A_PAGE, wanted))),
    [desk, building.field.value, wanted],
  )
  const known = doors?.filter((door) => door.words !== '') ?? []
  const sheets = Math.ceil((doors?.length ?? 0) / DOORS_A_PAGE)
  return (
    <>
      {buildings && buildings.length > 0 && (
        <Field label={t('make.building')} optional>
          {(bind) => (
            <Select
              {...bind}
              className="walk-building"
              showSearch
              allowClear
              placeholder={t('make.buildingHint')}
              optionFilterProp="label"
              value={building.field.value || undefined}
              onChange={(id?: string) => {
                building.field.onChange(id ?? '')
                setValue('name', buildings.find((one) => one.id === id)?.name ?? '', { shouldDirty: true })
                // The list would take Ctrl+Enter for itself.
                setFocus('name')
              }}
              options={buildings.map((one) => ({
                value: one.id,
                label: t('make.buildingDoors', { name: one.name, count: one.doors }),
              }))}
            />
          )}
        </Field>
      )}
      <Field
        label={t('make.name')}
        error={words(name.fieldState.error)}
        hint={buildings?.length === 0 ? t('make.noBuilding') : undefined}
      >
        {(bind) => (
          <Input {...bind} {...name.field} placeholder={t('make.nameHint')} autoComplete="off" maxLength={200} />
        )}
      </Field>
      <Field label={t('make.pages')} error={words(pages.fieldState.error)} hint={t('make.masked')}>
        {(bind) => <Input {...bind} {...pages.field} inputMode="numeric" autoComplete="off" maxLength={2} />}
      </Field>
      <p className="muted" role="status">
        {known.length > 0
          ? t('make.known', {
              doors: known.length,
              known: known.filter((door) => door.name !== '').length,
              pages: sheets,
            })
          : t('make.blank', { pages: sheets })}
      </p>
    </>
  )
}
