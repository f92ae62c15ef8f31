/**
 * Words that mean somebody may come to harm (DOMAIN §3.7). They outrank every category: the screen proposes 危及安全 and
 * names whom to call first. It proposes; the clerk decides.
 *
 * Known limits. Words are found, not understood: a word right after 没有, 不是 and the like is passed over (没有煤气味), a
 * denial that stands further away is not noticed (煤气味是没有的), and neither are a case of last year or a figure of
 * speech beyond the few in HARMLESS. One proposal too many costs a glance; one too few may cost more.
 */
export type DangerKind =
  'child' | 'fire' | 'gas' | 'electricity' | 'self-harm' | 'violence' | 'medical' | 'water' | 'building' | 'missing'

type DangerRow = {
  /** Whom to call, the first one first. What to do until then stands in text/<language>/intake.ts. */
  readonly calls: readonly string[]
  readonly words: readonly string[]
}

/**
 * The order is the order on the screen: a child who may be harmed comes before everything else (未成年人保护法 11).
 * To add a word: in its row. To add a kind: above, here, and its sentences in text/<language>/intake.ts.
 */
export const DANGER_WORDS: Readonly<Record<DangerKind, DangerRow>> = {
  child: { calls: ['110', '12345'], words: ['打孩子', '虐待孩子', '虐童', '猥亵', '性侵', '遗弃', '孩子被打', '孩子独自在家'] }, // prettier-ignore
  fire: { calls: ['119'], words: ['着火', '起火', '失火', '冒烟', '浓烟', '明火', '火灾', '爆炸', '自燃'] },
  gas: { calls: ['119'], words: ['煤气味', '燃气味', '天然气味', '煤气泄漏', '燃气泄漏', '漏煤气', '漏燃气', '煤气中毒', '一氧化碳'] }, // prettier-ignore
  electricity: { calls: ['95598', '119'], words: ['焦味', '焦糊味', '烧焦', '漏电', '触电', '电线裸露', '冒火花', '电线断落'] }, // prettier-ignore
  'self-harm': { calls: ['110', '120', '12356'], words: ['轻生', '自杀', '跳楼', '割腕', '不想活', '寻短见'] },
  violence: { calls: ['110'], words: ['家暴', '持刀', '打人', '被打', '绑架', '入室'] },
  medical: { calls: ['120'], words: ['昏迷', '晕倒', '昏倒', '呼吸困难', '大出血', '心梗', '中毒', '敲门没人应'] },
  water: { calls: ['119', '120'], words: ['落水', '溺水', '被水困'] },
  building: { calls: ['119'], words: ['坍塌', '倒塌', '墙皮坠落', '高空坠物', '电梯困人', '困在电梯'] },
  missing: { calls: ['110'], words: ['走失', '走丢', '失踪', '离家出走', '失联'] },
}

/** Everyday words that contain one of the above. To add one: here. */
const HARMLESS = [
  '一起火锅',
  '跳楼价',
  '消防演练',
  '防火灾',
  '火灾险',
  '被打扰',
  '被打断',
  '打人工电话',
  '食物中毒讲座',
]

/** A word that ends with one of these right before the danger denies it; 有没有 asks, and asking is reason enough. */
const DENIED = /(?<!有)(?:没有|没|无|不是|并非|未|不会|排除)(?:发生|出现|闻到|看到|人)?$/

export type Danger = { readonly kind: DangerKind; readonly word: string; readonly calls: readonly string[] }

/** Longest first: what is denied of 煤气中毒 is denied of 中毒 in it. */
const LONGEST_FIRST = Object.values(DANGER_WORDS)
  .flatMap(({ words }) => words)
  .toSorted((a, b) => b.length - a.length)

/** One per kind, in the order of the table; `word` is the first one of the kind in the text. */
export function dangersIn(text: string): readonly Danger[] {
  let read = text
  for (const harmless of HARMLESS) read = read.replaceAll(harmless, blank)
  for (const word of LONGEST_FIRST)
    read = read.replaceAll(word, (_, at: number) =>
      DENIED.test(read.slice(Math.max(0, at - 6), at)) ? blank(word) : word,
    )
  const found: Danger[] = []
  for (const [kind, { calls, words }] of Object.entries(DANGER_WORDS) as [DangerKind, DangerRow][]) {
    const [first] = words
      .map((word) => ({ word, at: read.indexOf(word) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)
    if (first) found.push({ kind, word: first.word, calls })
  }
  return found
}

const blank = (word: string): string => '。'.repeat(word.length)
