/** Reads everything and names what is not as it was written. With --frames-only no key is needed. */
import { ok, type Result } from '#core/lib/result.ts'
import { refused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { withFolder, withStation } from '../open-station.ts'
import { damageWords } from '../reason-words.ts'
import { checkContent, checkFrames, type Checked } from '../check-station.ts'

const USAGE = 'verify DIR [--frames-only] [--password-file F] [--json]'
/** Lines of damage that are printed without --json. */
const SHOWN = 50

export const verify: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '逐帧检查站点，有损坏就一一说出（退出码 1）。--frames-only 不用密码，只查文件和帧的外壳。',
    en: 'Checks every frame and names what is damaged (exit 1). --frames-only needs no password and checks files and frame headers.',
  },
  places: ['DIR'],
  options: { 'frames-only': 'flag', 'password-file': 'value' },
  async run(given) {
    const folder = given.places[0]!
    if (given.flag('frames-only')) return answer(await withFolder(folder, (host) => checkFrames(host)), given)
    let events = 0
    const count = (part: readonly unknown[]): void => void (events += part.length)
    return answer(
      await withStation(given, USAGE, (station) => checkContent(station, events), { onEvents: count }),
      given,
    )
  },
}

function answer(checked: Result<Checked, Failed>, { language }: Given): Result<Done, Failed> {
  if (!checked.ok) return refused(checked.error.problem)
  const { frames, events, logs, damaged } = checked.value
  const isWhole = damaged.length === 0
  const en = language === 'en'
  const shown = damaged.slice(0, SHOWN).map((found) => {
    const { segment, frame, reason, log, blob } = found
    const where = [
      segment && `${segment.slice(0, 8)}…`,
      frame !== null && `#${frame}`,
      log,
      blob && `blob ${blob.slice(0, 8)}…`,
    ]
    return `${where.filter(Boolean).join(' ')}  ${damageWords(reason, language)}`.trim()
  })
  const counts = en ? `${frames} frames, ${events} events` : `${frames} 帧，${events} 个事件`
  const verdict = isWhole
    ? en
      ? 'nothing is damaged'
      : '没有损坏'
    : en
      ? `${damaged.length} damaged`
      : `${damaged.length} 处损坏`
  return ok({
    json: { frames, events, logs, damaged, ok: isWhole },
    lines: [...shown, `${counts}: ${verdict}`],
    damaged: !isWhole,
  })
}
