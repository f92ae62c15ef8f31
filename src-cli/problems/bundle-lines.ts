/** Why a bundle was not taken in. Short: `merge` prints one of them behind each file's name. */
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import type { Language } from '#core/reports/code-words.ts'
import type { Line } from './line.ts'

const BUNDLE: Readonly<Record<BundleCode, Line>> = {
  'too-big': ['文件太大 · 请让对方分成几份', 'too large · ask for several parts'],
  'not-a-bundle': ['不是邻务的交换文件 · 请核对', 'not an exchange file of Linwu · check it'],
  'not-for-us': ['不是给这台电脑的 · 请让对方核对收件单位', 'not made for this PC · ask whom it is for'],
  damaged: ['不完整或坏了 · 请让对方再发一次', 'cut or damaged · ask for it again'],
  'newer-version': ['由更新的版本制作 · 请更新邻务', 'made by a newer version · update Linwu'],
  'bad-manifest': ['目录写得不对 · 请让对方再导出', 'its contents table is not right · ask for a new export'],
  'file-missing': ['少了一部分 · 请让对方再发一次', 'a part is missing · ask for it again'],
  'file-unlisted': ['多了目录上没有的东西 · 请问清经过谁的手', 'holds something unlisted · ask who handled it'],
  'file-changed': ['内容和目录对不上 · 请问清经过谁的手', 'differs from its contents table · ask who handled it'],
  'unknown-pc': ['制作的电脑还没有核对过 · 等它的许可', 'made by a PC not known here · wait for its grant'],
  'bad-signature': ['签名对不上 · 请打电话问对方', 'the signature does not fit · phone the sender'],
  'bad-event': ['有读不出的记录 · 请让对方再导出', 'holds unreadable records · ask for a new export'],
  'chain-broken': ['记录前后接不上 · 请让对方再导出', 'its records do not follow one another · ask for a new export'],
  'head-missing': ['有没签名的记录 · 请让对方再导出', 'holds records nobody signed · ask for a new export'],
  'contents-differ': ['内容和所说的不一样 · 请让对方再导出', 'holds other than it announces · ask for a new export'],
  'bad-letter': ['公文读不出 · 请让对方再导出', 'holds an unreadable paper · ask for a new export'],
}

export const bundleLine = (code: BundleCode, language: Language): string => BUNDLE[code][language === 'en' ? 1 : 0]
