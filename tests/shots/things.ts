/** What is fed to the program for its pictures: a photograph, a PDF and an older register. All invented. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

export type Things = {
  readonly photo: string
  readonly pdf: string
  readonly register: string
  /** Where backups go; stands on the screen under another name. */
  readonly backup: string
}

/** A wet wall below a pipe, drawn. */
const PHOTO = `<body style="margin:0"><svg width="960" height="720" viewBox="0 0 960 720">
  <rect width="960" height="720" fill="#d9d4c9"/>
  <g stroke="#bdb6a6" stroke-width="2">${Array.from({ length: 9 }, (_, i) => `<path d="M0 ${i * 90}H960M${(i % 2) * 80 + i * 120} 0V720"/>`).join('')}</g>
  <path d="M470 250C430 400 380 520 300 720H720C640 560 560 420 520 250Z" fill="#a99f8a" opacity=".75"/>
  <path d="M480 250C460 420 430 560 380 720H620C580 560 540 420 510 250Z" fill="#8a8170" opacity=".7"/>
  <rect x="60" y="170" width="840" height="64" rx="32" fill="#8f9aa3"/><rect x="60" y="182" width="840" height="14" rx="7" fill="#c3ccd2"/>
  <rect x="440" y="152" width="110" height="100" rx="12" fill="#6f7b85"/>
  <g fill="#5f8fb0">${[320, 410, 505, 600].map((y, i) => `<path d="M${488 + i * 6} ${y}q-16 34 0 46q16-12 0-46Z"/>`).join('')}</g>
</svg></body>`

const QUOTE = `<body style="font: 15px/1.9 'Noto Sans CJK SC', sans-serif; margin: 60px">
  <h1 style="text-align: center; font-size: 26px">上门维修报价单</h1>
  <p>单位：管道疏通老李头（演示）　　日期：2026 年 4 月 15 日</p>
  <table border="1" style="width: 100%; border-collapse: collapse; text-align: center">
    <tr><th>项目</th><th>数量</th><th>单价（元）</th><th>小计（元）</th></tr>
    <tr><td>更换角阀</td><td>1</td><td>45</td><td>45</td></tr>
    <tr><td>更换软管</td><td>2</td><td>25</td><td>50</td></tr>
    <tr><td>上门工时</td><td>1</td><td>60</td><td>60</td></tr>
    <tr><td>合计</td><td></td><td></td><td>155</td></tr>
  </table>
  <p>保修三个月。居民签字：＿＿＿＿＿＿＿＿</p>
  <h2 style="page-break-before: always; font-size: 20px">完工照片说明</h2><p>换下的旧阀已交给居民。</p></body>`

const REQUESTS: readonly (readonly [string, string, string])[] = [
  ['楼道灯不亮', '三单元二层的灯坏了一周。', '报修'],
  ['想订老年餐', '老人一个人住，中午不便做饭。', '求助'],
  ['门口垃圾没清', '垃圾桶满了两天没有清走。', '投诉'],
  ['单元门关不严', '闭门器坏了，夜里风大总响。', '报修'],
]

/** Words of another system: 业务类别 and 渠道 have to be chosen for, and one date does not exist. */
const REGISTER = [
  '工单编号,标题,时间,内容,诉求人,电话,地点,分类,诉求类型,渠道',
  ...Array.from({ length: 36 }, (_, i) => {
    const [title, text, kind] = REQUESTS[i % REQUESTS.length]!
    const day = i === 17 ? '2026-02-30' : `2026-0${1 + (i % 3)}-${String(1 + (i % 28)).padStart(2, '0')}`
    const sort = ['物业维修', '为老服务', '市容环境'][i % 3]
    return `T${2_600_001 + i},${title},${day} 09:${String(10 + i)}:00,${text},钱${'一二三四五六七八九'[i % 9]}${'甲乙丙丁'[i % 4]},1000000${4000 + i},桂花园小区${1 + (i % 9)}号楼,${sort},${kind},${['来电', '微信群', '上门'][i % 3]}`
  }),
].join('\n')

export async function makeThings(context: BrowserContext, place: string): Promise<Things> {
  const things = {
    photo: join(place, '渗水的墙.png'),
    pdf: join(place, '维修报价单.pdf'),
    register: join(place, '诉求台账-2026一季度.csv'),
    backup: join(place, '备份'),
  }
  const page = await context.newPage()
  await page.setViewportSize({ width: 960, height: 720 })
  await page.setContent(PHOTO)
  await page.screenshot({ path: things.photo })
  await page.setContent(QUOTE)
  await page.pdf({ path: things.pdf, format: 'A4' })
  await page.close()
  await writeFile(things.register, `\uFEFF${REGISTER}\n`)
  return things
}
