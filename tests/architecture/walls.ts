/**
 * The walls: which room may import which, type imports included, and which npm packages it may use.
 * `walls.test.ts` holds every file under src-* to this table and refuses planted violations in every room.
 *
 * To add a room: one line here (a folder ends with `/`, a file with its name). The longest `at` that fits wins.
 */
export type Room = {
  readonly name: string
  /** Folders (`src-core/lib/`) and files (`src-core/catalogue.ts`) of the room. */
  readonly at: readonly string[]
  /** Rooms that may be imported for anything; `core/*` stands for every room of src-core. */
  readonly may: readonly string[]
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[]
  readonly npm?: readonly string[]
  /** May use Node's own modules (always written `node:…`). */
  readonly node?: boolean
}

const NOUNS = [
  'case-file',
  'person',
  'place',
  'provider',
  'agreement',
  'revisit',
  'survey',
  'topic',
  'category',
  'station',
  'import-record',
  'limits',
  'walk-sheet',
  'figures',
  'have',
  'notice',
  'learning',
  'peer',
] as const

const VERBS = [
  'intake',
  'routing',
  'follow-up',
  'feedback',
  'supervision',
  'funding',
  'reports',
  'exchange',
  'settings',
] as const

const nouns = NOUNS.map((noun) => `core/${noun}`)
const verbs = VERBS.map((verb) => `core/${verb}`)

/** Screens and their parts: forms, tables and words. Data comes through services, never from storage or desk. */
const SCREEN_PACKAGES = [
  'react',
  'react-dom',
  'antd',
  'react-hook-form',
  '@hookform/resolvers',
  'zod',
  'zustand',
  'i18next',
  'react-i18next',
  '@tanstack/react-virtual',
]

/** PDFs are looked at on the case page; charts and posters with a QR code belong to the reports. */
const OWN_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'follow-up': ['pdfjs-dist'],
  reports: ['echarts', 'uqr'],
}

export const ROOMS: readonly Room[] = [
  // zod is configured once, in lib/schema.ts (`jitless`, because the pages' policy forbids eval).
  { name: 'core/lib', at: ['src-core/lib/'], may: [], npm: ['zod', 'hash-wasm'] },
  { name: 'core/kernel', at: ['src-core/kernel/'], may: ['core/lib'] },
  { name: 'core/journal', at: ['src-core/journal/'], may: ['core/kernel', 'core/lib'], npm: ['fflate'] },
  // Keyring and slots. A room of its own, so that whoever frames bytes never derives a key; it knows the scopes and the
  // shape of a cipher.
  {
    name: 'core/keys',
    at: ['src-core/keys/'],
    may: ['core/kernel', 'core/lib'],
    types: ['core/journal'],
    npm: ['hash-wasm', '@noble/hashes'],
  },
  // Who this PC is to others: signs and receives. All that exchange may know of keys.
  {
    name: 'core/keys/identity',
    at: ['src-core/keys/identity.ts'],
    may: ['core/lib'],
    types: ['core/keys'],
    npm: ['@noble/curves', '@noble/hashes', '@scure/base'],
  },
  // Rules of finding by characters, pinyin and initials, shared by the desk and `linwu`.
  { name: 'core/search', at: ['src-core/search/'], may: ['core/lib'] },
  // 建议分类: learns on this PC from decided cases; plain texts in, leaves out. Desk and `linwu` ask it, no decision does.
  { name: 'core/suggestion', at: ['src-core/suggestion/'], may: ['core/category', 'core/case-file', 'core/lib'] },
  // Word files: plain parts in, bytes out.
  { name: 'core/document', at: ['src-core/document/'], may: ['core/lib'], npm: ['docx'] },
  // Spreadsheets: bytes in, rows out. Apart from intake and reports, which both need it.
  { name: 'core/sheet', at: ['src-core/sheet/'], may: ['core/lib'], npm: ['fflate', 'papaparse'] },
  { name: 'core/host', at: ['src-core/host/'], may: ['core/host/methods', 'core/lib'] },
  // Requests are parsed on the host's side only, so that neither preload nor pages carry the parsers.
  { name: 'core/host/parsers', at: ['src-core/host/parsers.ts'], may: ['core/host', 'core/lib'], npm: ['zod'] },
  // The names of the host's methods alone: all that the preload may load.
  { name: 'core/host/methods', at: ['src-core/host/methods.ts'], may: ['core/host', 'core/lib'] },
  // The one list of all entity types; verbs read it, nouns do not know of it.
  { name: 'core/catalogue', at: ['src-core/catalogue.ts'], may: [...nouns, 'core/kernel', 'core/lib'] },
  ...NOUNS.map((noun): Room => ({
    name: `core/${noun}`,
    at: [`src-core/${noun}/`],
    // A noun may name another (a provider has a service type); circles between files are refused everywhere.
    may: [...nouns.filter((other) => other !== `core/${noun}`), 'core/kernel', 'core/lib'],
    npm: ['zod'],
  })),
  ...VERBS.map((verb): Room => ({
    name: `core/${verb}`,
    at: [`src-core/${verb}/`],
    // Never another verb. Only exchange packs journals.
    may: [
      ...nouns,
      'core/catalogue',
      'core/kernel',
      'core/lib',
      ...(verb === 'exchange' ? ['core/journal', 'core/keys/identity'] : []),
      // What comes in from a spreadsheet and what goes out as one.
      ...(verb === 'intake' || verb === 'reports' || verb === 'exchange' || verb === 'settings' ? ['core/sheet'] : []),
      ...(verb === 'reports' ? ['core/document'] : []),
    ],
    // Bundles are age files around ZIPs; the first day's papers are a ZIP with a password.
    npm: verb === 'exchange' ? ['age-encryption', '@noble/hashes', 'fflate', '@zip.js/zip.js'] : [],
  })),
  // The one list of all commands; it stands above the verbs as the catalogue stands above the nouns.
  {
    name: 'core/commands',
    at: ['src-core/commands.ts'],
    may: [...verbs, ...nouns, 'core/catalogue', 'core/kernel', 'core/lib'],
  },
  // 这是本站的另一台电脑: keys, grant files and what is kept between the two; the same for the desk and `linwu`.
  {
    name: 'core/join-station',
    at: ['src-core/join-station.ts'],
    may: ['core/exchange', 'core/keys', 'core/keys/identity', 'core/lib'],
    types: ['core/host', 'core/journal'],
  },
  // The read side of a station and its one writer queue, shared by the desk worker and `linwu`.
  {
    name: 'core/book',
    at: ['src-core/book/'],
    may: ['core/commands', ...verbs, ...nouns, 'core/catalogue', 'core/journal', 'core/kernel', 'core/lib'],
  },
  // A fictitious station, made by the same commands as a real one; nothing that is not a demonstration imports it.
  {
    name: 'core/demo',
    at: ['src-core/demo/'],
    may: [
      'core/book',
      'core/commands',
      ...verbs,
      ...nouns,
      'core/catalogue',
      'core/journal',
      'core/kernel',
      'core/lib',
    ],
  },

  { name: 'host', at: ['src-host/'], may: ['core/*'], npm: ['ws'], node: true },
  {
    name: 'main',
    at: ['src-main/'],
    // The fictitious station is filled by the command line's code, loaded with --demo only.
    may: ['host', 'core/host', 'core/host/methods', 'core/host/parsers', 'core/lib', 'cli/make-demo'],
    npm: ['electron'],
    node: true,
  },
  // The preload is sandboxed: it may know the names of the methods and nothing else, not even the parsers.
  { name: 'main/preload', at: ['src-main/preload.ts'], may: ['core/host/methods'], npm: ['electron'] },
  { name: 'cli', at: ['src-cli/'], may: ['cli/make-demo', 'host', 'core/*'], npm: ['pinyin-pro'], node: true },
  { name: 'cli/make-demo', at: ['src-cli/make-demo.ts'], may: ['cli', 'host', 'core/*'], node: true },

  { name: 'renderer/host', at: ['src-renderer/host/'], may: ['core/host', 'core/host/methods', 'core/lib'] },
  { name: 'renderer/storage', at: ['src-renderer/storage/'], may: ['core/*'], npm: ['dexie'] },
  // The desk worker owns storage too, so that plain text never crosses a second border.
  { name: 'renderer/desk', at: ['src-renderer/desk/'], may: ['core/*', 'renderer/storage'], npm: ['pinyin-pro'] },
  {
    name: 'renderer/services',
    at: ['src-renderer/services/'],
    may: ['core/*', 'renderer/storage', 'renderer/desk', 'renderer/host'],
    npm: ['react', 'zustand'],
  },
  // Who is signed in and what is locked: known to every screen, so it stands below them.
  {
    name: 'renderer/session',
    at: ['src-renderer/session/'],
    may: ['renderer/services', 'core/*'],
    types: ['renderer/desk'],
    npm: ['react', 'zustand'],
  },
  // Words for codes need the closed unions, never the code behind them; the words that reports print are the screens' words too.
  {
    name: 'renderer/text',
    at: ['src-renderer/text/'],
    may: ['core/reports'],
    types: ['core/*'],
    npm: ['i18next', 'react-i18next'],
  },
  {
    name: 'renderer/ui',
    at: ['src-renderer/ui/'],
    // core/lib: what is pasted is cleaned by the rule that cleans files.
    may: ['renderer/text', 'core/lib'],
    types: ['core/*'],
    npm: SCREEN_PACKAGES,
  },
  ...VERBS.map((verb): Room => ({
    name: `renderer/features/${verb}`,
    at: [`src-renderer/features/${verb}/`],
    may: ['renderer/services', 'renderer/session', 'renderer/ui', 'renderer/text', 'core/*'],
    types: ['renderer/desk'],
    npm: [...SCREEN_PACKAGES, ...(OWN_PACKAGES[verb] ?? [])],
  })),
  {
    name: 'renderer/app',
    at: ['src-renderer/app/', 'src-renderer/main.ts'],
    may: ['renderer/*', 'core/*'],
    npm: SCREEN_PACKAGES,
  },
]
