/**
 * The built-in catalogue, written for this program: 17 fields of community life, 42 groups, 173 leaves.
 *
 *     01 field            | English
 *      0101 group         | English | basis of its leaves
 *       010101 leaf       | English | kind of service (a, w, m) | duty | time limit | way of provision
 *
 * To add one: a line under its group with the next free number (never an old one, never above 79), and its words in
 * cold-start-words.ts. A leaf that is not wanted any more keeps its line and its number: records name it.
 */
import { fallbackChain } from './fallback-chain.ts'
import type { Category, Duty, ProvisionWay, TwoNames } from './category.ts'
import { COLD_START_WORDS } from './cold-start-words.ts'

const BUILT_IN_AUTHOR = 'Linwu 邻务'
const BUILT_IN_SINCE = '2026-01-01'
const TYPES = { a: 'administrative', w: 'welfare', m: 'market' } as const

const TABLE = `
01 安全与应急 | Safety and emergencies
 0101 用电用气用火安全 | Electricity, gas and fire | 消防法、城镇燃气管理条例
  010101 用电安全隐患 | Electrical hazard | a | assist | danger | look-then-report
  010102 燃气安全隐患 | Gas hazard | a | assist | danger | look-then-report
  010103 消防通道与设施 | Fire lanes and equipment | a | assist | urgent | look-then-report
  010104 电动车停放充电 | E-bike parking and charging | a | main | general | persuade
 0102 房屋与公共设施安全 | Buildings and public structures | 民法典、城市危险房屋管理规定
  010201 危房与墙体脱落 | Dangerous buildings | a | assist | danger | look-then-report
  010202 井盖与路面塌陷 | Manholes and sinkholes | a | assist | urgent | look-then-report
  010203 高空抛物坠物 | Objects from above | a | main | urgent | persuade
  010204 自然灾害与极端天气 | Disasters and weather | a | assist | danger | look-then-report
 0103 治安与人身安全 | Public order | 治安管理处罚法、反有组织犯罪法
  010301 治安案件与盗窃 | Theft and disorder | a | off-list | urgent | emergency
  010302 赌博涉黄场所 | Gambling and vice | a | off-list | complaint | report-up
  010303 电信网络诈骗 | Telecom and online fraud | a | off-list | urgent | emergency
  010304 走失与失联寻人 | Missing persons | a | assist | danger | emergency
02 居家维修与公用设施 | Home repair and utilities
 0201 水电气热通信 | Water, power, gas, heat, telecom | 供水、供电、供气服务合同
  020101 停水与水压水质 | Water supply and quality | m | assist | utility | refer
  020102 停电与电费 | Power supply and bills | m | assist | utility | refer
  020103 供气与开通 | Gas supply | m | assist | utility | refer
  020104 供暖供热 | Heating | m | assist | utility | refer
  020105 宽带电视与手机信号 | Broadband, TV, signal | m | off-list | general | refer
  020106 下水道与排污堵塞 | Drains and sewage | m | assist | urgent | home-visit
 0202 居家维修 | Home repair | 服务合同
  020201 电路与灯具维修 | Wiring and lights | m | off-list | general | home-visit
  020202 水管与漏水维修 | Plumbing and leaks | m | off-list | general | home-visit
  020203 家电维修 | Appliance repair | m | off-list | general | home-visit
  020204 开锁换锁与门窗 | Locks, doors and windows | m | off-list | general | home-visit
  020205 适老化改造 | Home adaptations | w | assist | complex | home-visit
 0203 公共设施维修 | Shared facilities | 住宅专项维修资金管理办法、特种设备安全法
  020301 电梯故障与加装 | Lifts | m | assist | urgent | refer
  020302 楼道路灯与公共照明 | Public lighting | a | assist | general | report-up
  020303 屋面外墙与公共部位维修 | Roofs and shared parts | m | assist | complex | deliberate
  020304 白蚁鼠虫防治 | Pest control | m | assist | general | home-visit
  020305 健身与休闲设施 | Fitness and leisure facilities | a | assist | general | report-up
03 物业与业主自治 | Property management and owners
 0301 物业服务 | Property services | 民法典、物业管理条例
  030101 物业服务质量 | Service quality | m | assist | complaint | refer
  030102 物业收费 | Fees | m | assist | complaint | refer
  030103 物业停水停电限制 | Cut-offs by managers | m | assist | utility | refer
  030104 小区安防与门禁 | Security and access | m | assist | general | refer
  030105 前期物业与交接 | Handover of managers | a | assist | complex | advise
 0302 业主自治 | Owners' self-government | 民法典第二编第六章
  030201 业委会成立与换届 | Owners' committee | a | main | complex | advise
  030202 公共收益与维修资金 | Common income and repair fund | a | assist | complex | advise
  030203 小区公共空间占用 | Occupied common space | a | assist | general | persuade
  030204 四有共建项目 | Four-haves projects | w | main | complex | deliberate
 0303 邻里与宠物 | Neighbours and pets | 民法典、动物防疫法、养犬管理规定
  030301 邻里纠纷 | Neighbour disputes | w | main | general | mediate
  030302 养犬与流浪动物 | Dogs and strays | a | assist | general | persuade
  030303 群租与住改商 | Group rentals and home businesses | a | assist | complaint | look-then-report
  030304 违章搭建 | Illegal building | a | assist | city-law | look-then-report
04 环境卫生与市容 | Environment and streets
 0401 环卫 | Sanitation | 固体废物污染环境防治法、城市市容和环境卫生管理条例
  040101 垃圾清运与分类 | Waste collection and sorting | a | assist | general | report-up
  040102 建筑与装修垃圾 | Building waste | a | assist | general | report-up
  040103 公共厕所 | Public toilets | a | assist | general | report-up
  040104 道路清扫与扬尘 | Street cleaning and dust | a | assist | general | report-up
 0402 绿化与水体 | Greenery and water | 城市绿化条例、水污染防治法
  040201 绿化养护与树木修剪 | Greenery and trees | a | assist | general | report-up
  040202 河湖水体污染 | Rivers and lakes | a | off-list | complaint | report-up
  040203 公园广场管理 | Parks and squares | a | off-list | general | report-up
 0403 市容秩序 | Street order | 城市管理执法办法
  040301 占道经营与流动摊贩 | Street vendors | a | assist | city-law | report-up
  040302 广告招牌与小广告 | Signs and stickers | a | assist | city-law | report-up
  040303 城管执法与行为 | Street enforcement | a | off-list | complaint | report-up
  040304 光污染与视觉影响 | Light pollution | a | off-list | city-law | report-up
05 噪声与污染 | Noise and pollution
 0501 噪声 | Noise | 噪声污染防治法
  050101 施工噪声 | Construction noise | a | assist | general | report-up
  050102 社会生活噪声 | Social noise | a | assist | general | persuade
  050103 交通噪声 | Traffic noise | a | off-list | general | report-up
  050104 装修与设备噪声 | Fit-out and machine noise | a | assist | general | persuade
 0502 大气与其他污染 | Air and other pollution | 大气污染防治法
  050201 餐饮油烟 | Cooking fumes | a | assist | general | report-up
  050202 工业废气与企业污染 | Industrial pollution | a | off-list | complaint | report-up
  050203 露天焚烧 | Open burning | a | assist | general | persuade
  050204 辐射与高压设施 | Radiation and high voltage | a | off-list | complaint | report-up
  050205 畜禽养殖污染 | Livestock pollution | a | off-list | complaint | report-up
06 交通与出行 | Traffic and travel
 0601 道路交通 | Roads | 道路交通安全法、公路法
  060101 道路破损与修建 | Road repair and building | a | off-list | general | report-up
  060102 信号灯标志标线 | Signals and signs | a | off-list | general | report-up
  060103 交通拥堵与组织 | Congestion | a | off-list | general | report-up
  060104 人行道与过街设施 | Footpaths and crossings | a | off-list | general | report-up
  060105 交通违法 | Traffic offences | a | off-list | complaint | report-up
 0602 停车 | Parking | 民法典、停车场管理规定
  060201 违停占道 | Illegal parking | a | assist | city-law | report-up
  060202 小区停车位 | Residents' parking | m | assist | general | refer
  060203 停车收费 | Parking fees | m | off-list | complaint | report-up
  060204 共享单车 | Shared bikes | m | off-list | general | refer
 0603 公共交通 | Public transport | 城市公共汽电车客运管理规定
  060301 公交线路与站点 | Bus routes and stops | a | off-list | general | report-up
  060302 地铁与铁路 | Metro and rail | a | off-list | general | report-up
  060303 出租车与网约车 | Taxis | m | off-list | complaint | report-up
  060304 老弱出行陪伴 | Escorted trips | w | assist | general | home-visit
07 社会救助与优抚 | Relief and honours
 0701 生活救助 | Living relief | 社会救助暂行办法
  070101 最低生活保障 | Minimum living allowance | a | main | complex | counter
  070102 临时救助 | Temporary relief | a | main | general | counter
  070103 特困供养 | Support for the destitute | a | main | complex | counter
  070104 医疗救助 | Medical relief | a | assist | complex | counter
  070105 住房救助 | Housing relief | a | assist | complex | counter
  070106 慈善帮扶与捐赠 | Charity and donations | w | assist | general | refer
 0702 优抚与退役军人 | Veterans | 退役军人保障法、军人抚恤优待条例
  070201 退役军人安置 | Veterans' placement | a | assist | complex | report-up
  070202 优抚待遇与光荣牌 | Benefits for servicemen's families | a | assist | general | counter
 0703 特殊群体 | Groups in need | 残疾人保障法、反家庭暴力法、精神卫生法
  070301 流浪乞讨人员 | Rough sleepers | a | assist | urgent | refer
  070302 家庭暴力 | Domestic violence | a | assist | danger | emergency
  070303 心理困扰与轻生 | Distress and suicide | w | assist | danger | emergency
  070304 精神障碍患者照护 | Care in mental illness | a | assist | urgent | report-up
  070305 刑满与社区矫正帮教 | After prison | a | assist | general | refer
08 养老助残 | Older and disabled people
 0801 养老服务 | Elder care | 老年人权益保障法
  080101 老年助餐 | Meals for elders | w | assist | general | home-visit
  080102 居家照护 | Home care | w | assist | general | home-visit
  080103 独居空巢探访 | Visits to elders alone | w | main | general | home-visit
  080104 高龄津贴与老年优待 | Elder benefits | a | main | general | counter
  080105 养老机构 | Care homes | m | off-list | complaint | report-up
  080106 老年活动 | Activities for elders | w | main | general | activity
 0802 助残 | Disability | 残疾人保障法
  080201 残疾证与补贴 | Disability card and benefits | a | main | complex | counter
  080202 辅具与无障碍 | Aids and access | w | assist | general | home-visit
  080203 残疾人就业与照料 | Work and day care | w | assist | general | refer
09 儿童青少年与教育 | Children and education
 0901 儿童保护与关爱 | Child protection | 未成年人保护法
  090101 儿童受侵害 | Harm to a child | a | assist | danger | emergency
  090102 留守困境儿童关爱 | Children left behind or in need | w | main | general | home-visit
  090103 课后托管与假期看护 | After-school care | w | assist | general | activity
  090104 婴幼儿托育 | Nursery care | m | off-list | general | refer
 0902 学校与教育 | Schools | 义务教育法、民办教育促进法
  090201 幼儿园入园与收费 | Kindergartens | a | off-list | consult | report-up
  090202 入学学位与划片 | School places | a | off-list | consult | report-up
  090203 学校收费与补课 | Fees and tutoring | a | off-list | complaint | report-up
  090204 学校管理与教学 | School management | a | off-list | complaint | report-up
  090205 教师待遇与招聘 | Teachers' pay and posts | a | off-list | consult | report-up
  090206 校外培训机构 | Training companies | m | off-list | complaint | report-up
  090207 大学与职业院校 | Universities and colleges | a | off-list | complaint | report-up
  090208 考试与招生 | Examinations and admissions | a | off-list | consult | guide
10 医疗卫生与人口 | Health and population
 1001 医疗服务 | Health care | 基本医疗卫生与健康促进法
  100101 就医与医院服务 | Hospitals | a | off-list | complaint | report-up
  100102 社区卫生与家庭医生 | Community health | w | assist | general | refer
  100103 疫苗与传染病 | Vaccines and epidemics | a | assist | consult | refer
  100104 公共场所卫生与食品安全 | Food safety and hygiene | a | off-list | complaint | report-up
 1002 生育与家庭 | Births and families | 人口与计划生育法
  100201 生育登记与奖励 | Birth registration and rewards | a | assist | consult | counter
  100202 计生特殊家庭 | Bereaved one-child families | w | main | general | home-visit
  100203 婚姻与收养登记 | Marriage and adoption | a | off-list | consult | guide
  100204 殡葬服务 | Funerals | a | assist | consult | guide
11 就业与社会保障 | Work and social insurance
 1101 就业 | Employment | 就业促进法
  110101 求职与就业帮扶 | Finding work | a | main | general | counter
  110102 技能培训与创业 | Training and start-ups | a | assist | consult | counter
  110103 人才引进与补贴 | Talent programmes | a | off-list | consult | report-up
 1102 劳动权益 | Labour rights | 劳动合同法、保障农民工工资支付条例
  110201 拖欠工资 | Unpaid wages | a | assist | complaint | report-up
  110202 劳动合同与单位参保 | Contracts, hours and employer insurance | a | assist | complaint | report-up
  110203 工伤与职业病 | Injuries at work | a | assist | complaint | report-up
 1103 社会保险 | Social insurance | 社会保险法
  110301 养老保险与退休 | Pensions | a | assist | consult | counter
  110302 医疗保险 | Medical insurance | a | assist | consult | counter
  110303 社保卡与转移接续 | Social-security card and transfers | a | assist | consult | counter
  110304 住房公积金 | Housing fund | a | off-list | consult | report-up
12 住房土地与规划 | Housing, land and planning
 1201 商品房 | Housing market | 城市房地产管理法
  120101 房屋质量与精装修 | Building quality and fit-out | a | off-list | complaint | report-up
  120102 交房与延期 | Handover and delays | a | off-list | complaint | report-up
  120103 开发商销售行为 | Sales by developers | a | off-list | complaint | report-up
  120104 房产证办理 | Title deeds | a | off-list | consult | report-up
  120105 购房资格与限购 | Eligibility to buy | a | off-list | consult | report-up
  120106 租房与中介 | Renting and agents | m | off-list | complaint | report-up
 1202 征收拆迁 | Expropriation | 国有土地上房屋征收与补偿条例、土地管理法
  120201 房屋征收与补偿 | Expropriation and compensation | a | off-list | complaint | report-up
  120202 安置房 | Resettlement housing | a | off-list | complaint | report-up
  120203 农村宅基地与建房 | Rural homesteads | a | off-list | consult | report-up
  120204 土地承包与流转 | Farm land | a | off-list | complaint | report-up
 1203 规划建设 | Planning and building | 城乡规划法
  120301 规划公示与调整 | Plans and changes | a | off-list | complaint | report-up
  120302 公共配套建设 | Public facilities | a | off-list | complex | report-up
  120303 市政与城市发展建议 | City development | a | off-list | complex | report-up
13 证照与政务 | Papers and public offices
 1301 户籍与证件 | Registration and papers | 户口登记条例、居民身份证法、居住证暂行条例
  130101 户口办理 | Household registration | a | off-list | consult | guide
  130102 身份证居住证 | Identity and residence cards | a | off-list | consult | guide
  130103 出具证明 | Certificates | a | main | consult | counter
  130104 机动车与驾驶证 | Vehicles and licences | a | off-list | consult | guide
 1302 政务服务 | Public services | 优化营商环境条例
  130201 办事流程与窗口服务 | Procedures and counters | a | assist | complaint | report-up
  130202 企业开办与税务 | Businesses and tax | a | off-list | consult | guide
  130203 惠农与产业补贴 | Farm and business subsidies | a | off-list | consult | report-up
  130204 政策咨询 | Policy questions | a | assist | consult | counter
  130205 招标投标与工程监管 | Tenders and works supervision | a | off-list | complaint | report-up
14 矛盾纠纷与法律 | Disputes and law
 1401 调解与法律服务 | Mediation and legal aid | 人民调解法、法律援助法
  140101 家庭与婚恋纠纷 | Family disputes | w | main | general | mediate
  140102 债务与合同纠纷 | Debts and contracts | w | off-list | general | mediate
  140103 法律咨询与援助 | Legal advice and aid | w | assist | consult | counter
  140104 诉讼执行与司法 | Courts | a | off-list | consult | guide
 1402 监督与信访 | Supervision | 信访工作条例、监察法
  140201 基层干部作风 | Conduct of local officials | a | off-list | complex | report-up
  140202 机关与执法人员 | Offices and officers | a | off-list | complex | report-up
  140203 村居务公开与选举 | Openness and elections in villages | a | main | complaint | report-up
  140204 事业单位与国企待遇 | Pay in public bodies | a | off-list | consult | report-up
15 文体志愿与党群 | Culture, volunteers and members
 1501 文体活动 | Culture and sport | 公共文化服务保障法
  150101 文体活动与场地 | Events and venues | w | main | complex | activity
  150102 文物与历史建筑 | Heritage | a | off-list | complex | report-up
 1502 志愿与社会组织 | Volunteers and organisations | 志愿服务条例
  150201 志愿服务与时长 | Volunteering | w | main | general | refer
  150202 社会组织培育 | Growing organisations | w | main | general | advise
  150203 党员群众服务 | Members and residents | a | main | general | counter
16 便民生活服务 | Everyday services
 1601 家政与到家 | Household services | 服务合同
  160101 家政保洁 | Cleaning | m | off-list | general | home-visit
  160102 搬家与回收 | Moving and recycling | m | off-list | general | home-visit
  160103 理发洗衣缝补 | Hair, laundry, mending | m | off-list | general | home-visit
  160104 代购代办 | Errands | w | off-list | general | home-visit
 1602 商业网点 | Local shops | 一刻钟便民生活圈建设
  160201 菜市场与网点布局 | Markets and shops | m | off-list | complex | report-up
  160202 快递外卖 | Parcels and deliveries | m | off-list | complaint | refer
  160203 银行与金融网点 | Banks | m | off-list | consult | refer
17 市场消费与金融 | Consumers and finance
 1701 消费维权 | Consumer rights | 消费者权益保护法、价格法
  170101 商品与服务质量 | Goods and services | m | off-list | complaint | report-up
  170102 价格与收费 | Prices | a | off-list | complaint | report-up
  170103 预付卡与商家跑路 | Prepaid cards and vanished shops | m | off-list | complaint | report-up
 1702 金融风险 | Financial risk | 防范和处置非法集资条例
  170201 非法集资与传销 | Illegal fund-raising and pyramid selling | a | off-list | complaint | report-up
  170202 网贷与催收 | Online lending | a | off-list | complaint | report-up
`

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim())
const named = (cell: string, en: string, digits: number): TwoNames => ({ zh: cell.slice(digits + 1), en })

function readTable(): Category[] {
  const leaves: Category[] = []
  let level1: TwoNames = { zh: '', en: '' }
  let level2: TwoNames = level1
  let basis = ''
  for (const line of TABLE.split('\n')) {
    const [first = '', en = '', third = '', duty, limit = '', way] = cells(line)
    const digits = /^\d*/.exec(first)![0]
    if (digits.length === 2) level1 = named(first, en, 2)
    else if (digits.length === 4) {
      level2 = named(first, en, 4)
      basis = third
    } else if (digits.length === 6) {
      const serviceType = TYPES[third as keyof typeof TYPES]
      leaves.push({
        code: `L${digits}`,
        level1,
        level2,
        name: named(first, en, 6),
        serviceType,
        duty: duty as Duty,
        limit,
        chain: fallbackChain(serviceType),
        basis,
        author: BUILT_IN_AUTHOR,
        inForce: BUILT_IN_SINCE,
        way: way as ProvisionWay,
        words: COLD_START_WORDS[`L${digits}`] ?? '',
        retired: false,
      })
    }
  }
  return leaves
}

/** In the order of their codes. `catalogue-leaves.test.ts` holds every line to the closed lists. */
export const BUILT_IN_LEAVES: readonly Category[] = readTable()
