/** 设置 › 桌面. What stands outside the page (menu, tray, notifications) is in src-main/desktop-words.ts. */
export const desktop = {
  lead: '只管这台电脑，改了马上生效。',
  tray: {
    name: '关窗后留在通知区',
    text: '关掉窗口，邻务还在右下角；点图标再打开。要真正退出，用菜单里的“退出”。',
  },
  notify: {
    name: '提醒超期和到期',
    text: '窗口不在眼前时，用系统通知说有几件超期、几件今天到期。只说数目，不说姓名和内容。',
  },
}
