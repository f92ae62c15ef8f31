/** Everything that the window starts once, and the first render. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { DeskWorker } from '../services/desk-worker.ts'
import { addRest, startText } from '../text/text.ts'
import type { Words } from '../text/words.ts'
import { startCleanInput } from '../ui/clean-input.ts'
import { startKeys } from '../ui/keys.ts'
import { App } from './app.tsx'
import { startDesktopNews } from './desktop-news.ts'
import { startLargePrint } from './large-print.ts'
import { startRefusingDrops } from './refuse-drops.ts'
import { startServices } from './services.ts'
import '../ui/base.css'
import './app.css'

export async function start(worker: DeskWorker, words: Promise<Words>): Promise<void> {
  const services = startServices(worker)
  void services.reconnect(false)
  startText(await words)
  startLargePrint()
  startKeys()
  startCleanInput()
  startRefusingDrops()
  startDesktopNews(services)
  createRoot(document.querySelector('#root')!).render(
    <StrictMode>
      <App services={services} />
    </StrictMode>,
  )
  // What today's list opens in place (forms, menus) speaks them too.
  requestIdleCallback(() => void addRest().catch(() => undefined))
}
