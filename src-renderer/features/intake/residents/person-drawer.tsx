/** 登记居民, or correct one. A name and an address are enough; the rest waits below, the 身份证号 under 更多 with its reason. */
import { useTranslation } from 'react-i18next'
import type { FieldValues } from 'react-hook-form'
import type { PersonView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SAVE_PERSON, type SavePerson } from '#core/intake/save-person.ts'
import { PersonFields, type PersonFormContext } from './person-fields.tsx'

/** `from`: a case whose requester is registered; '' for nobody's. */
export type PersonEntry =
  { readonly kind: 'new'; readonly from: string } | { readonly kind: 'edit'; readonly view: PersonView }

const BLANK = {
  name: '',
  phone: '',
  otherPhone: '',
  idNumber: '',
  idReason: '',
  birthDate: '',
  gender: '',
  place: '',
  placeWords: '',
  marks: [],
  tier: '',
  residence: '',
  needs: [],
  guardian: '',
  guardianPhone: '',
  note: '',
  left: '',
} as const

const spec: FormSpec<PersonFormContext> = {
  schema: SAVE_PERSON,
  start: ({ start }) => ({ ...BLANK, ...start }),
  Fields: PersonFields,
}

type PersonDrawerProps = {
  readonly entry: PersonEntry
  readonly onSaved: (person: string) => void
  readonly onLeave: () => void
}

export function PersonDrawer({ entry, onSaved, onLeave }: PersonDrawerProps) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const context = useAnswer(() => startOf(entry, desk), [entry.kind === 'edit' ? entry.view.row.id : entry.from])
  if (!context) return null
  const key = entry.kind === 'edit' ? entry.view.row.id : `new ${entry.from}`
  const isEdit = entry.kind === 'edit'
  return (
    <FormDrawer
      title={t(isEdit ? 'form.editTitle' : 'form.newTitle')}
      saveLabel={t(isEdit ? 'form.saveChange' : 'form.save')}
      spec={spec}
      context={context}
      kept={formKept(key)}
      save={(input: FieldValues) => desk.run({ name: 'save-person', input: written(input as SavePerson, context) })}
      onSaved={({ entities }: { readonly entities: readonly string[] }) => {
        keepForm(key, undefined)
        onSaved(entities[0]!)
      }}
      onLeave={(typed) => {
        keepForm(key, typed)
        onLeave()
      }}
    />
  )
}

type Desk = ReturnType<typeof useServices>['desk']

async function startOf(entry: PersonEntry, desk: Desk): Promise<PersonFormContext> {
  if (entry.kind === 'new') {
    const asked = entry.from === '' ? null : await desk.requester(entry.from)
    if (asked && asked.phone !== '' && asked.lastCase !== '') void desk.run({ name: 'record-viewing', input: { case: asked.lastCase, what: 'phone' } }) // prettier-ignore
    const from = entry.from.startsWith('case:') ? entry.from : ''
    return {
      start: asked ? { name: asked.name, phone: asked.phone, placeWords: asked.place } : {},
      except: null,
      keptId: '',
      id: null,
      from,
    }
  }
  const { view } = entry
  // The form shows whole numbers: that is the trace.
  await desk.run({ name: 'record-person-viewing', input: { person: view.row.id, what: 'phone' } })
  const numbers = await desk.personNumbers(view.row.id)
  const { id, household: _household, idReason: _reason, ...card } = view.card
  return {
    start: {
      ...card,
      phone: numbers?.phone ?? '',
      otherPhone: numbers?.otherPhone ?? '',
      guardianPhone: numbers?.guardianPhone ?? '',
    },
    except: id,
    keptId: view.maskedId,
    id,
    from: '',
  }
}

/** Of a new entry only what was filled; of a corrected one everything, so that a value can be taken back. */
function written(input: SavePerson, { id, from, keptId }: PersonFormContext): SavePerson {
  const { idNumber = '', idReason = '', ...rest } = input
  const number = idNumber === '' ? {} : idNumber === REMOVE_ID ? { idNumber: '' } : { idNumber, idReason }
  if (id !== null) return { ...rest, ...(idNumber === REMOVE_ID && keptId === '' ? {} : number), id }
  const needed = new Set(['name', 'phone', 'placeWords', 'marks', 'note'])
  const filled = Object.entries(rest).filter(([field, value]) => needed.has(field) || (value !== '' && !(Array.isArray(value) && value.length === 0))) // prettier-ignore
  return { ...(Object.fromEntries(filled) as SavePerson), ...number, ...(from !== '' && { case: from }) }
}

/** Stands in the field while the number that is kept is to go. */
export const REMOVE_ID = '-'
