/**
 * What is read out before a resident says yes (个人信息保护法 23: who receives it, what for, which data; 15: it can be taken
 * back). Texts are never changed: a better one gets a new version, because acts name the version that was read.
 */
import type { SentField } from '../case-file/referral-codes.ts'

type ConsentText = (told: { readonly provider: string; readonly fields: readonly string[] }) => string

export const CONSENT_TEXTS = {
  'zh-1': ({ provider, fields }) =>
    `为了办理您的诉求，我们要把您的${fields.join('、')}提供给“${provider}”，只用于这件事。您可以不同意；同意以后也可以随时告诉我们收回，收回以前已经办的不受影响。您同意吗？`,
  'en-1': ({ provider, fields }) =>
    `To deal with your request we would like to give ${fields.join(', ')} to “${provider}”, for this matter only. You may say no; if you say yes you may take it back at any time by telling us, which does not touch what was done before. Do you agree?`,
} as const satisfies Readonly<Record<string, ConsentText>>
export type ConsentVersion = keyof typeof CONSENT_TEXTS

/** To add one: its words in both languages; they are read out to residents. */
const FIELD_WORDS: Readonly<Record<ConsentVersion, Readonly<Record<SentField, string>>>> = {
  'zh-1': {
    title: '诉求标题',
    text: '诉求内容',
    place: '地址',
    name: '姓名',
    phone: '电话',
    'for-whom': '所代之人的姓名',
  },
  'en-1': {
    title: 'the title of your request',
    text: 'what you told us',
    place: 'your address',
    name: 'your name',
    phone: 'your telephone number',
    'for-whom': 'the name of the person you speak for',
  },
}

export const consentText = (version: ConsentVersion, provider: string, fields: readonly SentField[]): string =>
  CONSENT_TEXTS[version]({ provider, fields: fields.map((field) => FIELD_WORDS[version][field]) })
