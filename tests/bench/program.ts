/** What run.mjs needs, in one file that vite can build for Node. */
export { chromiumVersion, machine, measure } from './bench.ts'
export { printTable, rowsOf } from './table.ts'
