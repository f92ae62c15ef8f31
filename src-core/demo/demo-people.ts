/** Names and places that exist nowhere, and what clerks and residents say. */
export const DEMO_AREAS = ['槐树里小区', '柳荫巷', '桂花园小区', '东渡口路'] as const
const SURNAMES = [...'张李王赵陈刘孙周吴郑冯蒋沈韩杨']
const MIDDLES = [...'一二三四五六七八九']
const LASTS = [...'甲乙丙丁戊己庚辛壬癸']

/** 15 × 9 × 10 names that nobody bears: 张一甲, 李二乙 … */
export const demoName = (n: number): string =>
  SURNAMES[n % 15]! + MIDDLES[Math.floor(n / 15) % 9]! + LASTS[Math.floor(n / 135) % 10]!

/** Numbers begin with 100: no network gives those out. */
export const demoPhone = (n: number): string => `1000000${String(3000 + (n % 6000)).padStart(4, '0')}`

export const FOLLOW_UP_NOTES = [
  '已电话联系，说明办理进度',
  '到现场看过，拍照留存',
  '与承办单位对接，约定上门时间',
  '再次联系，本人表示知道了',
  '上门走访，情况属实',
] as const
export const REVISIT_WORDS = ['办得挺快', '基本解决了', '还行', '谢谢你们', '希望以后再快一点', ''] as const
