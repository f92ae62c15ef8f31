/**
 * HSDS 3.0 into a directory: our own exports come back as they were; files of others give what HSDS has a place for, and lack
 * the kind of organisation and of service, which somebody has to say. Accepts `{organizations, services}`, a page
 * (`contents`), a list, or one organization or service with what is nested in it.
 */
import { err, ok, type Result } from '../lib/result.ts'
import { DAY_MINUTES, minutesOf, timeOf, type Hours, type HoursException } from '../provider/hours.ts'
import type { FileProblem, RawDirectory, RawEntry } from './directory-file.ts'
import { taxonomyName, type Taxonomy } from './hsds-terms.ts'
import { isUuid } from './stable-uuid.ts'

type Json = Readonly<Record<string, unknown>>
export type HsdsCode = 'not-json' | 'not-hsds'
export type ReadDirectory = { readonly raw: RawDirectory; readonly problems: readonly FileProblem[] }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const whole = (value: unknown): number | null => {
  const number = typeof value === 'number' ? value : text(value) === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? Math.round(number) : null
}

export function readHsds(source: string): Result<ReadDirectory, HsdsCode> {
  let json: unknown
  try {
    json = JSON.parse(source)
  } catch {
    return err('not-json')
  }
  const found = gather(json)
  if (found.organizations.size === 0 && found.services.size === 0) return err('not-hsds')
  const problems: FileProblem[] = []
  return ok({
    raw: {
      providers: [...found.organizations.values()].map((one) => organization(one.json, one.at)),
      services: [...found.services.values()].map((one) => service(one.json, one.at, problems)),
      sites: [...found.locations.values()].map((one) => site(one.json, one.at, found.at, problems)),
    },
    problems,
  })
}

type Found = { readonly json: Json; readonly at: string }
type Gathered = {
  readonly organizations: Map<string, Found>
  readonly services: Map<string, Found>
  readonly locations: Map<string, Found>
  /** location → services there. */
  readonly at: Map<string, Set<string>>
}

function gather(json: unknown): Gathered {
  const found: Gathered = { organizations: new Map(), services: new Map(), locations: new Map(), at: new Map() }
  /** The fuller of two that have one id: an organization nested in a service is often only its name. */
  const put = (map: Map<string, Found>, one: Json, at: string): string => {
    const id = text(one['id']).toLowerCase()
    const known = map.get(id)
    if (!known || Object.keys(one).length > Object.keys(known.json).length)
      map.set(id, { json: one, at: known?.at ?? at })
    return id
  }
  const takeOrganization = (one: Json, at: string): string => {
    const id = put(found.organizations, one, at)
    objects(one['locations']).forEach((each, i) => void put(found.locations, { organization_id: id, ...each }, `${at}.locations[${i}]`)) // prettier-ignore
    objects(one['services']).forEach((each, i) => takeService({ organization_id: id, ...each }, `${at}.services[${i}]`))
    return id
  }
  const takeService = (one: Json, at: string): void => {
    const owner = isObject(one['organization']) ? takeOrganization(one['organization'], `${at}.organization`) : text(one['organization_id']).toLowerCase() // prettier-ignore
    const id = put(found.services, { ...one, organization_id: owner }, at)
    objects(one['service_at_locations']).forEach((each, i) => {
      const place = each['location']
      const location = isObject(place) ? put(found.locations, { organization_id: owner, ...place }, `${at}.service_at_locations[${i}].location`) : text(each['location_id']).toLowerCase() // prettier-ignore
      found.at.set(location, (found.at.get(location) ?? new Set()).add(id))
    })
  }
  const take = (one: Json, at: string): void => {
    // A service has a status, an organization has none.
    if (typeof one['status'] === 'string') takeService(one, at)
    else takeOrganization(one, at)
  }
  if (Array.isArray(json)) objects(json).forEach((one, i) => take(one, `[${i}]`))
  else if (isObject(json)) {
    objects(json['organizations']).forEach((one, i) => void takeOrganization(one, `organizations[${i}]`))
    objects(json['services']).forEach(
      (one, i) => typeof json['name'] === 'string' || takeService(one, `services[${i}]`),
    )
    objects(json['contents']).forEach((one, i) => take(one, `contents[${i}]`))
    if (typeof json['id'] === 'string' && typeof json['name'] === 'string') take(json, '$')
  }
  return found
}

/** Codes of one of our taxonomies at an object. */
function codes(one: Json, taxonomy: Taxonomy): string[] {
  return objects(one['attributes']).flatMap((each) => {
    const term = each['taxonomy_term']
    return isObject(term) && term['taxonomy'] === taxonomyName(taxonomy) ? [text(term['code'])] : []
  })
}
/** Our free-text attributes. */
function texts(one: Json): Readonly<Record<string, string>> {
  const out: Record<string, string> = Object.create(null) as Record<string, string>
  for (const each of objects(one['attributes'])) {
    const term = each['taxonomy_term']
    if (isObject(term) && term['taxonomy'] === taxonomyName('field')) out[text(term['code'])] = text(each['value'])
  }
  return out
}
/** Whether it comes from us: then what is absent is empty, and not unsaid. */
const isOurs = (one: Json): boolean => codes(one, 'service-type').length > 0
/** Leaves out what a foreign file does not say. */
const said = (ours: boolean, fields: Json): Json =>
  ours ? fields : Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))) // prettier-ignore

const idOf = (type: string, one: Json): string => {
  const id = text(one['id']).toLowerCase()
  return isUuid(id) ? `${type}:${id}` : id === '' ? '' : `?:${id}`
}

function organization(one: Json, at: string): RawEntry {
  const ours = isOurs(one)
  const own = texts(one)
  const phone = text(objects(one['phones'])[0]?.['number'])
  const identifier = objects(one['organization_identifiers']).find((each) => each['identifier_scheme'] === 'CN-USCC')
  return {
    id: idOf('provider', one),
    at,
    fields: {
      name: text(one['name']),
      ...said(ours, {
        kind: codes(one, 'provider-kind')[0] ?? '',
        serviceType: codes(one, 'service-type')[0] ?? '',
        phone,
        services: own['services'] ?? (ours ? '' : text(one['description']).slice(0, 500)),
        funding: codes(one, 'funding-mode')[0] ?? '',
        reach: codes(one, 'reach'),
        hours: own['hours'] ?? '',
        area: own['area'] ?? '',
        publicContact: text(objects(one['contacts'])[0]?.['name']),
        role: codes(one, 'provider-role')[0] ?? '',
        standings: codes(one, 'standing'),
        creditCode: text(identifier?.['identifier']),
      }),
      ...(ours && { stopped: own['stopped'] === 'true' }),
    },
  }
}

function service(one: Json, at: string, problems: FileProblem[]): RawEntry {
  const ours = isOurs(one)
  const own = texts(one)
  const cost = objects(one['cost_options'])[0]
  const areas = objects(one['service_areas'])
  const amount = typeof cost?.['amount'] === 'number' ? Math.round(cost['amount'] * 100) : null
  const isPlace = (area: Json): boolean => text(area['uri']).startsWith('place:')
  return {
    id: idOf('service', one),
    at,
    fields: {
      provider: `provider:${text(one['organization_id'])}`,
      name: text(one['name']),
      status: one['status'] === 'active' ? 'active' : 'inactive',
      ...said(ours, {
        serviceType: codes(one, 'service-type')[0] ?? '',
        categories: codes(one, 'category'),
        area: areas.filter(isPlace).map((area) => text(area['uri'])),
        areaWords: areas.filter((area) => !isPlace(area)).map((area) => text(area['name'])).join('、'), // prettier-ignore
        ways: codes(one, 'way'),
        languages: objects(one['languages']).map((each) => text(each['name'])),
        hours: hours(one, at, problems),
        costFen: amount,
        costUnit: text(cost?.['option']) || (own['costUnit'] ?? ''),
        costWords: text(one['fees_description']) || text(cost?.['amount_description']),
        fundingMode: codes(one, 'funding-mode')[0] ?? '',
        minAge: whole(one['minimum_age']),
        maxAge: whole(one['maximum_age']),
        marks: codes(one, 'mark'),
        residence: codes(one, 'residence'),
        documents: objects(one['required_documents']).map((each) => text(each['document'])),
        capacityOpen: whole(own['capacityOpen']),
        capacityMax: whole(own['capacityMax']),
        capacityAt: own['capacityAt'] ?? '',
        note: text(one['description']),
      }),
    },
  }
}

function site(one: Json, at: string, there: Gathered['at'], problems: FileProblem[]): RawEntry {
  const own = texts(one)
  const place = own['place'] ?? ''
  const address = objects(one['addresses'])[0]
  const inWords = ['address_1', 'address_2', 'city', 'state_province'].map((field) => text(address?.[field]))
  const id = text(one['id']).toLowerCase()
  const ours = own['services'] !== undefined
  return {
    id: idOf('site', one),
    at,
    fields: {
      provider: `provider:${text(one['organization_id'])}`,
      name: text(one['name']) || inWords[0] || '',
      services: own['services'] === 'all' ? [] : [...(there.get(id) ?? [])].map((each) => `service:${each}`),
      ...said(ours, {
        place,
        address: ours ? (own['address'] ?? '') : inWords.filter(Boolean).join('，'),
        hours: hours(one, at, problems),
        barrierFree: codes(one, 'barrier-free')[0] ?? '',
        phone: text(objects(one['phones'])[0]?.['number']),
        transport: text(one['transportation']),
      }),
    },
  }
}

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `09:00:00+08:00`, `09:00Z` and `9:00` are nine o'clock: HSDS times are local. */
function clock(value: unknown): string | null {
  const match = /^(\d{1,2}):([0-5]\d)/.exec(text(value))
  return match && Number(match[1]) <= 24 ? timeOf(Number(match[1]) * 60 + Number(match[2])) : null
}

/** A closing that lies before its opening stays as it stands, and is refused with its words, unless it says 次日. */
function hours(one: Json, at: string, problems: FileProblem[]): Hours | null {
  const weekly: Hours['weekly'][number][] = []
  const exceptions = new Map<string, HoursException>()
  let holidays: Hours['holidays'] = ''
  objects(one['schedules']).forEach((each, i) => {
    const marks = codes(each, 'schedule')
    const rule = codes(each, 'on-holidays')[0]
    if (rule === 'closed' || rule === 'as-usual') return void (holidays = rule)
    const from = clock(each['opens_at'])
    const end = clock(each['closes_at'])
    const to = end !== null && marks.includes('next-day') ? timeOf(minutesOf(end) + DAY_MINUTES) : end
    if (marks.includes('exception')) {
      const days = { from: text(each['valid_from']), to: text(each['valid_to']) }
      const key = `${days.from} ${days.to}`
      const known = exceptions.get(key) ?? { ...days, spans: [], words: text(each['notes']) }
      const spans = from !== null && to !== null ? [...known.spans, { from, to }] : known.spans
      return void exceptions.set(key, { ...known, spans })
    }
    const days = text(each['byday']).split(',').map((name) => BYDAY.indexOf(name.trim().toUpperCase()) + 1) // prettier-ignore
    if (each['freq'] !== 'WEEKLY' || days.includes(0) || from === null || to === null) {
      problems.push({ at: `${at}.schedules[${i}]`, field: 'hours', code: 'schedule-unknown', words: text(each['description']).slice(0, 60) }) // prettier-ignore
      return
    }
    for (const day of days) weekly.push({ day, from, to })
  })
  return weekly.length + exceptions.size === 0 ? null : { weekly, exceptions: [...exceptions.values()], holidays }
}
