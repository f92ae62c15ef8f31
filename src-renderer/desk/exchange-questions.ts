/** What the screens ask about 文件交换: bundles out and in, what is confirmed, what is missing. */
import type { Asking } from './asking.ts'

export type ExchangeQuestions = object

export const exchangeQuestions = (_asking: Asking): ExchangeQuestions => ({})
