/** What a person reads when the program cannot start: what happened · what is safe · what to do. Both languages, as there is no page yet. */
import type { HostCode } from '#core/host/host.ts'

export function startTrouble(
  code: HostCode | 'no-page' | 'demo-with-station',
  folder: string,
): { title: string; text: string } {
  const title = '邻务没有打开 · Linwu did not start'
  switch (code) {
    case 'locked-by-other':
      return {
        title,
        text: `本站文件夹正由另一个程序使用（浏览器版或 linwu 命令）。\n已保存的内容都在。请先关掉它，再打开邻务。\n\nAnother program is using the station folder. Everything saved is safe. Close it, then start Linwu again.\n\n${folder}`,
      }
    case 'not-writable':
      return {
        title,
        text: `没有权限写入本站文件夹。\n已保存的内容都在。请让管理员给当前用户读写权限。\n\nThe station folder cannot be written. Everything saved is safe. Ask the administrator for write access.\n\n${folder}`,
      }
    case 'disk-full':
      return {
        title,
        text: `磁盘已满。\n已保存的内容都在。请清理磁盘后再打开。\n\nThe disk is full. Everything saved is safe. Free some space and start again.\n\n${folder}`,
      }
    case 'demo-with-station':
      return {
        title,
        text: `演示（--demo）用自己的文件夹，不能同时指定 --station。\n什么都没有做。请去掉其中一个再打开。\n\n--demo has a folder of its own and takes no --station. Nothing was done. Leave one of them out.`,
      }
    default:
      return {
        title,
        text: `打开时出错（${code}）。\n已保存的内容都在。请重启电脑再试；仍不行，请把这个代码告诉维护人员。\n\nStarting failed (${code}). Everything saved is safe. Restart the PC; if it stays, tell your support this code.\n\n${folder}`,
      }
  }
}
