/** DOMAIN §3.5: twenty certificates a residents' committee must not issue: the app says no and names the right office. */
import { expect, test } from 'vitest'
import { CERTIFICATES, certificateIn } from '#core/intake/certificates.ts'

/** DOMAIN's word · what somebody at the counter says · who is named. */
const TABLE: readonly (readonly [string, string, (typeof CERTIFICATES)[number]['code'], RegExp])[] = [
  ['亲属关系', '去银行取钱，让社区开个证明，证明我们是父子关系', 'kinship', /派出所.*公证/],
  ['户籍', '单位要户籍证明，想请居委会开一个', 'household', /派出所/],
  ['户口登记项目变更申请', '孩子要改名，派出所让社区盖章出证明', 'household-change', /派出所/],
  ['养犬', '给狗上牌，要社区出养犬证明', 'dog', /公安/],
  ['无犯罪记录', '找工作要开无犯罪记录证明', 'no-crime', /派出所/],
  ['社区戒毒康复人员表现', '想开一份社区戒毒表现的证明', 'drug-rehab', /戒毒/],
  ['人员失踪', '家里人下落不明三年了，请社区出失踪证明', 'missing', /公安.*法院/],
  ['婚姻状况', '买房要单身证明，社区能开吗', 'marriage', /婚姻登记/],
  ['出生', '孩子上户口，出生证明丢了请社区开一个', 'birth', /医院/],
  ['健在', '领退休金要健在证明', 'alive', /社会保险/],
  ['死亡', '老人在家去世，要开死亡证明', 'death', /医/],
  ['疾病状况', '办低保要疾病证明，请社区出具', 'illness', /医院/],
  ['残疾状况', '请居委会开残疾证明', 'disability', /残疾人联合会/],
  ['婚育状况', '厂里要婚育证明', 'fertility', /卫生健康/],
  ['就业状况', '孩子助学金要父母无业证明', 'employment', /就业/],
  ['个人档案', '要开一份个人档案的证明', 'archive', /档案/],
  ['财产', '申请公租房，让社区开无房证明', 'property', /不动产/],
  ['遗产继承权', '房子过户，要遗产继承权证明', 'inheritance', /公证/],
  ['市场主体住所', '开小店办执照，要社区盖章同意住改商的证明', 'business-place', /市场监督/],
  ['证件遗失', '房产证丢了，补办要社区出遗失证明', 'lost-papers', /发证机关/],
]

test('twenty of them, each once', () => {
  expect(CERTIFICATES).toHaveLength(20)
  expect(new Set(CERTIFICATES.map(({ code }) => code)).size).toBe(20)
  expect(TABLE.map(([, , code]) => code)).toEqual(CERTIFICATES.map(({ code }) => code))
})

test.each(TABLE)('%s: %s', (_, said, code, office) => {
  const found = certificateIn(said)
  expect(found?.certificate.code).toBe(code)
  expect(found?.certificate.office).toMatch(office)
  expect(said).toContain(found!.word)
})

test.each(CERTIFICATES.map(({ code, zh, en, officeEn }) => [code, zh, en, officeEn] as const))(
  '%s is known by its own name: %s',
  (code, zh) => expect(certificateIn(`请问社区能开${zh}吗？`)?.certificate.code).toBe(code),
)

test.each([
  '老人走失，请帮忙找',
  '邻居养狗半夜叫，影响休息',
  '身份证丢了，去哪里补办',
  '想问失业金怎么领',
  '楼下有人去世，亲属扎灵棚扰民',
  '小区房产中介乱贴广告',
  '残疾人坡道坏了',
  '孩子单身，想参加相亲活动',
  '请开门，证据已经交给物业',
  '希望社区开展健康讲座',
  '',
])('no certificate is asked for: %s', (said) => expect(certificateIn(said)).toBeNull())
