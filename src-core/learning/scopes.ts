import type { Scope } from '../kernel/event.ts'
import type { ModelCaseFields, PolicyCardFields } from './fields.ts'

/** The text may be read elsewhere, whoever and whichever case it came from may not. */
const MODEL_CASE: Readonly<Record<keyof ModelCaseFields, Scope>> = {
  case: 'private',
  title: 'shared',
  situation: 'shared',
  done: 'shared',
  helpers: 'shared',
  result: 'shared',
  learnt: 'shared',
  category: 'shared',
  serviceType: 'shared',
  retired: 'shared',
  at: 'shared',
  by: 'private',
}
/** Public documents, as the catalogue is. */
const POLICY_CARD: Readonly<Record<keyof PolicyCardFields, Scope>> = {
  title: 'directory',
  text: 'directory',
  source: 'directory',
  number: 'directory',
  date: 'directory',
  until: 'directory',
  categories: 'directory',
  link: 'directory',
  checked: 'directory',
  retired: 'directory',
  at: 'directory',
  by: 'private',
}

/** Entity type → scope of each of its fields. To add one: here; the catalogue takes them all. */
export const LEARNING_TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  'model-case': MODEL_CASE,
  'policy-card': POLICY_CARD,
}
