/**
 * Codes → what happened · what is safe · what to do. The one table for everything that can go wrong; the command line
 * has its own in one line each. To add one: its code in src-core, then here and in English.
 */
export const problems = {
  label: { safe: '不用担心：', todo: '怎么办：' },
  /** HostCode, KeysCode, OpenCode. */
  code: {
    'disk-full': {
      what: '磁盘满了，这次没有存上。',
      safe: '以前保存的都在；您写的还留在页面上。',
      todo: '删掉或移走一些不用的文件，再点一次。',
    },
    'not-writable': {
      what: '站点文件夹写不进去，这次没有存上。',
      safe: '以前保存的都在；您写的还留在页面上。',
      todo: '看看硬盘是否被拔掉、文件夹是否只读，再点一次。',
    },
    'locked-by-other': {
      what: '另一个程序正占着站点文件夹。',
      safe: '数据没有动过。',
      todo: '关掉另一个邻务窗口或 linwu 命令，再试一次。',
    },
    moved: {
      what: '站点文件夹里的记录被别的程序动过，这次没有存上。',
      safe: '以前保存的都在。',
      todo: '请关掉邻务再打开，程序会重新核对。',
    },
    'segment-full': {
      what: '这一批太大，没有存上。',
      safe: '以前保存的都在。',
      todo: '请分小一点再存；附件请压缩后再加。',
    },
    'segment-closed': {
      what: '上一次写入没写成，这次也没有存上。',
      safe: '以前保存的都在；您写的还留在页面上。',
      todo: '请再点一次；还不行，就关掉邻务再打开。',
    },
    'not-found': {
      what: '找不到这个文件或文件夹。',
      safe: '站点里的数据没有动过。',
      todo: '看看路径写得对不对，U 盘或移动硬盘插好了没有。',
    },
    exists: { what: '那里已经有同名的文件。', safe: '原来的文件没有动过。', todo: '换个名字或换个地方。' },
    'bad-request': {
      what: '程序发出的请求不对，没有执行。',
      safe: '数据没有动过。',
      todo: '请再试一次；再出现请告诉维护的人。',
    },
    'io-failed': {
      what: '硬盘读写出错，这次没有做成。',
      safe: '以前保存的都在。',
      todo: '请马上备份到另一块硬盘，再检查这块硬盘。',
    },
    'same-folder': {
      what: '备份不能放在站点文件夹自己里面。',
      safe: '数据没有动过。',
      todo: '请换到另一块硬盘或 U 盘上的文件夹。',
    },
    'not-empty': { what: '那个文件夹里已经有一个站点。', safe: '那里的数据没有动过。', todo: '请选一个空文件夹。' },
    'not-a-backup': { what: '这个文件夹不是邻务的备份。', safe: '数据没有动过。', todo: '请选备份时写的那个文件夹。' },
    'backup-damaged': {
      what: '备份写好后核对不上，这份不算数。',
      safe: '站点里的数据没有动过。',
      todo: '请换一块硬盘或 U 盘再备份一次。',
    },
    gone: {
      what: '后台程序没有回应，不知道这次存上没有。',
      safe: '显示“已保存”的都在站点文件夹里。',
      todo: '重新连接后看一眼；没有就再记一次。',
    },
    'busy-elsewhere': {
      what: '本站已在另一个窗口打开。',
      safe: '那边已保存的都在。',
      todo: '回到那个窗口，或在这里接着办。',
    },
    'file-busy': {
      what: '文件正被别的程序占用，多半是杀毒软件在查。',
      safe: '没有留下半个文件，站里的数据没有动过。',
      todo: '等半分钟再试一次。',
    },
    'target-gone': {
      what: '目标盘或文件夹找不到了，U 盘可能拔了。',
      safe: '站里的数据没有动过，也没有记成“已导出”。',
      todo: '插好 U 盘，或者另选一个文件夹，再试一次。',
    },
    'check-failed': {
      what: '写好后读回来核对不上，这份不算数。',
      safe: '站里的数据没有动过，也没有记成“已导出”。',
      todo: '换一个 U 盘或文件夹再试。',
    },
    'not-here': {
      what: '浏览器版做不了这一步。',
      safe: '数据没有动过。',
      todo: '请用桌面版，或在这台电脑上自己打开那个文件夹。',
    },
    'slots-damaged': {
      what: '装钥匙的文件（slots.json）坏了。',
      safe: '记录还在，一件没少。',
      todo: '请用备份里的 slots.json 替换，再打开。',
    },
    'newer-version': { what: '这个站点由更新的邻务写过。', safe: '数据没有动过。', todo: '请安装新版本再打开。' },
    'no-such-slot': { what: '本站没有设过这种打开方式。', safe: '数据没有动过。', todo: '请用建站时的密码或恢复码。' },
    'wrong-password': {
      what: '密码不对。',
      safe: '数据没有动过，可以再试，不会锁死。',
      todo: '看看大写锁定和输入法；实在想不起来，就用恢复码打开。',
    },
    'wrong-code': {
      what: '恢复码不对。',
      safe: '数据没有动过，可以再试，不会锁死。',
      todo: '对照纸上的 8 组逐个看；印过不止一张的，以最后一张为准。',
    },
    'no-slots': {
      what: '装钥匙的文件（slots.json）不见了。',
      safe: '记录还在，一件没少。',
      todo: '请从备份里把它放回站点文件夹。',
    },
    'station-exists': {
      what: '这个文件夹里已经有一个站点。',
      safe: '它没有被动过。',
      todo: '请关掉窗口再打开，用它的密码进入。',
    },
    damaged: {
      what: '这个附件的文件坏了，打不开。',
      safe: '工单的文字记录完好。',
      todo: '请从备份里找回，或请居民再提供一次。',
    },
    unknown: { what: '遇到没想到的情况。', safe: '显示“已保存”的都在。', todo: '请再试一次；再出现请告诉维护的人。' },
  },
  /** SheetCode: why a file cannot be read. */
  sheet: {
    'not-a-sheet': { what: '这不是表格文件。', safe: '什么都没有导入。', todo: '请选 .xlsx 或 .csv。' },
    'old-xls': {
      what: '这是老格式的表格，读不了。',
      safe: '什么都没有导入，原文件没有动。',
      todo: '用 WPS 或 Excel 打开，另存为 .xlsx 再来。',
    },
    encrypted: {
      what: '这个文件设了打开密码。',
      safe: '什么都没有导入。',
      todo: '用 WPS 或 Excel 打开，去掉密码另存一份再来。',
    },
    damaged: {
      what: '这个文件坏了，读不全。',
      safe: '什么都没有导入。',
      todo: '用 WPS 或 Excel 打开看看，另存一份再来；打不开就重新要一份。',
    },
    'too-big': {
      what: '文件太大，超过 200 MB，或展开后太大。',
      safe: '什么都没有导入。',
      todo: '请分成几个文件，去掉图片再来。',
    },
    'too-many-rows': { what: '超过 20 万行。', safe: '什么都没有导入。', todo: '请按年份分成几个文件。' },
    'too-many-columns': {
      what: '列太多，不像台账。',
      safe: '什么都没有导入。',
      todo: '请只留要导入的列，另存一份再来。',
    },
    'unknown-encoding': {
      what: '认不出文字编码。',
      safe: '什么都没有导入。',
      todo: '用 WPS 或 Excel 打开，另存为 .xlsx 再来。',
    },
    empty: { what: '表里没有内容。', safe: '什么都没有导入。', todo: '看看是不是选错了文件，或内容在第二张表上。' },
    'too-slow': { what: '读了一分钟还没读完，停下了。', safe: '什么都没有导入。', todo: '请分成几个小一点的文件。' },
  },
}
