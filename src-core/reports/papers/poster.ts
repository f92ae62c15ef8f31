/** A notice as an A4 poster. It hangs where everybody passes: it is printed for outsiders, and holds what a notice for many may. */
import { dayOf } from '#core/lib/time.ts'
import type { NoticeFields } from '#core/notice/fields.ts'
import { qrText } from '#core/notice/sms.ts'
import { footOf, type Paper, type PaperFrame } from './paper.ts'

/** Beyond so many characters it is set smaller, and still fits on one sheet. */
const LONG = 260

/** To add a word: in both. */
const WORDS = {
  'zh-CN': { when: '时间', where: '地点', call: '联系电话', to: '至', caption: '扫一扫，存下时间和电话', file: '海报' },
  en: { when: 'When', where: 'Where', call: 'Telephone', to: 'to', caption: 'Scan to keep time and telephone', file: 'Poster' }, // prettier-ignore
} as const

export function posterPaper(
  notice: Pick<NoticeFields, 'title' | 'body' | 'place' | 'from' | 'until' | 'contact' | 'at'>,
  frame: PaperFrame,
): Paper {
  const { station, words } = frame
  const own = WORDS[words.language]
  const days = [...new Set([notice.from, notice.until].filter(Boolean))].map(words.day)
  const facts = [
    { label: own.when, value: days.join(` ${own.to} `) },
    { label: own.where, value: notice.place },
    { label: own.call, value: notice.contact },
  ].filter(({ value }) => value !== '')
  return {
    station: '',
    title: notice.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: `${own.file}-${notice.title}`.replace(/[\\/:*?"<>|\s]+/g, '_'),
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'poster',
        long: notice.body.length > LONG,
        paragraphs: notice.body.split('\n').filter((line) => line.trim() !== ''),
        facts,
        qr: qrText(notice, station),
        caption: own.caption,
        by: station,
        day: words.day(dayOf(notice.at)),
      },
    ],
  }
}
