/** 电脑与密钥被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { TrustRefusal } from '#core/peer/trust-refusals.ts'

export const trustRefusals = {
  'letter-taken': '这个字母已经给过一台电脑，没有加入。已有的电脑都没有变，请再点一次，程序会换下一个字母。',
  'pc-known': '这台电脑以前加入过，没有再加一次。请在名单里找到它，重新导出许可文件。',
  'no-such-pc': '本站没有这台电脑，什么都没有改。请核对名单。',
  'revoked-already': '这台电脑已经停用，没有再停一次。',
  'not-signed': '签名对不上，没有采用。本站的记录没有变，请让对方重新导出文件，再打电话核对。',
  'no-root-yet': '本站还没有总密钥的记录，没有做成。请先在建站的那台电脑上打开“电脑与密钥”。',
  'other-root':
    '这个单位的总密钥和以前核对过的不一样，没有连接。已有的连接没有变，请打电话问清楚是否换了电脑重新建站。',
  'own-house': '这是本站自己的文件，不能当作上级或下级连接。什么都没有改，请选对方发来的文件。',
  'one-upper': '已经连接了一个上级单位，没有再连。要换上级，请先断开原来的。',
  'founding-pc': '这是管总密钥的电脑，不能停用自己。什么都没有改。',
} satisfies Readonly<Record<TrustRefusal, string>>
