/** Bugs to plant in letters and their relay, in revocation, attachments, copied folders and the guard. To add one: see bugs.mjs. */
const LETTERS = 'src-core/exchange/letters'
const TRUST = 'src-core/exchange/trust'
const IMPORT = 'src-core/exchange/import'
const letters = ['tests/core/exchange/letters/letters.test.ts']
const routes = ['tests/core/exchange/letters/route.test.ts']
const trust = ['tests/core/exchange/trust/trust.test.ts']
const coming = ['tests/core/exchange/import/import.test.ts']
/** Some of them (mutants/run.mjs). */
const histories = ['tests/histories/odd-histories.test.ts']
const hostile = ['tests/fuzz/bundles.test.ts']

/** @type {import('./bugs.mjs').BUGS} */
export const PEER_BUGS = [
  {
    bug: 'a letter is sent for ever',
    edits: [
      [`${LETTERS}/letter-states.ts`, "letter.direction !== 'in' && !there.has(id)", "letter.direction !== 'in'"],
    ],
    tests: letters,
  },
  {
    bug: 'a letter counts as arrived when it has left',
    edits: [[`${LETTERS}/letter-states.ts`, 'if (got.get(record.peer)?.has(id)) arrived.set(letter, record.peer)', 'arrived.set(letter, record.peer)']], // prettier-ignore
    tests: letters,
  },
  {
    bug: 'a letter that once arrived never goes again',
    edits: [[`${LETTERS}/letter-states.ts`, "letter.direction !== 'in' && !there.has(id)", "letter.direction !== 'in' && !carriedBy(source).arrived.has(id)"]], // prettier-ignore
    tests: ['tests/core/exchange/letters/put-back.test.ts'],
  },
  {
    bug: 'a letter that comes twice is written twice',
    edits: [[`${LETTERS}/take-letters.ts`, ' || reading.exists(letter.id)', '']],
    tests: ['tests/core/exchange/letters/put-back.test.ts'],
  },
  {
    bug: 'an order from below acts',
    edits: [[`${LETTERS}/take-letters.ts`, "if ((way.side === 'upper') !== FROM_ABOVE.has(letter.kind)) return false", '']], // prettier-ignore
    tests: letters,
  },
  {
    bug: 'an answer acts on an order of another house',
    edits: [[`${LETTERS}/take-letters.ts`, "(!('peer' in asked) || asked.peer === house) && ", '']],
    tests: letters,
  },
  {
    bug: 'a letter for a third house is taken for one of ours',
    edits: [[`${LETTERS}/take-letters.ts`, 'if (route && route.to !== to.house) {', 'if (route && route.to === "") {']],
    tests: histories,
  },
  {
    bug: 'whoever passes a letter on can change it',
    edits: [[`${LETTERS}/route.ts`, ' && isSigned(letterText(letter, route), sig, key)', '']],
    tests: routes,
  },
  {
    bug: 'a letter that is sent astray is passed on',
    edits: [[`${LETTERS}/route.ts`, '(route.to === trust.house || target === onwards)', 'onwards.length > 0']],
    tests: routes,
  },
  {
    bug: 'what a resident said is passed on',
    edits: [[`${LETTERS}/route.ts`, 'if (!GOES_THROUGH.has(letter.kind)) return []', '']],
    tests: routes,
  },
  {
    bug: 'a log that a revocation does not name counts wholly',
    edits: [[`${TRUST}/build-trust.ts`, 'n > (Object.hasOwn(upTo, log) ? upTo[log]! : 0)', 'n > (Object.hasOwn(upTo, log) ? upTo[log]! : Infinity)']], // prettier-ignore
    tests: trust,
  },
  {
    bug: 'any house revokes a PC',
    edits: [[`${TRUST}/who-is-who.ts`, 'granted.get(pc)?.house === house && root && isSaidBy(revocation, root)', 'root && isSaidBy(revocation, root)']], // prettier-ignore
    tests: trust,
  },
  {
    bug: 'an old revocation that is played again counts',
    edits: [[`${TRUST}/who-is-who.ts`, 'for (const revocation of facts.revocations.toSorted(byTime)) {', 'for (const revocation of facts.revocations) {']], // prettier-ignore
    tests: trust,
  },
  {
    bug: 'whom a house shut out it is not told again',
    edits: [
      ['src-core/exchange/export/statements-with.ts', '.filter((pc) => trust.isRevoked(pc))', '.filter(() => false)'],
    ],
    tests: ['tests/core/exchange/export'],
  },
  {
    bug: 'files are still made for a revoked PC',
    edits: [[`${TRUST}/build-trust.ts`, '.filter((pc) => !revoked.has(pc)).toSorted()', '.toSorted()']],
    tests: trust,
  },
  {
    bug: 'what a revoked PC writes is taken in from it',
    edits: [
      [`${IMPORT}/try-in.ts`, '!roster.isBeyond(header.log, header.n)', 'header.n > 0'],
      [`${TRUST}/build-trust.ts`, "return revoked.has(from.pc) ? 'revoked-pc' : 'known'", "return 'known'"],
    ],
    tests: histories,
  },
  {
    bug: 'erased attachments leave',
    edits: [
      [
        'src-core/exchange/blobs-named.ts',
        'const blob = NAME_BLOBS.has(entityType(header.e)) ? blobIn(fields, header.log) : null\n    if (blob && !erasedBlobs.has(blob.id)) out.set(blob.id, blob)',
        'const blob = NAME_BLOBS.has(entityType(header.e)) ? blobIn(fields, header.log) : null\n    if (blob && erasedBlobs) out.set(blob.id, blob)',
      ],
    ],
    tests: ['tests/core/exchange/blobs-named.test.ts'],
  },
  {
    bug: 'attachments are shared out, but for the first of each part',
    edits: [['src-core/exchange/bundle/split-parts.ts', '      shares.push([blob])\n', '      shares.push([])\n']],
    tests: histories,
  },
  {
    bug: 'a copied folder is not noticed while one end agrees',
    edits: [
      [`${IMPORT}/seen-elsewhere.ts`, '[head, ...(head.forks ?? [])].every(', '[head, ...(head.forks ?? [])].some('],
    ],
    tests: ['tests/core/exchange/import/seen-elsewhere.test.ts'],
  },
  {
    bug: 'the guard asks of no number, however large',
    edits: [[`${IMPORT}/guard.ts`, 'all > GUARD_ENTITIES || ', '']],
    tests: ['tests/core/exchange/import/guard.test.ts'],
  },
  {
    bug: 'the guard lets withdrawals pass',
    edits: [[`${IMPORT}/guard.ts`, ': WITHDRAWS.has(event.header.k) ? withdrawn : null', ': null']],
    tests: coming,
  },
  {
    bug: 'a hostile bundle is refused after something of it was read',
    edits: [['src-core/exchange/bundle/verify-bundle.ts', '!isMinisigned(manifestBytes, signature, sender)', 'sender.length !== 32']], // prettier-ignore
    tests: hostile,
  },
]
