/** Words outside the page: menu, tray, notifications, dialogs. What stops the start is in start-trouble.ts. */
import type { DueCounts, HostLanguage } from '#core/host/host.ts'

const chinese = {
  name: '邻务',
  menu: {
    file: '文件',
    lock: '锁定',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '查看',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '原来大小',
    fullScreen: '全屏',
    devTools: '开发者工具',
    help: '帮助',
    about: '关于邻务',
  },
  about: (version: string) =>
    `邻务 ${version}\n社区服务站办件：受理、派单、跟办、答复、回访。\n全部在本机，不联网。Apache-2.0 许可。`,
  tray: { open: '打开邻务', quit: '退出' },
  due: ({ overdue, today }: DueCounts) =>
    [overdue > 0 ? `${overdue} 件已超期` : '', today > 0 ? `${today} 件今天到期` : ''].filter(Boolean).join('，'),
  crash: {
    what: '页面意外停了。',
    safe: '显示“已保存”的都在站点文件夹里；没登记完的受理留有草稿。',
    todo: '重新打开页面，输入密码接着办。',
    again: '重新打开页面',
    quit: '退出',
  },
  stuck: {
    what: '页面没有回应。',
    safe: '显示“已保存”的都在站点文件夹里。',
    todo: '可以再等一会儿；一直没有回应，就重新打开页面。',
    wait: '再等一会儿',
    again: '重新打开页面',
  },
  bug: (code: string) =>
    `程序出错，要关掉了（${code}）。\n显示“已保存”的都在站点文件夹里。\n请再打开邻务；还是这样，请告诉维护的人。`,
}

const english: typeof chinese = {
  name: 'Linwu',
  menu: {
    file: 'File',
    lock: 'Lock',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    devTools: 'Developer tools',
    help: 'Help',
    about: 'About Linwu',
  },
  about: (version) =>
    `Linwu ${version}\nCase work for community service stations: intake, routing, follow-up, answers, revisits.\nEverything stays on this computer; no connection is opened. Apache-2.0 licence.`,
  tray: { open: 'Open Linwu', quit: 'Quit' },
  due: ({ overdue, today }) =>
    [overdue > 0 ? `${overdue} overdue` : '', today > 0 ? `${today} due today` : ''].filter(Boolean).join(', '),
  crash: {
    what: 'The page stopped unexpectedly.',
    safe: 'Everything shown as saved is in the station folder; an intake you had not registered is kept as a draft.',
    todo: 'Open the page again, enter the password and go on.',
    again: 'Open the page again',
    quit: 'Quit',
  },
  stuck: {
    what: 'The page does not answer.',
    safe: 'Everything shown as saved is in the station folder.',
    todo: 'You may wait a little; if it stays like this, open the page again.',
    wait: 'Wait a little',
    again: 'Open the page again',
  },
  bug: (code) =>
    `The program failed and has to close (${code}).\nEverything shown as saved is in the station folder.\nOpen Linwu again; if it stays, tell whoever looks after this PC.`,
}

export type DesktopWords = typeof chinese
export const DESKTOP_WORDS: Readonly<Record<HostLanguage, DesktopWords>> = { 'zh-CN': chinese, en: english }
