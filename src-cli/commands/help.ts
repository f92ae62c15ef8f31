/** What `linwu help` prints. */
import type { Language } from '#core/reports/code-words.ts'
import type { Command } from '../command.ts'

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['linwu — 邻务的命令行：不开窗口，办同样的事。', ''],
  en: ['linwu — the work of the station without a window.', ''],
}

const TAIL: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '每个命令都可以加：  --json 机器可读的一行   --lang en 英文   --help',
    '--password-file F： 第一行是密码。--map F：对照文件，如',
    '  {"externalId":"工单号","title":["类别","摘要"],"raisedAt":"登记","dateFormat":"MM/DD/YYYY hh:mm:ss A","source":"hotline"}',
    '退出码：0 完成 · 1 拒绝或有损坏 · 2 写法不对',
  ],
  en: [
    'Every command takes:  --json one line for programs   --lang en   --help',
    '--password-file F:    the password on its first line.  --map F: a mapping file such as',
    '  {"externalId":"Key","title":["Type","Detail"],"raisedAt":"Created","dateFormat":"MM/DD/YYYY hh:mm:ss A","source":"hotline"}',
    'Exit: 0 done · 1 refused or damaged · 2 usage',
  ],
}

export function helpText(commands: Readonly<Record<string, Command>>, language: Language): string[] {
  const lines = Object.values(commands).flatMap((command) => [
    `  linwu ${command.usage}`,
    `      ${command.about[language]}`,
  ])
  return [...HEAD[language], ...lines, '', ...TAIL[language]]
}
