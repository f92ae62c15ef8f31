/**
 * Who may see what of a notice. Its words may be meant for one resident, and a list names persons: all of it stays at the
 * station, whose posters and chat groups are the only way out.
 */
import type { Scope } from '../kernel/event.ts'
import type { NoticeAnswerFields, NoticeFields, NoticeTellingFields, NoticeTemplateFields } from './fields.ts'

type Scopes<T> = Readonly<Record<keyof T, Scope>>

const NOTICE: Scopes<NoticeFields> = {
  title: 'private',
  body: 'private',
  audience: 'private',
  template: 'private',
  about: 'private',
  place: 'private',
  area: 'private',
  from: 'private',
  until: 'private',
  answers: 'private',
  contact: 'private',
  withdrawn: 'private',
  at: 'private',
  by: 'private',
}
const TELLING: Scopes<NoticeTellingFields> = {
  notice: 'private',
  way: 'private',
  where: 'private',
  count: 'private',
  persons: 'private',
  leftOut: 'private',
  result: 'private',
  withdrawn: 'private',
  at: 'private',
  by: 'private',
}
const TEMPLATE: Scopes<NoticeTemplateFields> = {
  name: 'private',
  title: 'private',
  body: 'private',
  audience: 'private',
  answers: 'private',
  builtIn: 'private',
  retired: 'private',
}
const ANSWER: Scopes<NoticeAnswerFields> = { notice: 'private', case: 'private', at: 'private', by: 'private' }

/** Entity type → scope of each of its fields. To add one: here; the catalogue takes them all. */
export const NOTICE_TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  notice: NOTICE,
  'notice-telling': TELLING,
  'notice-template': TEMPLATE,
  'notice-answer': ANSWER,
}
