/** What the window may not do: each policy with an attempt that would succeed without it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktopPlace } from './desktop-place.ts'
import type { DesktopProgram } from './desktop-program.ts'

const on = await desktopPlace()
let program: DesktopProgram
let page: Page
const refusedByPolicy: string[] = []

/** Somebody else's server on this computer: whoever reaches it has left the program. */
const reached: string[] = []
const other = createServer((request, response) => {
  reached.push(request.url ?? '')
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('<h1>elsewhere</h1>')
})
let elsewhere = ''

const watch = (context: BrowserContext): void => {
  context.on(
    'requestfailed',
    (request) => void refusedByPolicy.push(`${request.failure()?.errorText} ${request.url()}`),
  )
}

beforeAll(async () => {
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  program = await on.start({ watch })
  page = program.page
  await page.getByLabel('站名').waitFor()
})
afterAll(() => void other.close())

const isHere = async (): Promise<void> => {
  expect(page.url()).toMatch(`${program.origin}/`)
  await page.getByLabel('站名').waitFor()
}

test('the page is in the sandbox, without Node', async () => {
  const { options } = await program.ask<{ options: { webPreferences: object } }>('window')
  expect(options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  })
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis)),
  ).toEqual([])
})

test('a link and a script lead nowhere', async () => {
  for (const go of [
    (to: string) => location.assign(to),
    (to: string) => {
      const link = Object.assign(document.createElement('a'), { href: to })
      document.body.append(link)
      link.click()
      link.remove()
    },
  ]) {
    await page.evaluate(go, `${elsewhere}/navigation`)
    await expect.poll(() => refusedByPolicy.filter((line) => line.includes('/navigation')).length).toBeGreaterThan(0)
    refusedByPolicy.length = 0
    await isHere()
  }
  expect(reached).toEqual([])
})

test('no second window', async () => {
  expect(await page.evaluate((to) => window.open(to) === null, `${elsewhere}/window`)).toBe(true)
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, target: '_blank', rel: 'opener' })
    document.body.append(link)
    link.click()
    link.remove()
  }, `${program.origin}/`)
  await expect.poll(() => program.context.pages().length).toBe(1)
  expect(reached).toEqual([])
  await isHere()
})

test('no request to anywhere else, even without the content policy', async () => {
  const image = (to: string): Promise<string> =>
    page.evaluate(
      (url) =>
        new Promise<string>((done) => {
          const picture = new Image()
          picture.onload = () => done('loaded')
          picture.onerror = () => done('refused')
          picture.src = url
        }),
      to,
    )
  expect(await image(`${elsewhere}/picture`)).toBe('refused')
  expect(
    await page.evaluate(
      (to) =>
        fetch(to).then(
          () => 'fetched',
          () => 'refused',
        ),
      `${elsewhere}/fetch`,
    ),
  ).toBe('refused')
  const cdp = await program.context.newCDPSession(page)
  await cdp.send('Page.setBypassCSP', { enabled: true })
  await page.reload()
  await isHere()
  refusedByPolicy.length = 0
  expect(await image(`${elsewhere}/picture`)).toBe('refused')
  expect(
    await page.evaluate(
      (to) =>
        fetch(to).then(
          () => 'fetched',
          () => 'refused',
        ),
      `${elsewhere}/fetch`,
    ),
  ).toBe('refused')
  expect(refusedByPolicy).toEqual([
    expect.stringMatching(`BLOCKED_BY_CLIENT.* ${elsewhere}/picture`),
    expect.stringMatching(`BLOCKED_BY_CLIENT.* ${elsewhere}/fetch`),
  ])
  expect(reached).toEqual([])
  await cdp.send('Page.setBypassCSP', { enabled: false })
  await page.reload()
  await isHere()
})

test('the content policy reaches the page with a fresh nonce each time', async () => {
  const nonces = []
  for (let n = 0; n < 2; n++) {
    const answer = await page.reload()
    const policy = (await answer!.allHeaders())['content-security-policy']!
    expect(policy).toMatch(/default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'/)
    nonces.push(/'nonce-([^']+)'/.exec(policy)![1])
  }
  expect(new Set(nonces).size).toBe(2)
  await isHere()
})

test('no permission is granted', async () => {
  const names = ['notifications', 'clipboard-read', 'geolocation', 'camera', 'midi']
  const states = await page.evaluate(
    async (all) =>
      await Promise.all(
        all.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      ),
    names,
  )
  expect(states).toEqual(names.map(() => 'denied'))
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
})

test('a dropped file changes nothing', async () => {
  const file = join(on.place, 'dropped.html')
  await writeFile(file, '<h1>dropped</h1>')
  const cdp = await program.context.newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  await cdp.detach()
  await isHere()
  expect(program.context.pages()).toHaveLength(1)
})

test('the host answers our page only, known methods only, and parameters of the right shape', async () => {
  const call = (method: string, params: unknown) =>
    page.evaluate(([name, given]) => linwuHost!.call(name as 'state', given as never), [method, params] as const)
  const bad = { ok: false, error: 'bad-request' }
  expect(await call('state', [])).toMatchObject({ ok: true, value: { edition: 'desktop', folder: on.folder } })
  for (const [method, params] of [
    ['close', []],
    ['__proto__', []],
    ['constructor', []],
    ['state', ['more']],
    ['state', 'none'],
    ['append', ['x'.repeat(32), 0, 'text']],
    ['readSegment', [`${'0'.repeat(31)}/`, 0, 1]],
    ['putDraft', ['../escape', new Uint8Array(1)]],
    ['saveFile', ['', new Uint8Array(1)]],
    ['reveal', [{}]],
    ['tellDue', [{ overdue: -1, today: 0 }]],
    ['tellDue', [{ overdue: 1, today: 0, names: ['王素兰'] }]],
    ['tellLanguage', ['fr']],
    ['setDesktopSettings', [{ tray: 'yes', notify: true }]],
  ] as const)
    expect([method, params, await call(method, params)]).toEqual([method, params, bad])

  // Past the preload, straight to the channel: what its own check would not let through is refused behind it as well.
  const raw = (frame: Page | ReturnType<Page['frames']>[number], message: unknown): Promise<unknown> =>
    frame.evaluate(async (body) => {
      const invoke = (globalThis as unknown as { electronCall: (text: string) => Promise<string> }).electronCall
      return JSON.parse(await invoke(JSON.stringify({ channel: 'linwu:host', args: [body] }))) as unknown
    }, message)
  expect(await raw(page, { method: 'state', params: [] })).toMatchObject({ value: { ok: true } })
  for (const message of [
    null,
    7,
    'state',
    {},
    { method: 7, params: [] },
    { method: 'state', params: {} },
    { method: 'close', params: [] },
  ])
    expect([message, await raw(page, message)]).toEqual([message, { ok: true, value: bad }])

  // A frame inside our page has our address or none, and is still not our page.
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.name = 'foreign'
    document.body.append(frame)
  })
  const foreign = page.frame('foreign')!
  expect(await raw(foreign, { method: 'state', params: [] })).toEqual({ ok: true, value: bad })
  expect(await foreign.evaluate(() => 'linwuHost' in globalThis)).toBe(false)
})

test('what the preload offers cannot be changed, and signals of other names are not heard', async () => {
  expect(await page.evaluate(() => Object.keys(linwuHost!))).toEqual(['call', 'onSignal'])
  expect(await page.evaluate(() => Object.isFrozen(linwuHost))).toBe(true)
  const heard = await page.evaluate(() => {
    const names: string[] = []
    linwuHost!.onSignal((signal) => names.push(signal))
    const send = (globalThis as unknown as { electronSend: (channel: string, args: unknown[]) => void }).electronSend
    for (const args of [['erase'], ['__proto__'], [{}], [], ['lock']]) send('linwu:signal', args)
    send('linwu:other', ['lock'])
    return names
  })
  expect(heard).toEqual(['lock'])
})
