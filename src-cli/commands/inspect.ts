/** What a bundle is: without keys what anybody who finds it can see, with the keys of a station folder everything. */
import { basename } from 'node:path'
import { peekAge } from '#core/exchange/bundle/age.ts'
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import { BUNDLE_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { minisignKey } from '#core/exchange/bundle/minisign.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { unseal, type Unsealed } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { secretsOf } from '#core/keys/identity.ts'
import { ok } from '#core/lib/result.ts'
import type { Language } from '#core/reports/code-words.ts'
import { refused, type Command, type Done } from '../command.ts'
import { withStation } from '../open-station.ts'
import { bundleLine } from '../problems/bundle-lines.ts'
import { readInput } from '../read-input.ts'

const USAGE = 'inspect FILE [--keys DIR --password-file F] [--json]'

export const inspect: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '看一份交换文件：不给密钥，只看得到外壳；--keys 给站点文件夹，看里面有什么、谁签的。什么都不改。',
    en: 'Shows a bundle: its envelope without keys; what is in it and who signed it with --keys and a station folder. Changes nothing.',
  },
  places: ['FILE'],
  options: { keys: 'value', 'password-file': 'value' },
  async run(given) {
    const file = given.places[0]!
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const envelope = envelopeOf(basename(file), bytes.value)
    if (!envelope.ok) return refused({ code: 'bundle-refused', words: { file, reason: bundleLine(envelope.error, given.language) } }) // prettier-ignore
    const keys = given.option('keys')
    if (keys === undefined) return ok(seen(envelope.value, given.language))
    return withStation({ ...given, places: [keys] }, USAGE, async ({ identity, trust }) => {
      const unsealed = await unseal(bytes.value, secretsOf(identity))
      if (!unsealed.ok)
        return refused({ code: 'bundle-refused', words: { file, reason: bundleLine(unsealed.error, given.language) } })
      return ok(opened(envelope.value, unsealed.value, trust(), given.language))
    })
  },
}

type Envelope = {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly recipients: number
  readonly plainBytes: number | null
}

function envelopeOf(file: string, bytes: Uint8Array): { ok: true; value: Envelope } | { ok: false; error: BundleCode } {
  if (bytes.length > BUNDLE_LIMITS.fileBytes) return { ok: false, error: 'too-big' }
  const header = peekAge(bytes)
  return header.ok ? ok({ file, bytes: bytes.length, sha256: sha256Hex(bytes), ...header.value }) : header
}

function seen(envelope: Envelope, language: Language): Done {
  const en = language === 'en'
  return {
    json: { ...envelope, opened: false },
    lines: [
      ...envelopeLines(envelope, en),
      en ? 'Nothing else can be seen without a key.' : '没有密钥，其余什么都看不到。',
    ],
  }
}

function envelopeLines({ file, bytes, sha256, recipients, plainBytes }: Envelope, en: boolean): string[] {
  const inside = plainBytes === null ? (en ? 'cut' : '不完整') : String(plainBytes)
  return [
    `${en ? 'File' : '文件'}  ${file}`,
    `SHA-256  ${sha256}`,
    en
      ? `age, X25519, ${recipients} recipient(s); ${bytes} bytes, inside ${inside}`
      : `age，X25519，${recipients} 个收件密钥；${bytes} 字节，里面 ${inside}`,
  ]
}

function opened(envelope: Envelope, unsealed: Unsealed, before: Trust, language: Language): Done {
  const en = language === 'en'
  const { manifest } = unsealed
  const trust = before.learn(manifest)
  const verdict = trust.verdict(manifest)
  const verified = verifyBundle(unsealed, trust.keyOf)
  const key = trust.keyOf(manifest.from.pc)
  const { from, to, part } = manifest
  const { grants, revocations, houses, heads, have, ...said } = manifest
  const counts = { grants: grants.length, revocations: revocations.length, houses: houses.length, heads: heads.length, have: Object.keys(have).length } // prettier-ignore
  const signature = verified.ok ? 'ok' : verified.error
  const json = {
    ...envelope,
    opened: true,
    verdict,
    signature,
    key: key && minisignKey(key),
    events: verified.ok ? verified.value.events.length : null,
    manifest: { ...said, ...counts },
  }
  const lines = [
    ...envelopeLines(envelope, en),
    `${en ? 'Bundle' : '文件号'}  ${manifest.bundle}  ${part.number}/${part.of}  ${manifest.profile}  ${manifest.at}`,
    `${en ? 'From' : '来自'}  ${from.name} ${from.code} ${from.short} (${from.pc})`,
    `${en ? 'To' : '给'}  ${to.name} ${to.code} ${to.short}`,
    `${en ? 'Scopes' : '范围'}  ${manifest.scopes.join(', ') || '—'}`,
    ...Object.entries(manifest.logs).map(([log, [first, last]]) => `  ${log}  ${first}–${last}`),
    ...manifest.files.map(({ name, bytes }) => `  ${name}  ${bytes}`),
    `${en ? 'Sender here' : '本站认得对方吗'}  ${verdict}`,
    `${en ? 'Signatures and contents' : '签名和内容'}  ${verified.ok ? (en ? 'all fit' : '都对得上') : bundleLine(verified.error, language)}`,
    ...(key ? [`minisign -P ${minisignKey(key)}`] : []),
  ]
  return { json, lines, damaged: !verified.ok }
}
