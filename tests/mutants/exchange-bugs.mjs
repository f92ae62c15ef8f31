/** Bugs to plant in trials, the writer queue, planning and looking at exchange. To add one: see bugs.mjs. */
const trial = ['tests/core/kernel/trial.test.ts']
const leaving = ['tests/core/exchange/export/export.test.ts']
const coming = ['tests/core/exchange/import/import.test.ts']
const REPLICA = 'src-core/kernel/replica.ts'
const TRIAL = 'src-core/kernel/trial.ts'
const EXPORT = 'src-core/exchange/export'
const IMPORT = 'src-core/exchange/import'

/** @type {import('./bugs.mjs').BUGS} */
export const EXCHANGE_BUGS = [
  {
    bug: 'the first of two marks wins',
    edits: [[REPLICA, 'const before = replica.inPart.get(pc) ?? replica.scopes', 'if (replica.inPart.has(pc)) return []\n  const before = replica.scopes']], // prettier-ignore
    tests: trial,
  },
  {
    bug: 'parts of which nobody counts wait for ever',
    edits: [[REPLICA, 'if (need <= 1 || !comes.has(scopeOfLog(event.header.log))) return apply(event)', 'if (need <= 1) return apply(event)']], // prettier-ignore
    tests: trial,
  },
  {
    bug: 'a mark speaks of addressed logs too',
    edits: [[REPLICA, 'return isAddressed(header.log) ? ADDRESSED_SCOPES : marked', 'return marked']],
    tests: trial,
  },
  {
    bug: 'a trial writes in the live entities',
    edits: [[TRIAL, 'after.entities.set(id, copyOfEntity(known))', 'after.entities.set(id, known)']],
    tests: trial,
  },
  {
    bug: 'a trial writes in the live logs',
    edits: [[TRIAL, 'after.logs.set(id, copyOfLog(index))', 'after.logs.set(id, index)']],
    tests: trial,
  },
  {
    bug: 'what is erased already is counted as erased once more',
    edits: [[TRIAL, 'return before !== undefined && !before.erased?.includes(scope)', 'return before !== undefined']],
    tests: trial,
    only: 'would be erased',
  },
  {
    bug: 'held events are written',
    edits: [['src-core/book/take-in.ts', 'const fresh = inOrder(trial.fresh)', 'const fresh = inOrder([...trial.fresh, ...trial.held])']], // prettier-ignore
    tests: coming,
  },
  {
    bug: 'the record stands in a batch of its own',
    edits: [['src-core/book/bookkeeper.ts', 'const saved = await save([...own, ...fresh])', 'await save(own)\n        const saved = await save(fresh)']], // prettier-ignore
    tests: coming,
  },
  {
    bug: 'a bundle taken in twice is recorded twice',
    edits: [
      ['src-core/book/take-in.ts', 'record: isNew || fresh.length > 0 ?', 'record: isNew || fresh.length >= 0 ?'],
    ],
    tests: coming,
  },
  {
    bug: 'numbers of own events that a bundle brings back are given again',
    edits: [
      ['src-core/book/bookkeeper.ts', 'for (const [log, index] of after.logs) cursor.logs.set(log, headOf(index))', ''],
    ],
    tests: coming,
  },
  {
    bug: "what an office writes about a station's case goes to everybody",
    edits: [['src-core/book/addressee.ts', 'return owner ?? pc', 'return owner && pc']],
    tests: leaving,
  },
  {
    bug: 'logs of the office above are reported back to it',
    edits: [[`${EXPORT}/profile-contents.ts`, "if (profile === 'report') return isBelow(from)", "if (profile === 'report') return true"]], // prettier-ignore
    tests: leaving,
  },
  {
    bug: 'a hand-over goes to another house',
    edits: [[`${EXPORT}/profile-contents.ts`, "return (log) => house === roster.house && scopes.includes(scopeOfLog(log))", 'return () => true']], // prettier-ignore
    tests: leaving,
  },
  {
    bug: 'one house gets what an office wrote to another',
    edits: [[`${EXPORT}/profile-contents.ts`, 'isAddressed(log) ? addressees.has(deviceOfLog(log).slice(16))', 'isAddressed(log) ? addressees.size > 0']], // prettier-ignore
    tests: leaving,
  },
  {
    bug: 'private logs are named to another house',
    edits: [[`${EXPORT}/profile-contents.ts`, "if (scope !== 'shared' && scope !== 'directory') return false\n    if (cameFrom", 'if (scope !== scopeOfLog(log)) return false\n    if (cameFrom']], // prettier-ignore
    tests: leaving,
  },
  {
    bug: 'erased payloads leave',
    edits: [[`${EXPORT}/collect-events.ts`, 'found.push(isErased(replica, event) ? withoutPayload(event) : event)', 'found.push(event)']], // prettier-ignore
    tests: leaving,
  },
  {
    bug: 'events of a revoked PC are passed on beyond what counts',
    edits: [[`${EXPORT}/plan-export.ts`, 'if (!roster.isBeyond(log, last)) return last', 'return last']],
    tests: leaving,
  },
  {
    bug: 'events of a revoked PC are taken in beyond what counts',
    edits: [[`${IMPORT}/try-in.ts`, '!roster.isBeyond(header.log, header.n)', 'header.n > 0']],
    tests: coming,
  },
  {
    bug: 'a restored peer is not sent again what it lost',
    edits: [
      [`${EXPORT}/plan-export.ts`, 'return Math.max(...known.map(({ n }) => Math.min(n, trunk)))', 'return trunk'],
    ],
    tests: leaving,
  },
  {
    bug: 'the end of a retired log is not kept',
    edits: [[`${EXPORT}/bundle-records.ts`, "?.writes ?? []) keep(f['heads'])", '?.writes ?? []) void f']],
    tests: leaving,
  },
  {
    bug: 'a file of which something waits is acknowledged',
    edits: [
      [
        `${EXPORT}/plan-export.ts`,
        '!counts?.held || reaches(holding, logs ?? {})',
        'true || counts || logs || reaches(holding, {})',
      ],
    ],
    tests: coming,
  },
  {
    bug: 'the guard counts what is new here',
    edits: [[`${IMPORT}/guard.ts`, ' && !trial.newEntities.has(about)', '']],
    tests: coming,
  },
  {
    bug: 'the guard never asks for a tenth',
    edits: [[`${IMPORT}/guard.ts`, ' || all > entities * GUARD_SHARE', '']],
    tests: coming,
  },
  {
    bug: 'unconfirmed is never red',
    edits: [[`${IMPORT}/peer-state.ts`, '> UNCONFIRMED_DAYS', '> 7 * UNCONFIRMED_DAYS']],
    tests: coming,
  },
]
