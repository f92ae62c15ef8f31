/** `linwu export DIR --to PEER --profile …` and `linwu receipt DIR --to PEER`. */
import { ok, type Result } from '#core/lib/result.ts'
import { PROFILES, type Profile } from '#core/peer/codes.ts'
import { misused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { sendBundles } from '../exchange/send-bundles.ts'
import { withFreshKeys } from '../exchange/fresh-keys.ts'

export async function exportBundle(
  given: Given,
  usage: string,
  fixed: Profile | null = null,
): Promise<Result<Done, Failed>> {
  const [to, out, said] = [given.option('to'), given.option('out'), given.option('profile')]
  if (to === undefined) return misused({ code: 'missing-option', words: { word: 'to', usage } })
  if (out === undefined) return misused({ code: 'missing-option', words: { word: 'out', usage } })
  const profile = fixed ?? PROFILES.find((one) => one === said) ?? null
  if (profile === null && said !== undefined)
    return misused({ code: 'wrong-value', words: { word: 'profile', value: said, allowed: PROFILES.join(', ') } })
  return withFreshKeys(given, usage, async (station) => {
    const sent = await sendBundles(station, to, profile, out)
    if (!sent.ok) return sent
    const { files, stays } = sent.value
    const en = given.language === 'en'
    const lines = files.map(({ file, events, letters, bundle }) =>
      en
        ? `${file}  ${bundle.slice(0, 8)}  ${events} events, ${letters} letters`
        : `${file}  ${bundle.slice(0, 8)}  ${events} 条记录，${letters} 份公文`,
    )
    const rest = en
      ? `${stays} events stay: damaged here, or nobody's signature covers them yet`
      : `${stays} 条留下：本机读不出，或还没有签名能证明它们`
    return ok({ json: sent.value, lines: stays > 0 ? [...lines, rest] : lines })
  })
}

const USAGE = 'receipt DIR --to PEER --out FILE|FOLDER --password-file F [--json]'

export const receipt: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '回执：告诉对方收到了什么、还缺什么，不带任何记录。',
    en: 'A receipt: says what arrived here and what is missing, and carries no record.',
  },
  places: ['DIR'],
  options: { to: 'value', out: 'value', 'password-file': 'value' },
  run: (given) => exportBundle(given, USAGE, 'receipt'),
}
