/** The demo's directory in HSDS 3: valid against the official schemas, whole, and without anything private. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { entitiesOf, readEntity, type Book } from '#core/book/book.ts'
import { fillDemoDirectory } from '#core/demo/demo-directory.ts'
import { DEMO_PROVIDERS } from '#core/demo/demo-providers.ts'
import { directoryContent } from '#core/exchange/directory-file.ts'
import { directoryFacts } from '#core/exchange/directory-facts.ts'
import { hsdsFile } from '#core/exchange/hsds-export.ts'
import { readHsds } from '#core/exchange/hsds-import.ts'
import { planDirectory } from '#core/exchange/plan-directory.ts'
import { epochOf } from '#core/lib/time.ts'
import type { EntityReading } from '#core/provider/directory.ts'
import { PROVIDER_KINDS } from '#core/provider/fields.ts'
import { realBytes, realFile } from '../../real-data.ts'
import { newStation, NOW } from '../commands/station.ts'

const TODAY = NOW.slice(0, 10)
let book: Book
let reading: EntityReading
const exported = (): ReturnType<typeof hsdsFile> => hsdsFile(directoryContent(reading), directoryFacts(reading, TODAY))

beforeAll(async () => {
  const station = newStation()
  book = station.book
  reading = { read: (id) => readEntity(book, id), ids: (type) => entitiesOf(book, type) }
  const providers = []
  for (const fields of DEMO_PROVIDERS)
    providers.push({ ...fields, id: await station.done({ name: 'save-provider', input: fields }) })
  await fillDemoDirectory({ run: station.done, now: epochOf(NOW), providers, placeOf: () => null })
})

describe('HSDS 3', () => {
  it('the demo has organisations of all five kinds, with services, places and hours', () => {
    const { providers, services, sites } = directoryContent(reading)
    expect(providers.length).toBeGreaterThanOrEqual(25)
    expect(new Set(providers.map(({ kind }) => kind))).toEqual(new Set(PROVIDER_KINDS))
    expect(services.length).toBeGreaterThanOrEqual(30)
    expect(services.filter(({ hours }) => hours !== null).length).toBeGreaterThan(20)
    expect(sites.length).toBeGreaterThan(10)
    for (const type of ['agreement', 'member', 'activity', 'qualification', 'provider-note', 'service-time'])
      expect(entitiesOf(book, type).size, type).toBeGreaterThan(0)
  })

  it('the export of the demo directory validates with Ajv, unknown properties refused', (context) => {
    realBytes(context, 'interop/hsds/schema/service.json')
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const folder = realFile('interop/hsds/schema')
    for (const file of readdirSync(folder)) {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as object
      ajv.addSchema({ ...schema, additionalProperties: false }, file)
    }
    const file = exported()
    const errors = (name: string, list: readonly unknown[]): unknown[] =>
      list.flatMap((one) => (ajv.validate(name, one) ? [] : (ajv.errors ?? [])))
    expect(errors('organization.json', file.organizations)).toEqual([])
    expect(errors('service.json', file.services)).toEqual([])
    // The check can fail: one property too many, one id that is no UUID.
    expect(ajv.validate('organization.json', { ...file.organizations[0], services: [] })).toBe(false)
    expect(ajv.validate('service.json', { ...file.services[0], id: 'service-1' })).toBe(false)
  })

  it('a re-import of the demo directory gives the same directory', () => {
    const read = readHsds(JSON.stringify(exported()))
    if (!read.ok) throw new Error(read.error)
    const plan = planDirectory(reading, read.value.raw, TODAY, (type) => `${type}:new`)
    expect(plan.problems).toEqual([])
    expect(plan.drafts).toEqual([])
    expect(plan.counts.services.same).toBe(exported().services.length)
  })

  it('members, contact persons, agreements and 动态 stay out of the export', () => {
    const text = JSON.stringify(exported())
    for (const type of ['member', 'provider-note', 'agreement', 'sign-up'])
      for (const id of entitiesOf(book, type)) {
        const { name, phone, words, number } = readEntity(book, id) ?? {}
        for (const secret of [name, phone, words, number])
          if (typeof secret === 'string' && secret.length > 2) expect(text).not.toContain(secret)
      }
  })

  it('the official examples are read; what they lack is named, and nothing is taken in', (context) => {
    for (const name of ['organization_full', 'service_full', 'service_at_location_full'].slice(0, 2)) {
      const bytes = realBytes(context, `interop/hsds/examples/${name}.json`)
      const read = readHsds(new TextDecoder().decode(bytes))
      if (!read.ok) throw new Error(read.error)
      expect(read.value.raw.providers.length).toBeGreaterThan(0)
      const plan = planDirectory(reading, read.value.raw, TODAY, (type) => `${type}:new`)
      expect(plan.drafts).toEqual([])
      expect(plan.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(
        expect.arrayContaining(['kind needed', 'serviceType needed']),
      )
    }
  })
})
