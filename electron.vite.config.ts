import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type MainViteConfig, type PreloadViteConfig, type RendererViteConfig } from 'electron-vite'

/** build/ensure-built.mjs builds beside `out` and renames, so that a program that runs never sees half a build. */
const out = resolve(process.env['LINWU_OUT'] ?? 'out')

/**
 * The Node programs. Each becomes out/main/<name>.js with everything in it but electron and Node's own modules.
 * To add one: a line here.
 */
const programs = {
  index: 'src-main/index.ts',
  linwu: 'src-cli/linwu.ts',
  serve: 'src-cli/serve.ts',
  'sheet-worker': 'src-cli/sheet-worker.ts',
}

const present = (entries: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)))

/** Electron 45 carries Node 24, but `linwu` and the browser edition promise Node 20.19. */
const nodeTarget = 'node20.19'

const main: MainViteConfig = {
  // fflate's Node entry makes its own `require`, which collides with the one electron-vite puts into every ES module. The other
  // entry is the same code without its worker threads, which nothing here uses.
  resolve: { alias: { fflate: resolve('node_modules/fflate/esm/browser.js') } },
  build: {
    outDir: join(out, 'main'),
    target: nodeTarget,
    sourcemap: false,
    externalizeDeps: false,
    rolldownOptions: {
      input: present(programs),
      // No folder for chunks: import.meta.dirname is out/main wherever a module lands.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}

const preload: PreloadViteConfig = {
  build: {
    outDir: join(out, 'preload'),
    target: nodeTarget,
    sourcemap: false,
    externalizeDeps: false,
    rolldownOptions: {
      input: present({ preload: 'src-main/preload.ts' }),
      // A sandboxed preload can load only CommonJS, and only one file.
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
}

const renderer: RendererViteConfig = {
  root: 'src-renderer',
  // Shipped as they are, beside the page.
  publicDir: resolve('resources'),
  plugins: [react()],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    sourcemap: false,
    minify: true,
    // Chunks are cut at every lazy screen; the limit only silences a remark about antd's share.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: 'src-renderer/index.html',
      output: {
        codeSplitting: {
          // What every screen needs and what changes least; antd is left to be cut by use.
          groups: [{ name: 'react', test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
}

/** Rooms are built one after the other; a part without an entry file is left out of the build. */
export default defineConfig({
  ...(Object.keys(present(programs)).length > 0 && { main }),
  ...(existsSync('src-main/preload.ts') && { preload }),
  ...(existsSync('src-renderer/index.html') && { renderer }),
})
