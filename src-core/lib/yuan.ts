/** Money is whole fen everywhere; yuan are only typed and read. */
import { err, ok, type Result } from './result.ts'

/** 10 亿元: more than any station ever holds; a typing slip is far below it, and 90,000 of them still sum exactly. */
export const FEN_LIMIT = 100_000_000_000

export type YuanCode = 'not-yuan' | 'too-much'

const FORM = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/

/**
 * `1,200.50`, `１２００．５元`, `¥80`, `1200元5角`, `免费` → fen. Commas only where they part thousands: `1,20` is a slip, not 120.
 * More than two decimals are refused, never rounded.
 */
export function readYuan(text: string): Result<number, YuanCode> {
  const plain = text
    .normalize('NFKC')
    .replaceAll('，', ',')
    .replace(/[\s¥￥]/g, '')
  if (/^(?:免费|free)$/i.test(plain)) return ok(0)
  const spoken = /^(.+)元(?:(\d)角)?(?:(\d)分)?整?$/.exec(plain)
  const figure = spoken && (spoken[2] ?? spoken[3]) !== undefined ? `${spoken[1]!}.${spoken[2] ?? '0'}${spoken[3] ?? '0'}` : (spoken?.[1] ?? plain.replace(/元整?$/, '')) // prettier-ignore
  const match = FORM.exec(figure)
  if (!match) return err('not-yuan')
  const [whole] = figure.replaceAll(',', '').split('.')
  if (whole!.replace(/^0+/, '').length > 10) return err('too-much')
  const fen = Number(whole) * 100 + Number((match[1] ?? '').padEnd(2, '0'))
  return fen > FEN_LIMIT ? err('too-much') : ok(fen)
}

/** 120050 → `1,200.50`; what is taken back has its sign: `-80.00`. */
export function yuanText(fen: number): string {
  const whole = String(Math.trunc(Math.abs(fen) / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}
