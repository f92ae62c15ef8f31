/**
 * An office with so many stations below it, and one bundle (or more) from each: real events by the kernel's own composer, real
 * signatures, real age files. Eight shared events a case; what stays private is composed too, and stays behind.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clock, random } from '#cli/clock.ts'
import { newStation } from '#cli/new-station.ts'
import { folderOptions, markStation, withStation } from '#cli/open-station.ts'
import { seeded } from '#core/demo/seeded.ts'
import type { House } from '#core/exchange/bundle/manifest.ts'
import { packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts } from '#core/exchange/bundle/split-parts.ts'
import type { Draft } from '#core/kernel/command.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { SCOPES } from '#core/kernel/event.ts'
import { assert } from '#core/lib/assert.ts'
import { toHex } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { settingId } from '#core/station/setting-id.ts'
import type { SettingName } from '#core/station/settings.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { FROM, leaving, newPc, pcOf, pinned } from '../../houses.ts'
import { PER_CASE, stationEvents } from './station-events.ts'

export const PASSWORD = '平安是福-2026'
const SEED = 20_260_901

/** `folder`: empty. Answers how many events the bundles carry. */
export async function fillDistrict(
  folder: string,
  houses: number,
  events: number,
): Promise<{ events: number; files: number; bytes: number }> {
  const generated = seeded(SEED)
  const uuid = uuidv7(FROM, generated.bytes(10))
  const dir = join(folder, 'office')
  const bundles = join(folder, 'bundles')
  const passwordFile = join(folder, 'password')
  mkdirSync(bundles, { recursive: true })
  writeFileSync(passwordFile, PASSWORD)
  const host = await openStationFolder(folderOptions(dir))
  assert(host.ok, 'no folder')
  const card = { id: uuid, code: '110101000000', short: 'QU001', name: '某区', letter: 'A', demo: false }
  const user = `user:${uuid}`
  const slot = { label: '测', user, secret: PASSWORD, scopes: SCOPES }
  // One for `linwu`, one for the page.
  const made = await newStation(host.value, card, [
    { kind: 'command-line', ...slot },
    { kind: 'user', ...slot },
  ])
  assert(made.ok, 'no station')
  const pcs = Array.from({ length: houses }, () => newPc(uuidv7(FROM, generated.bytes(10)), generated))
  const office = pcOf(uuid, made.value.device, pcs[0]!.identity, made.value.book, generated)
  const station = `station:${uuid}`
  const setting = (name: SettingName, value: string | boolean): Draft => ({ entity: settingId(station, name), kind: 'setting-changed', fields: { value } }) // prettier-ignore
  office.write([
    { entity: station, kind: 'station-set-up', fields: { name: card.name, code: card.code, short: card.short } },
    { entity: user, kind: 'user-entered', fields: { name: '经办人' } },
    setting('isUpperOffice', true),
    setting('officeKind', 'district'),
  ])
  for (const pc of pcs) office.write(pinned([pc], '站点'))
  assert((await made.value.writer.append(office.events)).ok, 'not appended')
  await markStation(host.value, card, office.book)
  await host.value.close()

  const given = { places: [dir], option: (name: string) => (name === 'password-file' ? passwordFile : undefined), flag: () => false, language: 'en' } as const // prettier-ignore
  const opened = await withStation(given, '', async ({ identity }) => ok(identity.receives))
  assert(opened.ok, 'not opened')
  const to: House = { house: uuid, name: card.name, code: card.code, short: card.short }
  const sums = { events: 0, files: 0, bytes: 0 }
  for (const [i, pc] of pcs.entries()) {
    const cases = Math.round(events / houses / PER_CASE)
    const short = `S${String(i + 1).padStart(4, '0')}`
    const written = leaving(stationEvents(pc, cases, short, generated))
    const { parts } = splitParts(written, [], { ...pc.identity }, [])
    for (const [number, part] of parts.entries()) {
      const packed = await packBundle(
        {
          manifest: {
            bundle: toHex(random(16)),
            part: { of: parts.length, number: number + 1 },
            profile: 'report',
            from: { house: pc.house, name: '站点', code: '110101001001', short, pc: pc.identity.pc },
            to,
            at: momentOf(clock()),
            scopes: ['shared', 'directory'],
            have: headSet(pc.book.replica),
            got: [],
            heads: part.heads,
            grants: [],
            revocations: [],
            houses: [],
            blobs: [],
          },
          events: part.events,
          letters: [],
          blobs: [],
        },
        [opened.value, pc.identity.receives],
        pc.identity,
      )
      writeFileSync(join(bundles, `${short}-${String(number + 1).padStart(2, '0')}.zip.age`), packed.bytes)
      sums.events += part.events.length
      sums.files += 1
      sums.bytes += packed.bytes.length
    }
    // Of 200 stations only one is needed at a time.
    pc.events.length = 0
    pc.book.replica.entities.clear()
    pc.book.replica.logs.clear()
  }
  return sums
}
