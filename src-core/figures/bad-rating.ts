/**
 * 差评 (DOMAIN §7.2): of 满意/基本满意/一般/不满意 the last one, of the five grades 好差评 the last two. A scale that this version
 * does not know has none. To add one: with its scale in case-file/codes.ts.
 */
const BAD: Readonly<Record<string, readonly string[]>> = {
  'three-rates': ['dissatisfied'],
  'good-bad-5': ['dissatisfied', 'very-dissatisfied'],
}

export const isBad = (scale: string, grade: string): boolean => Object.hasOwn(BAD, scale) && BAD[scale]!.includes(grade)
