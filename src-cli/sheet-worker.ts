/** Reads one spreadsheet away from the program, so that a hostile file costs a thread and not the work of the day. */
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { SheetJob } from './read-sheet.ts'

const { bytes, name } = workerData as SheetJob
parentPort!.postMessage(readSheet(bytes, name), [])
