/** Looking into files that the program wrote, without the program's own reader. */
import { strFromU8, unzipSync } from 'fflate'

/** All words of all cells. */
export const wordsInXlsx = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /sharedStrings|worksheets\//.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n')
