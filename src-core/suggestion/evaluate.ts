/** Trains on labelled texts and counts how it does on others: the figures of `linwu suggest --train --test`. */
import { atOnce } from './at-once.ts'
import { gramsOf, plainText, type Grams } from './grams.ts'
import { learner } from './learner.ts'
import { modelBytes, scores, vectorOf, type LinearModel } from './linear-model.ts'

export type Labelled = { readonly text: string; readonly label: string }
export type LabelFigures = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly texts: number
}
export type Figures = { readonly macroF1: number; readonly perLabel: Readonly<Record<string, LabelFigures>> }
export type LabelModel = { readonly labels: readonly string[]; readonly model: LinearModel; readonly bytes: number }

/** Of a text without a heading so much counts as one: the first sentence mostly says the matter. */
const HEADING = 25
/** Found on labelled requests: 0.3 · 1 · 3 · 6. */
const PULL = 3

export const labelledGrams = (text: string): Grams => {
  const plain = plainText(text)
  return gramsOf(plain.slice(0, HEADING), plain.slice(HEADING))
}

export function trainLabels(rows: readonly Labelled[]): LabelModel {
  const labels = [...new Set(rows.map(({ label }) => label))].toSorted()
  const numbers = new Map(labels.map((label, n) => [label, n]))
  const examples = rows.map(({ text, label }) => ({ grams: labelledGrams(text), label: numbers.get(label)! }))
  const taught = learner([...labels.keys()], examples, PULL)
  for (const _ of taught.train()) continue
  const model = atOnce(taught.model())
  return { labels, model, bytes: modelBytes(model) }
}

export function labelOf({ labels, model }: LabelModel, text: string): string {
  const grams = labelledGrams(text)
  const all = scores(model, grams, vectorOf(grams, model.rarity))
  let best = 0
  for (let c = 1; c < all.length; c++) if (all[c]! > all[best]!) best = c
  return labels[best]!
}

/** `macroF1`: the plain mean over the labels that stand in `rows`. */
export function figuresOf(rows: readonly Labelled[], answers: readonly string[]): Figures {
  const labels = [...new Set(rows.map(({ label }) => label))].toSorted()
  const perLabel: Record<string, LabelFigures> = {}
  let sum = 0
  for (const label of labels) {
    let right = 0
    let texts = 0
    let said = 0
    rows.forEach((row, i) => {
      if (row.label === label) texts += 1
      if (answers[i] === label) said += 1
      if (row.label === label && answers[i] === label) right += 1
    })
    const precision = said > 0 ? right / said : 0
    const recall = texts > 0 ? right / texts : 0
    const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
    perLabel[label] = { precision, recall, f1, texts }
    sum += f1
  }
  return { macroF1: labels.length > 0 ? sum / labels.length : 0, perLabel }
}
