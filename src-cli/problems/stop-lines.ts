/** Why nothing of a file was taken in, beside what is wrong with the file itself (bundle-lines.ts). */
import { BUNDLE_CODES, type BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { StopCode } from '../exchange/take-bundle.ts'
import { bundleLine } from './bundle-lines.ts'
import type { Line } from './line.ts'

const STOP: Readonly<Record<Exclude<StopCode, BundleCode>, Line>> = {
  'unknown-house': ['来自没有建立联系的单位 · 先核对对方的指纹', 'from a house that is not connected · compare its fingerprint first'], // prettier-ignore
  'revoked-pc': ['制作的电脑已被停用 · 请打电话问对方', 'made by a PC that was revoked · phone the sender'],
  'left-house': ['来自已停止往来的单位 · 请核对', 'from a house that has left · check it'],
  'not-admitted': [
    '写了不归对方写的内容 · 请打电话问对方',
    'writes what is not its sender’s to write · phone the sender',
  ],
  'mass-change': ['会删除、重开或撤销 {entities} 项 · 先看清楚，再加 --confirm {entities}', 'would erase, reopen or take back {entities} items · look at it first, then add --confirm {entities}'], // prettier-ignore
}

const isBundleCode = (code: StopCode): code is BundleCode => (BUNDLE_CODES as readonly string[]).includes(code)

export const stopLine = (code: StopCode, language: Language, entities = 0): string =>
  isBundleCode(code)
    ? bundleLine(code, language)
    : STOP[code][language === 'en' ? 1 : 0].replaceAll('{entities}', String(entities))
