/** README.txt inside a bundle: for whoever finds the file in twenty years and has only standard tools. Not translated: both. */
import type { Manifest } from './manifest.ts'
import { minisignKey } from './minisign.ts'

/** `signs`: the public key of the PC that packs. */
export function readmeText(
  { bundle, from, to, at, part }: Pick<Manifest, 'bundle' | 'from' | 'to' | 'at' | 'part'>,
  signs: Uint8Array,
): string {
  const key = minisignKey(signs)
  return `邻务文件包 · Linwu bundle ${bundle}（${part.number}/${part.of}）
${from.name} ${from.code}（${from.pc}） → ${to.name} ${to.code}
${at}

打开 · To open

  age -d -i KEY.txt -o bundle.zip FILE.zip.age
  unzip bundle.zip -d bundle
  minisign -V -P ${key} -m bundle/bundle.json

KEY.txt 里是收件电脑的 AGE-SECRET-KEY-1…。上面的公钥是包里自己写的，要跟对方核对过的公钥一致才算数。
KEY.txt holds the AGE-SECRET-KEY-1… of a PC it was made for. The public key above is what the bundle says of itself:
it counts only when it is the one you compared with its owner.

里面 · Inside

  bundle.json            目录：来自谁、给谁、包含哪些、每个文件的长度和 SHA-256
                         contents: from, to, what is in it, length and SHA-256 of every file
  bundle.json.minisig    对目录的签名 · its signature
  events/*.ndjson        每个事件两行：头、内容；内容被依法删除的是一个“-”
                         two lines an event: header, payload; “-” where the payload was erased
  letters/*.json         督办令、回复、个案转报等文书 · papers to the other house
  blobs/<SHA-256>        附件 · attachments
`
}
