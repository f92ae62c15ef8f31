import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startDesktopNews } from './app/desktop-news.ts'
import { startLargePrint } from './app/large-print.ts'
import { startRefusingDrops } from './app/refuse-drops.ts'
import { startServices } from './app/services.ts'
import { startText } from './text/text.ts'
import { startCleanInput } from './ui/clean-input.ts'
import { startKeys } from './ui/keys.ts'
import './ui/base.css'
import './app/app.css'

startText()
startLargePrint()
startKeys()
startCleanInput()
startRefusingDrops()
const services = startServices()
startDesktopNews(services)
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
)
void services.reconnect(false)
