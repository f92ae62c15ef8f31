/** What the command line says of the station folder and its keys. */
import type { HostCode } from '#core/host/host.ts'
import type { KeysCode } from '#core/keys/slots.ts'
import type { Line } from './line.ts'

export const HOST: Readonly<Record<HostCode, Line>> = {
  'disk-full': [
    '磁盘满了，这一步没有保存 · 以前保存的都在 · 请腾出空间再做一次',
    'The disk is full, this step was not saved · everything saved before is safe · free some space and repeat it',
  ],
  'not-writable': [
    '文件夹不能写 · 以前保存的都在 · 请检查权限',
    'The folder cannot be written · everything saved before is safe · check its permissions',
  ],
  'locked-by-other': [
    '站点正被另一个程序打开 · 数据没有动 · 请先关掉应用再做',
    'The station is open in another program · the data is untouched · close the app first',
  ],
  moved: [
    '另一个程序写过这个站点 · 以前保存的都在 · 请再做一次',
    'Another program wrote to this station · everything saved before is safe · repeat this step',
  ],
  'segment-full': [
    '这一批太大，没有保存 · 以前保存的都在 · 请分成几个文件',
    'This batch is too large and was not saved · everything saved before is safe · split the file',
  ],
  'segment-closed': [
    '这一步没有保存 · 以前保存的都在 · 请再做一次',
    'This step was not saved · everything saved before is safe · repeat it',
  ],
  'not-found': [
    '站点文件夹里少了文件 · 别的都没有动 · 请用 linwu verify 检查',
    'A file of the station is missing · the rest is untouched · check with linwu verify',
  ],
  exists: [
    '同名文件已经有了 · 没有覆盖 · 请换一个名字',
    'A file of that name exists · it was not overwritten · choose another name',
  ],
  'bad-request': ['路径写得不对 · 什么都没有改 · 请检查', 'The path is not right · nothing was changed · check it'],
  'io-failed': [
    '读写磁盘出错 · 以前保存的都在 · 请检查磁盘，再做一次',
    'Reading or writing the disk failed · everything saved before is safe · check the disk and repeat',
  ],
  'same-folder': [
    '两个文件夹相同或一个在另一个里面 · 什么都没有改 · 请换一个地方',
    'The two folders are the same, or one lies in the other · nothing was changed · choose another place',
  ],
  'not-empty': [
    '目标文件夹不是空的 · 没有覆盖 · 请选一个空文件夹',
    'The target folder is not empty · nothing was overwritten · choose an empty one',
  ],
  'not-a-backup': [
    '这里没有备份 · 什么都没有改 · 请指到备份文件夹',
    'There is no backup here · nothing was changed · point to the backup folder',
  ],
  'backup-damaged': [
    '备份已损坏 · 什么都没有恢复 · 请换一份备份',
    'The backup is damaged · nothing was restored · use another one',
  ],
  gone: [
    '站点已经关闭 · 以前保存的都在 · 请再做一次',
    'The station is closed · everything saved before is safe · repeat this step',
  ],
  'not-here': [
    '这里做不了这一步 · 数据没有动 · 请在邻务的窗口里做',
    'This cannot be done here · the data is untouched · do it in the Linwu window',
  ],
  'busy-elsewhere': [
    '站点在另一个窗口开着 · 数据没有动 · 请到那个窗口去',
    'The station is open in another window · the data is untouched · go there',
  ],
  'file-busy': [
    '文件正被别的程序占用（多半是杀毒软件） · 没有留下半个文件 · 请过一会儿再试',
    'Another program holds the file (often a virus scanner) · no half file was left · try again in a moment',
  ],
  'target-gone': [
    '找不到目标盘或文件夹了 · 站点里的数据没有动 · 请插好 U 盘或重新选文件夹再试',
    'The disk or folder is gone · the station is untouched · plug the stick in, or choose another folder, and try again',
  ],
  'check-failed': [
    '写好后读回来核对不上，这份不算数 · 站点里的数据没有动 · 请换一个 U 盘再试',
    'Read back, the file was not what had been written; it does not count · the station is untouched · use another stick',
  ],
}

export const KEYS: Readonly<Record<KeysCode, Line>> = {
  'slots-damaged': [
    '钥匙文件坏了 · 数据没有动 · 请从备份取回 slots.json',
    'The keys file is damaged · the data is untouched · take slots.json from a backup',
  ],
  'newer-version': [
    '站点由更新的版本建立 · 数据没有动 · 请更新程序',
    'The station was made by a newer version · the data is untouched · update this program',
  ],
  'no-such-slot': [
    '这个站点还没有开通命令行 · 数据没有动 · 请在应用的设置里开通',
    'This station has no key for the command line · the data is untouched · add one in the settings of the app',
  ],
  'wrong-password': [
    '密码不对 · 站点没有打开 · 请检查密码文件',
    'The password is wrong · the station was not opened · check the password file',
  ],
}
