/** What run.mjs needs, in one file that vite can build for Node. */
export { chromiumVersion, machine, measure } from './bench.ts'
export { fillForScroll, scrollStation } from './scroll.ts'
export { printTable, rowsOf, scrollRows } from './table.ts'
