/** Why a file was not taken in: what happened · what is safe · what to do. */
import type { bundleCodes as chinese } from '../zh-CN/bundle-codes.ts'

export const bundleCodes: Readonly<Record<keyof typeof chinese, string>> = {
  'too-big': 'The file is too large and was not opened. Your data are unchanged. Ask for it in several parts.',
  'not-a-bundle': 'This is no exchange file of Linwu. Your data are unchanged. Check whether it is the right file.',
  'not-for-us':
    'This file was not made for this PC and cannot be opened. Your data are unchanged. Ask the sender to check whom it is for.',
  damaged:
    'The file is cut, or was damaged on its way. Your data are unchanged. Ask for it again, and eject the stick before pulling it.',
  'newer-version':
    'It was made by a newer version that this PC cannot read yet. The file is kept and tried again once Linwu is updated.',
  'bad-manifest': 'Its table of contents is not right. Your data are unchanged. Ask the sender to export again.',
  'file-missing': 'A part of the file is missing. Your data are unchanged. Ask for it again.',
  'file-unlisted':
    'It holds something that its contents do not list. Your data are unchanged. Ask the sender to export again, and who handled the file.',
  'file-changed':
    'What is inside is not what its contents list. Your data are unchanged. Ask for it again, and who handled the file.',
  'unknown-pc':
    'The PC that made it is not known here yet, so it was put aside. It is tried again when that PC’s grant arrives; phone them if it is urgent.',
  'bad-signature':
    'The signature does not fit. Your data are unchanged. Phone the sender and ask whether they made it, then for a new one.',
  'bad-event': 'It holds records that cannot be read. Your data are unchanged. Ask the sender to export again.',
  'chain-broken': 'Its records do not follow one another. Your data are unchanged. Ask the sender to export again.',
  'head-missing': 'It holds records that nobody signed. Your data are unchanged. Ask the sender to export again.',
  'contents-differ':
    'What is inside is not what it announces. Your data are unchanged. Ask the sender to export again.',
  'bad-letter': 'It holds a paper that cannot be read. Your data are unchanged. Ask the sender to export again.',
}
