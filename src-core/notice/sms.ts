/** How a text goes out: as one short message or several. Chinese text is sent in UCS-2 (3GPP TS 23.038, 23.040). */

export type SmsCount = { readonly length: number; readonly segments: number }

/** Of one message, and of each part of a longer one, whose header takes some. */
const UCS2 = [70, 67] as const
const PLAIN = [160, 153] as const
// oxlint-disable-next-line no-control-regex
const IS_PLAIN = /^[\x0A\x0D\x20-\x5A\x5F\x61-\x7A]*$/

/** `length` in code units, as an SMS platform counts them: a sign beyond the BMP takes two. '' is no message. */
export function smsCount(text: string): SmsCount {
  const [whole, part] = IS_PLAIN.test(text) ? PLAIN : UCS2
  const { length } = text
  return { length, segments: length <= whole ? Math.min(1, length) : Math.ceil(length / part) }
}

type Told = { readonly title: string; readonly body: string; readonly contact: string }

/** For an SMS platform: its signature first, as platforms want it. */
export const smsText = ({ title, body }: Told, station: string): string => oneLine(`【${station}】${title}：${body}`)
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ')

/** For a chat group: lines as they are read on a telephone. Plain text. */
export const groupText = ({ title, body, contact }: Told, station: string, day: string): string =>
  [`【${title}】`, body, [station, contact].filter(Boolean).join(' '), day].filter(Boolean).join('\n')

/** On a poster's QR code: plain text that a telephone shows, no address of any host. */
export const qrText = (
  { title, contact, from, until }: Told & { readonly from: string; readonly until: string },
  station: string,
): string =>
  [title, [from, until].filter(Boolean).join(' 至 '), [station, contact].filter(Boolean).join(' ')].filter(Boolean).join('\n') // prettier-ignore
