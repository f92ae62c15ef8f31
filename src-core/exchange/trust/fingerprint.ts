/**
 * Sixteen digits that two people compare by phone: `0482 7716 3359 1024`. Short enough to be read out, and long enough because
 * each try costs an attacker 2^14 hashes: a second key with the same digits takes about 2^67 of them.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, utf8 } from '#core/lib/bytes.ts'

/** 16,384 rounds: 12 ms on the two-core reference PC. */
const ROUNDS = 1 << 14
const DIGITS = 16n

/** Of a house: its uuid and root key. Of a PC that asks to be let in: its number and both its keys. */
export const houseFingerprint = (house: string, root: Uint8Array): string => digits(`house\n${house}\n`, root)
export const pcFingerprint = (pc: string, signs: Uint8Array, receives: string): string =>
  digits(`pc\n${pc}\n${receives}\n`, signs)

function digits(of: string, key: Uint8Array): string {
  const start = concat([utf8(`linwu-fingerprint-1\n${of}`), key])
  let hash = sha256(start)
  // The whole text goes in each time: no round can be prepared for another key.
  for (let i = 1; i < ROUNDS; i++) hash = sha256(concat([hash, start.subarray(-32)]))
  let number = 0n
  for (const byte of hash.subarray(0, 16)) number = (number << 8n) | BigInt(byte)
  const text = String(number % 10n ** DIGITS).padStart(Number(DIGITS), '0')
  return text.match(/.{4}/g)!.join(' ')
}

const SPOKEN = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九']
/** As it is read out on the phone: 零四八二 七七幺六 … */
export const spoken = (fingerprint: string): string => fingerprint.replace(/\d/g, (digit) => SPOKEN[Number(digit)]!)
