/**
 * Bugs to plant: each is an exact piece of the source and what a careless change would make of it. The properties must
 * catch every one; a test that cannot fail proves nothing.
 *
 * To add one: a line here, with the test files that should catch it (`only`: names to run, where a file is long).
 */
import { BUNDLE_BUGS } from './bundle-bugs.mjs'
import { EXCHANGE_BUGS } from './exchange-bugs.mjs'
import { PEER_BUGS } from './peer-bugs.mjs'

const ENTITY = 'src-core/kernel/entity.ts'
const REPLICA = 'src-core/kernel/replica.ts'
const LEDGER = 'src-core/agreement/ledger-entry.ts'
const kernel = (name) => `tests/core/kernel/${name}.test.ts`
const time = (name) => `tests/core/${name}.test.ts`
const journal = (name) => `tests/core/journal/${name}.test.ts`

/** @type {readonly { bug: string, edits: readonly (readonly [file: string, find: string, replace: string])[], tests: readonly string[], only?: string }[]} */
export const BUGS = [
  ...BUNDLE_BUGS,
  ...EXCHANGE_BUGS,
  ...PEER_BUGS,
  {
    bug: 'wall-clock last-write-wins',
    edits: [
      [
        ENTITY,
        'for (const old of header.r[field]!) replace(entity, field, old)',
        'for (const _old of header.r[field]!);',
      ],
      [
        ENTITY,
        'live.toSorted((a, b) => outranks(a, b, authority))',
        'live.toSorted((a, b) => (a.t < b.t ? 1 : -1)).slice(0, 1)',
      ],
    ],
    tests: [kernel('merge')],
  },
  {
    bug: 'dropped head',
    edits: [
      [
        ENTITY,
        '    addWrite(entity, {',
        '    entity.writes = entity.writes.filter((write) => !Object.keys(live).some((field) => field in write.f))\n    addWrite(entity, {',
      ],
    ],
    tests: [kernel('merge')],
  },
  {
    bug: 'erasure not applied to late data',
    edits: [[ENTITY, 'if (fields === null || entity.erased?.includes(scope)) return', 'if (fields === null) return']],
    tests: [kernel('erasure')],
  },
  {
    bug: 'late data of an erased entity stored',
    edits: [[REPLICA, 'if (isErased(replica, list[i]!)) list[i] = withoutPayload(list[i]!)', ';']],
    tests: [kernel('erasure')],
  },
  {
    bug: 'a write without its payload lets go of what it replaced',
    edits: [[ENTITY, '  if (header.r)\n', '  if (header.r && fields !== null)\n']],
    tests: [kernel('exchange')],
    only: 'without a payload',
  },
  {
    bug: 'order-dependent winner',
    edits: [[ENTITY, 'live.toSorted((a, b) => outranks(a, b, authority))', 'live']],
    tests: [kernel('merge')],
  },
  {
    bug: 'commit frame ignored',
    edits: [['src-core/journal/recover.ts', 'if (last && !(last.header.commit &&', 'if (last && !(last.header &&']],
    tests: [journal('crash'), journal('cut')],
  },
  {
    bug: 'fsync omitted',
    edits: [['src-host/segment-files.ts', '      await file.datasync()\n', '']],
    tests: ['tests/host/power-cut.test.ts'],
    only: '^power cut at every operation save',
  },
  {
    bug: 'wrong associated data',
    edits: [
      [
        'src-core/journal/frame.ts',
        'concat([fromHex(segment), header.subarray(0, CRC_AT)])',
        'header.slice(0, CRC_AT)',
      ],
    ],
    tests: [journal('damage')],
  },
  {
    bug: 'park for ever',
    edits: [[REPLICA, 'queue.push(...waiting)', '']],
    tests: [kernel('exchange')],
    only: '^exchange',
  },
  {
    bug: 'double settle',
    edits: [
      [
        LEDGER,
        '    fen,\n    units,',
        "    fen: entity.writes.reduce((sum, write) => sum + Number(write.f['fen'] ?? 0), 0),\n    units,",
      ],
    ],
    tests: ['tests/core/agreement/ledger-entry.test.ts'],
  },
  {
    bug: 'a settlement leaves its reservation standing',
    edits: [
      [
        'src-core/agreement/effects.ts',
        'const freed = open && open.account === entry.account ? reserving(open, -1) : {}',
        'const freed = {}',
      ],
    ],
    tests: ['tests/core/funding/merge.test.ts'],
    only: '^any acts',
  },
  {
    bug: 'the ledger index adds a changed entry a second time',
    edits: [
      [
        'src-core/agreement/ledger.ts',
        'for (const one of base.effects) move(ledger, id, one, -1)',
        'for (const _one of base.effects);',
      ],
    ],
    tests: ['tests/core/funding/merge.test.ts'],
    only: '^any acts',
  },
  {
    bug: 'an overdraft of units let through',
    edits: [
      [
        'src-core/agreement/order-money.ts',
        'if (left.units !== null && units > left.units + had.units)',
        'if (left.units !== null && units > left.units + had.units + 1)',
      ],
    ],
    tests: ['tests/core/funding/merge.test.ts'],
    only: '^alone',
  },
  {
    bug: 'signature unchecked',
    edits: [
      [
        'src-core/kernel/parcel.ts',
        "if (!verify(pcOfLog(head.log), headText(head), head.sig)) return err('bad-signature')",
        '',
      ],
    ],
    tests: [kernel('exchange')],
    only: '^a parcel that was tampered with',
  },
  {
    bug: 'half command shown',
    edits: [
      [
        REPLICA,
        'if (need <= 1 || !comes.has(scopeOfLog(event.header.log))) return apply(event)',
        'return apply(event)',
      ],
    ],
    tests: [kernel('command')],
  },
  {
    bug: 'preds dropped',
    edits: [['src-core/kernel/command.ts', '        ...(r ? { r } : {}),\n', '']],
    tests: [kernel('merge')],
  },
  {
    bug: 'a head set hides a branch',
    edits: [['src-core/kernel/head-set.ts', 'forks.length > 0 ? { ...head!, forks } : head!', 'head!']],
    tests: [kernel('exchange')],
  },
  {
    bug: 'a stripped copy hides the payload that comes later',
    edits: [[REPLICA, '        refill(event)\n', '']],
    tests: [kernel('exchange')],
    only: 'without a payload',
  },
  {
    bug: 'unknown payload entries dropped',
    edits: [
      [
        'src-core/journal/lines.ts',
        '${event.payloadLine ?? ERASED_LINE}',
        '${event.fields ? JSON.stringify({ s: JSON.parse(event.payloadLine!).s, f: event.fields }) : ERASED_LINE}',
      ],
    ],
    tests: [kernel('versions')],
  },
  {
    bug: 'a frame is sealed anew with its erased payload',
    edits: [['src-core/journal/erase-frames.ts', '    lines[i + 1] = ERASED_LINE\n', '']],
    tests: [journal('erase-frames')],
  },
  {
    bug: 'a rewritten segment is appended to through its old handle',
    edits: [['src-host/segment-files.ts', '    await letGo(segment)\n    const temp', '    const temp']],
    tests: ['tests/host/rewrite-segment.test.ts'],
  },
  {
    bug: 'saves go into a file whose rename may be lost',
    edits: [['src-host/segment-files.ts', '      segment.closed = true\n      await quietly(fs.remove(temp))\n', '']],
    tests: ['tests/host/rewrite-segment.test.ts'],
    only: 'an operation of a rewrite fails',
  },
  {
    bug: 'the start day counts',
    edits: [
      ['src-core/lib/calendar.ts', 'for (let left = count; left > 0;) {', 'for (let left = count - 1; left > 0;) {'],
    ],
    tests: [time('lib/deadline')],
  },
  {
    bug: 'make-up working days forgotten',
    edits: [['src-core/lib/calendar.ts', "said === 'work'", 'false']],
    tests: [time('lib/calendar'), time('lib/deadline')],
  },
  {
    bug: 'a last day off does not move',
    edits: [['src-core/lib/deadline.ts', 'while (!isWorkingDay(day, calendar)) day = addDays(day, 1)', ';']],
    tests: [time('lib/deadline')],
  },
  {
    bug: 'an unknown year guessed silently',
    edits: [['src-core/lib/calendar.ts', 'if (!calendar.known.has(year)) return true', ';']],
    tests: [time('lib/deadline')],
  },
  {
    bug: 'a pause that moves nothing',
    edits: [['src-core/case-file/due.ts', 'if (pauses.has(pause)) moveTo(later, isUnsure)', ';']],
    tests: [time('limits/due')],
  },
  {
    bug: 'a pause that heals what was late',
    edits: [['src-core/case-file/due.ts', '(at === null || paused.since <= at)', 'true']],
    tests: [time('limits/due')],
  },
  {
    bug: 'a pause counted in the unit that the preset has now',
    edits: [['src-core/case-file/due.ts', 'readLimit(fields.limit) ?? ', '']],
    tests: [time('limits/due')],
  },
  {
    bug: 'supervision counted from the last urging',
    edits: [['src-core/case-file/ladder-times.ts', 'const [first] = urgings', 'const first = urgings.at(-1)']],
    tests: [time('follow-up/ladder')],
  },
  {
    bug: 'a duplicate day of a calendar file let through',
    edits: [['src-core/limits/check-year.ts', 'if (seen.has(date))', 'if (false)']],
    tests: [time('settings/calendar-file')],
  },
]

/** How often `find` stands in `text`. */
export const occurrences = (text, find) => text.split(find).length - 1
