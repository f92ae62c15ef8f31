/**
 * What the station decides for itself, one entity a setting: two people who change different ones never cross, and every
 * PC of the station works by the same rules. How one PC shows the program stands in that PC's plain storage instead.
 */
import type { Reading } from '../case-file/decision.ts'
import { SUPERVISION_SETTINGS } from '../case-file/supervision-settings.ts'
import { FIGURES_SETTINGS } from '../figures/settings.ts'
import { LEARNING_SETTINGS } from '../learning/settings.ts'
import { someWords, z } from '../lib/schema.ts'
import { REVISIT_SETTINGS } from '../revisit/settings.ts'
import { OFFICE_KINDS, type OfficeKind } from './office-kind.ts'

const yesOrNo = z.boolean()

/** To add one: its shape and what holds before anybody chose, its card in features/settings, its words in both texts. */
export const SETTINGS = {
  /** When a last day ends (民法典 203): 24:00, or the close of business. */
  dayEnd: { shape: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/), start: '24:00' as string },
  /** DOMAIN §5.7: the clock may stand still while an objection is reviewed, while the resident is waited for. */
  pauseForObjection: { shape: yesOrNo, start: true as boolean },
  pauseForResident: { shape: yesOrNo, start: true as boolean },
  /** 上级单位 (DOMAIN §4.0): whom administrative matters go up to, when no provider says otherwise. */
  upperOffice: { shape: someWords(80), start: '街道办事处' as string },
  /** Installed at a 街道 or 区 itself: 督办 orders exist only there. */
  isUpperOffice: { shape: yesOrNo, start: false as boolean },
  /** Which one: 社区服务站, 街道 or 区 (offices stack). Chosen at set-up; decides words, nothing else. */
  officeKind: { shape: z.enum(OFFICE_KINDS), start: 'community' as OfficeKind },
  ...REVISIT_SETTINGS,
  ...LEARNING_SETTINGS,
  ...SUPERVISION_SETTINGS,
  ...FIGURES_SETTINGS,
} as const

export type SettingName = keyof typeof SETTINGS
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]
export type StationSettings = { readonly [N in SettingName]: (typeof SETTINGS)[N]['start'] }

export const SETTING = z.object({ value: z.union([z.string(), z.boolean()]) })

export type EntitySource = Pick<Reading, 'read' | 'ids'>

/** As they stand now. A value that does not fit (from a newer version) counts as not chosen. */
export function settingsOf(source: EntitySource): StationSettings {
  const out: Record<string, string | boolean> = {}
  for (const name of SETTING_NAMES) out[name] = SETTINGS[name].start
  for (const id of [...source.ids('setting')].toSorted()) {
    const name = SETTING_NAMES.find((one) => id.endsWith(`.${one}`))
    const value = name && SETTINGS[name].shape.safeParse(source.read(id)?.['value'])
    if (name && value?.success) out[name] = value.data
  }
  return out as StationSettings
}
