import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startServices } from './app/services.ts'
import { startText } from './text/text.ts'
import { startKeys } from './ui/keys.ts'
import './ui/base.css'
import './app/app.css'

startText()
startKeys()
const services = startServices()
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
)
void services.reconnect(false)
