/**
 * Who may see which field. Answers and whoever was drawn stay at the station. Of an opinion the office may count grades by
 * provider; whose it was and what was said stays. No zod here: the first screen reads the catalogue.
 */
import type { Scope } from '../kernel/event.ts'

const all = <F extends string>(scope: Scope, ...fields: readonly F[]): Readonly<Record<F, Scope>> =>
  Object.fromEntries(fields.map((field) => [field, scope])) as Record<F, Scope>

/** To add one: here; the catalogue takes them all. */
export const SURVEY_TYPES = {
  survey: {
    ...all('private', 'title', 'purpose', 'population', 'interviewers', 'by'),
    ...all('shared', 'size', 'strata', 'seed', 'from', 'until', 'closed', 'at'),
  },
  'survey-sheet': all('private', 'survey', 'questions', 'at', 'by'),
  'survey-draw': {
    ...all('private', 'about', 'list', 'reserves', 'by'),
    ...all('shared', 'survey', 'strataBy', 'share', 'population', 'digest', 'seed', 'size', 'strata', 'at'),
  },
  interview: all(
    'private',
    'survey',
    'draw',
    'number',
    'state',
    'reason',
    'replace',
    'sheet',
    'answers',
    'interviewer',
    'mode',
    'at',
    'by',
    'after', // prettier-ignore
  ),
  opinion: {
    ...all('private', 'who', 'person', 'topic', 'words', 'by', 'withdrawnBy', 'withdrawReason'),
    ...all('shared', 'from', 'about', 'provider', 'serviceType', 'scale', 'grade', 'way', 'at', 'withdrawnAt'),
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Scope>>>>
