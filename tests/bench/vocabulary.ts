/** Chinese-looking text whose words are as unevenly used as real ones (Zipf), so that it compresses and is searched like real text. */
import type { Seeded } from '#core/demo/seeded.ts'

/** Common characters; the words made of them are random and mean nothing. */
const CHARACTERS = [
  ...'的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知样现分将外但身些与高意进把法此实回二理美点月明其种声全工',
]
const SURNAMES = [...'张李王赵陈刘孙周吴郑冯蒋沈韩杨朱秦许何吕']
const WORDS = 3_000

export type Vocabulary = {
  /** Words and punctuation, about `length` characters. */
  readonly text: (length: number) => string
  readonly name: () => string
  readonly place: () => string
}

export function newVocabulary(random: Seeded): Vocabulary {
  const words = Array.from({ length: WORDS }, () => {
    let word = ''
    for (let left = 1 + random.int(3); left > 0; left--) word += random.pick(CHARACTERS)
    return word
  })
  /** Rank r about as often as 1/r: an even draw of the logarithm. */
  const word = (): string => words[Math.floor(WORDS ** (random.int(1_000_000) / 1_000_000)) - 1]!
  const places = Array.from({ length: 40 }, () => `${random.pick(CHARACTERS)}${random.pick(CHARACTERS)}小区`)
  return {
    text(length) {
      let text = ''
      while (text.length < length) text += random.chance(0.15) && text !== '' ? `，${word()}` : word()
      return text
    },
    name: () => random.pick(SURNAMES) + random.pick(CHARACTERS) + (random.chance(0.8) ? random.pick(CHARACTERS) : ''),
    place: () => random.pick(places),
  }
}
