/** 建议分类: how right and how quick, on real requests; 2,000 decided cases learned as a desk learns them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { currentCatalogue } from '#core/category/current-catalogue.ts'
import { seeded } from '#core/demo/seeded.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Cell } from '#core/sheet/sheet.ts'
import type { Decided } from '#core/suggestion/decided.ts'
import { figuresOf, labelOf, trainLabels } from '#core/suggestion/evaluate.ts'
import { coldSuggester, type Suggester } from '#core/suggestion/suggest.ts'
import { teacher } from '#core/suggestion/teacher.ts'
import { EVALUATED_MESSAGES, TUNING_MESSAGES } from '../core/suggestion/labelled-messages.ts'

const FOLDS = 5
const BARS = { macroF1: 0.91, msPerText: 1, bytes: 2_000_000, trainMs: 5_000 }

/** Null where the real data are absent. */
export function suggestFigures(folder: string) {
  if (!existsSync(join(folder, 'labelled-requests.csv'))) return null
  const labels = labelFigures(rowsOf(folder, 'labelled-requests.csv'))
  const leaves = leafFigures(rowsOf(folder, 'requests-4326.xlsx'))
  const met =
    labels.macroF1 >= BARS.macroF1 &&
    labels.bytes <= BARS.bytes &&
    labels.trainMs <= BARS.trainMs &&
    Math.max(labels.msPerText, leaves.cold.msPerText, leaves.learned.msPerText) <= BARS.msPerText
  return { bars: BARS, met, labels, leaves }
}

function rowsOf(folder: string, name: string): readonly (readonly Cell[])[] {
  const sheet = readSheet(new Uint8Array(readFileSync(join(folder, name))), name)
  if (!sheet.ok) throw new Error(sheet.error)
  return sheet.value.rows.slice(1).map(({ cells }) => cells)
}

function labelFigures(cells: readonly (readonly Cell[])[]) {
  const random = seeded(7)
  const rows = cells
    .map(([text, label]) => ({ text: String(text), label: String(label), at: random.int(1e9) }))
    .toSorted((a, b) => a.at - b.at)
  let macroF1 = 0
  let msPerText = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainLabels(rows.filter((_, n) => n % FOLDS !== fold))
    const held = rows.filter((_, n) => n % FOLDS === fold)
    const began = performance.now()
    const answers = held.map(({ text }) => labelOf(model, text))
    msPerText += (performance.now() - began) / held.length / FOLDS
    macroF1 += figuresOf(held, answers).macroF1 / FOLDS
  }
  const began = performance.now()
  const { bytes } = trainLabels(rows)
  return { texts: rows.length, macroF1, msPerText, trainMs: performance.now() - began, bytes }
}

function leafFigures(cells: readonly (readonly Cell[])[]) {
  const catalogue = currentCatalogue([], '2026-11-22')
  const messages = new Map(cells.map((row) => [String(row[0]), { title: String(row[2]), text: String(row[4]) }]))
  const labels = [...TUNING_MESSAGES, ...EVALUATED_MESSAGES]
  // As many as a station decides in two years: the labelled ones, and others under the leaf that the words suggest.
  const cold = coldSuggester(catalogue)
  const guessed = [...messages].slice(0, 1_200).flatMap(([externalId, { title, text }]) => {
    const leaf = cold.suggest(title, text).leaves[0]?.code
    return leaf ? [{ externalId, leaf }] : []
  })
  const decided: Decided[] = [...labels, ...guessed].map(({ externalId, leaf }, n) => ({
    id: `case:${String(n).padStart(5, '0')}`,
    at: '2026-11-01T09:00:00+08:00',
    ...messages.get(externalId)!,
    category: leaf,
    serviceType: catalogue.leaf(leaf)!.serviceType,
  }))
  const began = performance.now()
  const work = teacher(catalogue).learn(decided)
  let longestStepMs = 0
  let learned: Suggester | null = null
  while (!learned) {
    const stepBegan = performance.now()
    const step = work.next()
    longestStepMs = Math.max(longestStepMs, performance.now() - stepBegan)
    if (step.done) learned = step.value
  }
  const trainMs = performance.now() - began
  const perText = (one: Suggester) => {
    const from = performance.now()
    for (const { title, text } of messages.values()) one.suggest(title, text)
    return { msPerText: (performance.now() - from) / messages.size, bytes: one.bytes }
  }
  return { cold: perText(cold), learned: { ...perText(learned), decided: decided.length, trainMs, longestStepMs } }
}
