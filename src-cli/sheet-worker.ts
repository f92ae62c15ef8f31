/** Reads one spreadsheet away from the program, so that a hostile file costs a thread and not the work of the day. */
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet, readSheets } from '#core/sheet/read-sheet.ts'
import type { SheetJob } from './read-sheet.ts'

const { bytes, name, most } = workerData as SheetJob
parentPort!.postMessage(most === undefined ? readSheet(bytes, name) : readSheets(bytes, name, most), [])
