/** What the command line says about PCs, houses and their keys. */
import type { TrustRefusal } from '#core/peer/trust-refusals.ts'
import type { Line } from './line.ts'

export const TRUST_REFUSALS: Readonly<Record<TrustRefusal, Line>> = {
  'letter-taken': [
    '这个字母已经给过一台电脑 · 没有加入 · 请换一个字母',
    'This letter was given before · the PC was not let in · choose another letter',
  ],
  'pc-known': [
    '这台电脑以前加入过 · 没有再加 · 请用 --again 重新导出许可文件',
    'This PC was let in before · it was not added twice · use --again for its grant file',
  ],
  'no-such-pc': [
    '本站没有这台电脑 · 没有改动 · 请核对',
    'This station has no such PC · nothing was changed · check it',
  ],
  'revoked-already': ['这台电脑已经停用 · 没有改动', 'This PC is shut out already · nothing was changed'],
  'not-signed': [
    '签名对不上 · 没有采用 · 请让对方重新导出',
    'The signature does not fit · it was not used · ask for a new file',
  ],
  'no-root-yet': [
    '本站还没有总密钥的记录 · 没有做成 · 请在建站的电脑上做',
    'There is no main key on record · nothing was done · do it on the founding PC',
  ],
  'other-root': [
    '总密钥和以前核对过的不一样 · 没有连接 · 请打电话问清楚',
    'This house has another main key than before · it was not connected · phone them',
  ],
  'own-house': [
    '这是本站自己的文件 · 没有改动 · 请选对方的文件',
    'This file is your own house’s · nothing was changed · use theirs',
  ],
  'one-upper': [
    '已经连接了一个上级 · 没有再连 · 请先断开原来的',
    'There is an upper office already · nothing was changed · disconnect it first',
  ],
  'founding-pc': [
    '管总密钥的电脑不能停用自己 · 没有改动',
    'The PC with the main key cannot shut itself out · nothing was changed',
  ],
}
