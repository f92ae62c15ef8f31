/**
 * The twenty certificates that a residents' committee must not issue (民政部等六部门, 民发〔2020〕20 号, first list), and
 * who does issue them or what is shown instead. Asked for one of these the app says no and names the office.
 *
 * `words`: what people say for it. A request counts when it speaks of a paper (证明, 开条, 盖章 …) and of one of them.
 * To add one: the list is the ministries'; a word: in its row, most telling first.
 */
export const CERTIFICATES = [
  { code: 'kinship', zh: '亲属关系证明', en: 'kinship', words: '亲属关系 亲子关系 父子关系 母子关系 父女关系 母女关系 直系亲属 亲属证明 关系证明 证明我妈是我妈 是我妈 是我爸 是我儿子 是我女儿', office: '公安派出所（户口簿、户籍档案能反映的，凭户口簿或查档），反映不了的到公证处办理公证', officeEn: 'police station (household register or its archive); otherwise a notary' },
  { code: 'household', zh: '户籍（居民身份信息）证明', en: 'household registration', words: '户籍证明 户口证明 户籍 户口在 身份信息 身份证明 同一人 曾用名', office: '户籍所在地公安派出所（凭户口簿、居民身份证）', officeEn: 'police station of the registered residence' },
  { code: 'household-change', zh: '户口登记项目内容变更申请证明', en: 'change of a registered item', words: '改名 更名 改姓 改出生日期 改年龄 改民族 变更户口 户口变更 户口登记 户口项目 更改户口', office: '户籍所在地公安派出所，凭原始材料直接申请变更', officeEn: 'police station of the registered residence, with the original papers' },
  { code: 'dog', zh: '居民养犬证明', en: 'keeping a dog', words: '养犬 养狗 狗证 犬证 犬只 遛狗', office: '公安派出所（养犬登记机关）', officeEn: 'police station (dog registration)' },
  { code: 'no-crime', zh: '无犯罪记录证明', en: 'no criminal record', words: '无犯罪 没有犯罪 犯罪记录 无违法 政审 无前科 没有前科 现实表现', office: '户籍所在地或居住地公安派出所', officeEn: 'police station' },
  { code: 'drug-rehab', zh: '社区戒毒、社区康复人员表现情况证明', en: 'conduct in community drug rehabilitation', words: '社区戒毒 社区康复人员 戒毒 康复人员表现 吸毒', office: '街道社区戒毒（康复）工作领导小组办公室，公安派出所', officeEn: 'drug rehabilitation office of the street; police station' },
  { code: 'missing', zh: '人员失踪证明', en: 'missing person', words: '失踪 下落不明 宣告失踪', office: '公安派出所报案立案，宣告失踪由人民法院判决', officeEn: 'police; a declaration is for the court' },
  { code: 'marriage', zh: '婚姻状况证明', en: 'marital status', words: '婚姻状况 婚姻证明 单身证明 未婚证明 单身 未婚 离异 未再婚 没结婚 结婚证明 离婚证明', office: '民政局婚姻登记处（结婚证、离婚证、婚姻登记档案），法院判决的凭判决书，单身状况由本人书面声明', officeEn: 'marriage registry of civil affairs; single status is declared by oneself' },
  { code: 'birth', zh: '出生证明', en: 'birth', words: '出生证明 出生证 出生医学证明 出生日期证明 新生儿', office: '出生的医院或卫生健康部门（《出生医学证明》）', officeEn: 'hospital of birth, or the health authority' },
  { code: 'alive', zh: '健在证明', en: 'being alive', words: '健在 活着 在世 生存证明 生存认证 养老金认证 还活着', office: '社会保险经办机构（可手机刷脸认证），其他用途到公证处', officeEn: 'social insurance office (also by phone); a notary for other uses' },
  { code: 'death', zh: '死亡证明', en: 'death', words: '死亡 去世证明 去世 过世 病故 身故 火化', office: '医院或社区卫生服务中心（《居民死亡医学证明（推断）书》），非正常死亡由公安机关出具，宣告死亡由人民法院判决', officeEn: 'hospital or health centre; police for unnatural death; the court for a declaration' },
  { code: 'illness', zh: '疾病状况证明', en: 'illness', words: '疾病证明 疾病状况 患病 病情证明 生病 健康证明 健康状况 精神病', office: '二级以上医院或社区卫生服务中心（诊断证明）', officeEn: 'hospital or health centre' },
  { code: 'disability', zh: '残疾状况证明', en: 'disability', words: '残疾证明 残疾状况 残疾证 残疾等级 残疾', office: '残疾人联合会（残疾人证），工伤致残到人力资源社会保障部门鉴定', officeEn: "disabled persons' federation; labour authority for work injury" },
  { code: 'fertility', zh: '婚育状况证明', en: 'marriage and children', words: '婚育 生育证明 生育状况 准生证 独生子女 二胎证明 三胎证明 计生证明 计划生育', office: '街道卫生健康（生育服务）窗口，婚姻部分到民政局婚姻登记处', officeEn: 'health desk of the street; marriage registry' },
  { code: 'employment', zh: '居民就业状况证明', en: 'employment', words: '就业状况 就业证明 失业证明 无业证明 待业证明 未就业 没有工作 无工作 失业 无业 收入证明 务工证明 工作证明', office: '公共就业服务机构（街道社会保障事务所），在职的由用人单位出具', officeEn: 'public employment service; the employer for those in work' },
  { code: 'archive', zh: '居民个人档案证明', en: 'personal archive', words: '个人档案 档案证明 人事档案 档案 工龄证明 学历证明', office: '档案保管单位（人才服务中心、原工作单位、学校）', officeEn: 'whoever keeps the archive (talent centre, former employer, school)' },
  { code: 'property', zh: '居民财产证明', en: 'property', words: '财产证明 房产证明 无房证明 有房证明 房屋产权 产权证明 产权 存款证明 车辆证明 资产证明 无房 房产', office: '不动产登记中心（房产），银行（存款），车辆管理所（车辆）', officeEn: 'land registry, bank, or vehicle office' },
  { code: 'inheritance', zh: '遗产继承权公证证明', en: 'right of inheritance', words: '遗产 继承权 继承 遗嘱 法定继承人 继承人', office: '公证处；有争议的向人民法院起诉', officeEn: 'notary; the court where it is disputed' },
  { code: 'business-place', zh: '市场主体住所（经营场所）证明', en: 'place of business', words: '经营场所 经营地址 住改商 注册地址 营业执照 市场主体 住所证明 注册公司 开店证明 办执照', office: '市场监督管理部门（住所申报承诺或凭房产证明登记）', officeEn: 'market regulation authority' },
  { code: 'lost-papers', zh: '证件遗失证明', en: 'lost papers', words: '证件遗失 遗失证明 丢失证明 身份证丢 证件丢 户口本丢 房产证丢 补办证件 挂失证明 遗失 丢失', office: '该证件的发证机关（凭本人书面声明补办）', officeEn: 'whoever issued the paper (on a written declaration)' },
] as const satisfies readonly { readonly code: string; readonly zh: string; readonly en: string; readonly words: string; readonly office: string; readonly officeEn: string }[] // prettier-ignore

export type Certificate = (typeof CERTIFICATES)[number]

/** Speaks of a paper that somebody shall write or stamp. */
const PAPER = /证明|开[个张份一]*[条证信]|盖[个一]*[公红]?章|出具|公章|开具/

/** Papers that people ask for in other words, whole: 办狗证. */
const WHOLE = /狗证|犬证|准生证|残疾证|出生证|无犯罪记录/

/** Which words are said, longest first, so that 户籍证明 does not lose to 户籍. */
const ROWS = CERTIFICATES.map((row) => ({ row, words: row.words.split(' ').toSorted((a, b) => b.length - a.length) }))

/**
 * The certificate that a text asks for; the one with the longest word said. Null for everything else: a lost dog is no
 * dog certificate, and a certificate that the committee does issue (困难 by law and the like) is none of these.
 */
export function certificateIn(text: string): { readonly certificate: Certificate; readonly word: string } | null {
  const said = text.normalize('NFKC').replace(/\s+/g, '')
  if (!PAPER.test(said) && !WHOLE.test(said)) return null
  let found: { certificate: Certificate; word: string } | null = null
  for (const { row, words } of ROWS) {
    const word = words.find((one) => said.includes(one))
    if (word && (found === null || word.length > found.word.length)) found = { certificate: row, word }
  }
  return found
}
