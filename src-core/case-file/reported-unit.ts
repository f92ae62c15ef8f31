/** 被举报的单位 is never a provider on the case (DOMAIN §3.2). It is named in words: not every such party is in the directory. */

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[\s·•,，。.、“”"'《》-]/g, '')

/** What stands behind a name and tells no two units apart. To add one: here; longer ones first. */
const TAILS = /(?:股份有限公司|有限责任公司|有限公司|分公司|总公司|服务中心|公司|集团)$/

/** Characters: a name no longer than this is held against the whole name only. */
const TOO_SHORT = 2

/** `reported`: as typed, several parted by commas. Either name may be the longer one: 安居物业 is 安居物业服务有限公司. */
export function isReportedUnit(reported: string | undefined, provider: string): boolean {
  const name = fold(provider)
  if (name === '') return false
  return (reported ?? '').split(/[,，、;；\n]/).some((one) => {
    const said = fold(one)
    if (said === '') return false
    const [a, b] = [said.replace(TAILS, ''), name.replace(TAILS, '')]
    if (said === name || a === b) return true
    return a.length > TOO_SHORT && b.length > TOO_SHORT && (a.includes(b) || b.includes(a))
  })
}
