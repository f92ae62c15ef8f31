/** What the command line says about request and grant files. */
import type { TrustFileCode } from '#core/exchange/trust/trust-file-code.ts'
import type { Line } from './line.ts'

/** `newer-version` is said of stations. */
export type TrustLine =
  Exclude<TrustFileCode, 'newer-version'> | 'newer-file' | 'no-root-here' | 'not-asked' | 'fingerprint-differs'

export const TRUST_FILES: Readonly<Record<TrustLine, Line>> = {
  'not-a-request': [
    '{file} 不是申请文件，或不完整 · 什么都没有改 · 请重新拷一次',
    '{file} is no request file, or not a whole one · nothing was changed · copy it again',
  ],
  'not-a-grant': [
    '{file} 不是申请或许可文件，或不完整 · 什么都没有改 · 请重新拷一次',
    '{file} is no request or grant file, or not a whole one · nothing was changed · copy it again',
  ],
  'bad-signature': [
    '{file} 被改过，签名对不上 · 没有采用 · 请让对方重新导出',
    '{file} was changed, its signature does not fit · it was not used · ask for a new one',
  ],
  'newer-file': [
    '{file} 是更新版本做的 · 什么都没有改 · 请先更新邻务',
    'A newer version made {file} · nothing was changed · update Linwu first',
  ],
  'not-for-this-pc': [
    '{file} 不是给这台电脑的 · 什么都没有改 · 请核对文件',
    '{file} is not for this PC · nothing was changed · check the file',
  ],
  'other-kind': ['{file} 是另一种用途的 · 什么都没有改 · 请换一份', '{file} is for something else · nothing was changed · choose the other one'], // prettier-ignore
  'no-root-here': [
    '总密钥不在这台电脑上 · 没有做成 · 请到建站的那台电脑上做',
    'The main key is not on this PC · nothing was done · do it on the founding PC',
  ],
  'not-asked': [
    '这个文件夹没有申请过加入 · 什么都没有改 · 先用 keys DIR --ask 名称 --out 申请文件',
    'This folder has not asked to join · nothing was changed · begin with keys DIR --ask NAME --out REQUEST',
  ],
  'fingerprint-differs': [
    '指纹不一样，文件里是 {digits} · 没有采用 · 请打电话再核对',
    'The fingerprints differ, the file has {digits} · it was not used · compare again by phone',
  ],
}
