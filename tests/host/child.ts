/** Real child processes for tests that kill: the script is bundled once, because Node 20 does not run TypeScript. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import { tempFolder } from './temp-folder.ts'

/** `script`: a file beside this one. Answers a function that starts it with arguments. */
export async function bundledChild(script: string): Promise<(...args: readonly string[]) => ChildProcess> {
  const folder = await tempFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, script),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return (...args) =>
    spawn(process.execPath, [join(folder, 'child.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Calls `take` with each line of standard output; resolves when the process has ended. */
export function lines(child: ChildProcess, take: (line: string) => void): Promise<void> {
  let rest = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    for (const line of parts) take(line)
  })
  return new Promise((done) => child.on('close', () => done()))
}
