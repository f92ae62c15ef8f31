/** The stand-in as one file that Node can load: bundled once per run, because Node 20 does not run TypeScript. */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Inside the project, so that it finds playwright-core. */
const FOLDER = resolve(import.meta.dirname, '../../.cache/stand-in')

/** Answers its file URL. */
export async function buildStandIn(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { external: ['playwright-core'] },
    build: {
      ssr: join(import.meta.dirname, 'stand-in/electron.ts'),
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'node20',
      minify: false, // installPreload travels as its own source text
      rolldownOptions: { output: { entryFileNames: 'electron.mjs' } },
    },
  })
  return pathToFileURL(join(FOLDER, 'electron.mjs')).href
}

export const CANNOT_PROVE =
  'the stand-in runs the real built main process and preload on a real Chromium; it cannot prove: the privileges of app:// in ' +
  "Electron, the preload's separate world and the sandbox, safeStorage, fuses, the speed of IPC, what real menus, trays, " +
  'notifications and dialogs look like (npm run check:electron uses the real binary)'
