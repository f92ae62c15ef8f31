/** Which glibc the programs and libraries of a folder ask for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Versions of symbols are names that end with a zero byte in the table of strings for the loader. */
const WANTED = /GLIBC_2\.(\d+)(?:\.\d+)?\0/g

const ELF = 0x7f454c46

/** `minor` is 31 for glibc 2.31: the highest that a file right below `folder` names, with that file; 0 when none does. */
export const glibcNeeded = (folder) => {
  let most = { minor: 0, file: '' }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(folder, entry.name))
    if (bytes.length < 4 || bytes.readUInt32BE(0) !== ELF) continue
    for (const [, minor] of bytes.toString('latin1').matchAll(WANTED))
      if (Number(minor) > most.minor) most = { minor: Number(minor), file: entry.name }
  }
  return most
}
