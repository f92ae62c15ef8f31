/** Bugs to plant in the packing and opening of bundles. To add one: see bugs.mjs. */
const BUNDLE = 'src-core/exchange/bundle'
const opening = ['tests/core/exchange/bundle/bundle.test.ts']
const splitting = ['tests/core/exchange/bundle/split-parts.test.ts']

/** @type {import('./bugs.mjs').BUGS} */
export const BUNDLE_BUGS = [
  {
    bug: 'the signature of bundle.json unchecked',
    edits: [[`${BUNDLE}/verify-bundle.ts`, '!isMinisigned(manifestBytes, signature, sender)', 'sender.length !== 32']],
    tests: opening,
  },
  {
    bug: 'the trusted comment unsigned',
    edits: [[`${BUNDLE}/minisign.ts`, ' && isSigned(concat([sig, comment]), both, open)', '']],
    tests: opening,
    only: 'fit one file',
  },
  {
    bug: 'heads of logs unchecked',
    edits: [[`${BUNDLE}/verify-bundle.ts`, 'key !== null && isSigned(text, sig, key)', 'key !== null']],
    tests: opening,
  },
  {
    bug: 'hashes of the files unchecked',
    edits: [[`${BUNDLE}/unseal.ts`, " || sha256Hex(file.value) !== sha256) return err('file-changed')", ") return err('file-changed')"]], // prettier-ignore
    tests: opening,
  },
  {
    bug: 'unlisted files let in',
    edits: [[`${BUNDLE}/unseal.ts`, 'names.some((name) => !known.has(name))', 'names.length < 0']],
    tests: opening,
  },
  {
    bug: 'contents not compared with what was announced',
    edits: [[`${BUNDLE}/verify-bundle.ts`, '!isAsAnnounced(manifest, events.value)', 'events.value.length < 0']],
    tests: opening,
  },
  {
    bug: 'deep JSON let in',
    edits: [[`${BUNDLE}/parse-json.ts`, '++depth > DEEPEST', '++depth < 0']],
    tests: opening,
  },
  {
    bug: 'a command cut in two',
    edits: [[`${BUNDLE}/split-parts.ts`, '    tie(commandsIn(header.log), header.c[0], i)\n', '']],
    tests: splitting,
  },
  {
    bug: 'another PC’s log cut where nothing is signed',
    edits: [[`${BUNDLE}/split-parts.ts`, '    if (head) tie(heads, head.id, i)\n', '']],
    tests: splitting,
  },
]
