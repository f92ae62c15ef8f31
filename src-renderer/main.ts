/** As little as can be: the worker, the words and the window's own code are fetched at once, each on its way. */
import { startDeskWorker } from './services/desk-worker.ts'
import { loadWords, remembered } from './text/words.ts'

const worker = startDeskWorker()
const words = loadWords(remembered())
void import('./app/start.tsx').then(({ start }) => start(worker, words))
