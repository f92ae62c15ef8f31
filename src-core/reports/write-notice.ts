/**
 * 写通知: a text whose blanks are all filled. What was written is not rewritten, because people may have been told of it: a
 * wrong one is made void, and another is written.
 */
import { isConfidential } from '../case-file/confidential.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { knownIn, knownOf, type Known, type KnownPerson } from '../learning/deidentify.ts'
import { ok } from '../lib/result.ts'
import { entityId, words, z } from '../lib/schema.ts'
import { blanksIn, filled } from '../notice/blanks.ts'
import { BODY_MOST, NOTICE, noticeCard, TITLE_MOST } from '../notice/fields.ts'
import { someCases } from '../topic/link-drafts.ts'

export const WRITE_NOTICE = NOTICE.omit({ at: true, by: true, withdrawn: true }).extend({
  /** Blank → what stands there. */
  values: z.record(z.string().min(1).max(20), words(300)),
  /** Members of the topic that it is about: nothing in it may tell who they are. */
  concerns: someCases.optional(),
})
export type WriteNotice = z.infer<typeof WRITE_NOTICE>

/**
 * Refuses 'blank-missing' (fields `values.<blank>`, one each), 'personal-inside' (`body` or `title`), 'until-before-from',
 * 'no-such-case', 'no-such-topic', 'no-such-survey', 'no-such-place'. Of a confidential report (举报) nobody is named, to one person either.
 */
export function writeNotice(reading: Reading, input: WriteNotice, asked: Asked): Decision {
  const form = checked(WRITE_NOTICE, input)
  if (!form.ok) return form
  const { values, concerns = [], ...notice } = form.value
  if (notice.from && notice.until && notice.until < notice.from) return refuse('until-before-from', ['until'])
  if (notice.area && !reading.read(notice.area)) return refuse('no-such-place', ['area'])
  const about = aboutOf(reading, notice.about)
  if (about) return refuse(about, ['about'])
  const [title, body] = [filled(notice.title, values), filled(notice.body, values)]
  const missing = [...new Set([...title.missing, ...body.missing])]
  if (missing.length > 0) return refuse('blank-missing', missing.map((blank) => `values.${blank}`)) // prettier-ignore
  // A value may hold braces of its own.
  if (blanksIn(title.text + body.text).length > 0) return refuse('blank-missing', ['body'])
  if (title.text.length > TITLE_MOST) return refuse('invalid-input', ['title'])
  if (body.text.length > BODY_MOST) return refuse('invalid-input', ['body'])
  if (notice.audience === 'one' && !notice.about.startsWith('case:')) return refuse('invalid-input', ['audience'])
  const file = notice.about.startsWith('case:') ? reading.caseFile(notice.about) : null
  if (notice.audience === 'many' || (file && isConfidential(file.fields))) {
    const told = { title: title.text, body: body.text, place: notice.place, contact: notice.contact }
    const cases = notice.about.startsWith('case:') ? [notice.about, ...concerns] : concerns
    const fields = personalFields(told, new Set(cases), reading)
    if (fields.length > 0) return refuse('personal-inside', fields)
  }
  const fields = { ...notice, title: title.text, body: body.text, withdrawn: false, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('notice'), kind: 'notice-written', fields }])
}

function aboutOf(reading: Reading, about: string): 'no-such-case' | 'no-such-topic' | 'no-such-survey' | null {
  if (about === '') return null
  if (about.startsWith('case:')) return reading.caseFile(about) ? null : 'no-such-case'
  if (reading.read(about)) return null
  return about.startsWith('topic:') ? 'no-such-topic' : 'no-such-survey'
}

function personalFields(
  told: Readonly<Record<string, string>>,
  cases: ReadonlySet<string>,
  reading: Pick<Reading, 'caseFile' | 'read'>,
): string[] {
  const found = new Set<string>()
  for (const id of cases) {
    const known = knownFrom(reading, id)
    if (!known) continue
    for (const [field, text] of Object.entries(told)) if (knownIn(text, known).length > 0) found.add(field)
  }
  return [...found]
}

/** Who a case is about, with the residents that it names; null for an unknown case. */
function knownFrom(reading: Pick<Reading, 'caseFile' | 'read'>, id: string): Known | null {
  const file = reading.caseFile(id)
  if (!file) return null
  const people = [file.fields.person, file.fields.forPerson].flatMap((person): KnownPerson[] => {
    const read = person ? reading.read(person) : null
    return read ? [read as KnownPerson] : []
  })
  return knownOf(file, people)
}

export const VOID_NOTICE = z.object({ notice: entityId('notice'), withdrawn: z.boolean() })
export type VoidNotice = z.infer<typeof VOID_NOTICE>

/** 作废, or taken back into use. */
export function voidNotice(reading: Reading, input: VoidNotice, _asked: Asked): Decision {
  const form = checked(VOID_NOTICE, input)
  if (!form.ok) return form
  const { notice, withdrawn } = form.value
  const read = reading.read(notice)
  if (!read) return refuse('no-such-notice')
  if (noticeCard(notice, read).withdrawn === withdrawn) return refuse('nothing-changed')
  return ok([{ entity: notice, kind: withdrawn ? 'notice-voided' : 'notice-restored', fields: { withdrawn } }])
}
