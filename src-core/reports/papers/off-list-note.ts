/** 清单外事项说明 (社区减负, DOMAIN §4.5): for whoever demanded from above what is not on the station's list. */
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import { BUILT_IN_LEAVES } from '#core/category/catalogue-leaves.ts'
import { ORDER_WORDS } from './order-words.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame } from './paper.ts'

const last = (file: CaseFile) => actsOf(file.acts, 'off-list-refusal').at(-1)

export const isRefusedOffList = (file: CaseFile): boolean => last(file) !== undefined

export function offListPaper({ file }: PaperCase, frame: PaperFrame): Paper {
  const words = ORDER_WORDS[frame.words.language]
  const { offList } = words
  const refusal = last(file)
  const number = file.fields.number ?? ''
  const leaf = BUILT_IN_LEAVES.find(({ code }) => code === refusal?.category)
  const category = (frame.words.language === 'en' ? leaf?.name.en : leaf?.name.zh) ?? refusal?.category ?? ''
  const capacity = words.capacity[refusal?.capacity ?? 'committee']
  return {
    station: frame.station,
    title: offList.title,
    number,
    copy: '',
    landscape: false,
    fileName: `${offList.title}-${number}`,
    words: frame.words,
    foot: footOf(frame),
    parts: [
      { kind: 'letter', to: frame.words.to(refusal?.demandedBy ?? ''), text: offList.text(category, capacity) },
      {
        kind: 'boxes',
        rows: [
          [{ label: offList.label.category, value: category }],
          [{ label: offList.label.basis, value: refusal?.basis || frame.words.none }],
          ...(refusal?.note ? [[{ label: offList.label.note, value: refusal.note }] as const] : []),
        ],
      },
      { kind: 'signing', places: [offList.signs], seal: words.seal, station: frame.station },
    ],
  }
}
