/** Issue 4, intake: paste from a chat; name, phone and address picked out, shown for confirmation. Every message is invented. */
import { expect, test } from 'vitest'
import { readChat, type ChatReading } from '#core/intake/chat-paste.ts'

type Picked = Pick<ChatReading, 'name' | 'phone' | 'place'>
const MESSAGES: readonly (readonly [text: string, picked: Picked])[] = [
  ['社区您好，我叫王素兰，住槐树里小区3号楼2单元101，电话13800001234，厨房插座一用就跳闸。', { name: '王素兰', phone: '13800001234', place: '槐树里小区3号楼2单元101' }],
  ['王素兰 2026/3/2 9:12:33\n书记，我家暖气不热，3-2-101\n电话 138 0000 1234', { name: '王素兰', phone: '13800001234', place: '3-2-101' }],
  ['姓名：李建国\n电话：139-1111-2222\n地址：柳荫巷12号院2单元301室\n问题：楼道灯坏了三天', { name: '李建国', phone: '13911112222', place: '柳荫巷12号院2单元301室' }],
  ['报修地址：桂花园小区5栋1单元602 联系人：孙敏 联系电话：13722223333 报修内容：马桶堵了', { name: '孙敏', phone: '13722223333', place: '桂花园小区5栋1单元602' }],
  ['你好，我是8号楼的赵阿姨，楼下垃圾好几天没清了', { name: '赵阿姨', phone: '', place: '8号楼' }],
  ['[09:15] 周明:\n我们单元电梯又停了\n2号楼3单元\n联系我 13633334444', { name: '周明', phone: '13633334444', place: '2号楼3单元' }],
  ['东渡口路18号门口的井盖没了，怕有人掉下去，请尽快来人', { name: '', phone: '', place: '东渡口路18号' }],
  ['郑德福 13544445555 槐树里5号楼 想给母亲申请助餐', { name: '郑德福', phone: '13544445555', place: '槐树里5号楼' }],
  ['13455556666（吴桂英）\n家里老人一个人住，希望有人来看看\n槐树里小区六号楼三单元四零一', { name: '吴桂英', phone: '13455556666', place: '槐树里小区六号楼三单元四零一' }],
  ['昨天 18:20\n小区门口的路灯不亮', { name: '', phone: '', place: '' }],
  ['您好，请问高龄津贴怎么办？我姓刘，刘大爷，家住柳荫巷6号院1号楼2单元5号，座机010-66001234', { name: '刘大爷', phone: '010-66001234', place: '柳荫巷6号院1号楼2单元5号' }],
  ['冯师傅 昨天 20:31\n收到\n\n陈静 昨天 20:35\n3号楼502漏水，水都流到四楼了，急！电话15900001111', { name: '', phone: '15900001111', place: '3号楼502' }],
  ['家庭住址: 桂花园小区 7 号楼 1 单元 1203\n联系方式: 18800002222\n称呼: 蒋女士\n情况: 楼上半夜拖椅子', { name: '蒋女士', phone: '18800002222', place: '桂花园小区 7 号楼 1 单元 1203' }],
  ['+86 177 0000 3333 沈志强，槐树里9栋2门601，想咨询异地医保', { name: '沈志强', phone: '17700003333', place: '槐树里9栋2门601' }],
  ['@社区服务站 我们小区3期12号楼前面有一大片积水，老人过不去', { name: '', phone: '', place: '3期12号楼' }],
  ['本人韩雪梅，现住东渡口路22号院4号楼1单元201室，手机18911113333。因家人住院生活困难，想申请临时救助。', { name: '韩雪梅', phone: '18911113333', place: '东渡口路22号院4号楼1单元201室' }],
  ['韩大爷家（1号楼1单元101）门口堆了好多纸箱，担架都过不去', { name: '', phone: '', place: '1号楼1单元101' }],
  ['阳光灿烂 2026年3月2日 上午10:05\n请问居委会周六上班吗？', { name: '', phone: '', place: '' }],
  ['房号：11-1-302\n户主：杨柳青\n手机：13000001111\n备注：水表空转', { name: '杨柳青', phone: '13000001111', place: '11-1-302' }],
  ['帮我邻居问一下，张奶奶腿摔了没人做饭，能送餐吗？她住6号楼2单元202，我的电话是15000004444，我叫尹航', { name: '尹航', phone: '15000004444', place: '6号楼2单元202' }],
  ['柳荫巷社区卫生站旁边的健身器材坏了，孩子差点夹到手。联系人何女士13700009999', { name: '何女士', phone: '13700009999', place: '柳荫巷社区' }],
  ['我是柳荫巷5号院2号楼1单元302的冯三乙，单元门关不上', { name: '冯三乙', phone: '', place: '柳荫巷5号院2号楼1单元302' }],
  ['社区你好，我是柳荫巷12号院的冯三乙 13612340000，井盖松了', { name: '冯三乙', phone: '13612340000', place: '柳荫巷12号院' }],
  ['我是柳荫巷12号的居民，路灯坏了', { name: '', phone: '', place: '柳荫巷12号' }],
  ['我是柳荫巷社区的冯三乙，想问老年卡', { name: '冯三乙', phone: '', place: '柳荫巷社区' }],
  ['楼下 烧烤店 每天 到 半夜  油烟  熏得 开不了窗\r\n——许国强 15811112222 桂花园小区2号楼底商楼上', { name: '许国强', phone: '15811112222', place: '桂花园小区2号楼' }],
] // prettier-ignore

test('at least twenty messages', () => expect(MESSAGES.length).toBeGreaterThanOrEqual(20))

test.each(MESSAGES)('%s', (text, picked) => {
  const { name, phone, place } = readChat(text)!
  expect({ name, phone, place }).toEqual(picked)
})

test('the story is kept as it was said, the title is its first sentence without greeting', () => {
  const read = readChat('王素兰 2026/3/2 9:12\n社区您好，厨房插座一用就跳闸。墙里有焦味！\n电话13800001234')!
  expect(read.title).toBe('厨房插座一用就跳闸')
  expect(read.text).toBe('社区您好，厨房插座一用就跳闸。墙里有焦味！')
})

test.each([
  ['我叫郑国强，住槐树里小区7号楼3单元501，厨房水管漏水，楼下都湿了，电话138-0000-5673', '厨房水管漏水，楼下都湿了'],
  ['郑德福 13544445555 槐树里5号楼 想给母亲申请助餐', '想给母亲申请助餐'],
  ['楼下 烧烤店 每天 到 半夜 油烟熏得开不了窗', '楼下 烧烤店 每天 到 半夜 油烟熏得开不了窗'],
  ['东渡口路18号门口的井盖没了，怕有人掉下去', '东渡口路18号门口的井盖没了，怕有人掉下去'],
  ['13455556666', '13455556666'],
])('the title of %j says what it is about, without name, number and address', (text, title) => {
  expect(readChat(text)!.title).toBe(title)
})

test('a second number is not dropped in silence', () => {
  const read = readChat('我叫王素兰，电话13800001234，打不通打我女儿13900005678')!
  expect(read).toMatchObject({ phone: '13800001234', otherPhones: ['13900005678'] })
})

test('an identity number is no phone', () => {
  expect(readChat('我叫王素兰，身份证11010519491231002X，想办老年证')).toMatchObject({ name: '王素兰', phone: '' })
})

test.each(['', '   \n ', '\u200B'])('nothing to read: %j', (text) => expect(readChat(text)).toBeNull())
