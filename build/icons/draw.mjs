/**
 * `node build/icons/draw.mjs`: resources/icon.svg as PNGs for Linux, as icon.ico for Windows and as resources/icon.png for the
 * window and the tray. The results are committed; run it when the drawing changes. Needs Chromium (CHROMIUM, or on the PATH).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const ROOT = resolve(import.meta.dirname, '../..')
/** Folders of the hicolor theme that desktops look into. To add one: a line here. */
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
/** What Windows shows from list view at 100 % to large tiles at 200 %. */
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Window icon and tray. */
const WINDOW_SIZE = 256

const executablePath =
  process.env.CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path))
if (executablePath === undefined) {
  console.error('没有 Chromium · No Chromium: set CHROMIUM to its path')
  process.exit(1)
}

const drawing = `data:image/svg+xml;base64,${readFileSync(join(ROOT, 'resources/icon.svg')).toString('base64')}`
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'],
})
const page = await browser.newPage()

/** Each size drawn by itself: a reduced picture of 256 pixels is grey mud at 16. */
const draw = async (size) => {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<body style="margin:0;background:transparent"><img src="${drawing}" width="${size}" height="${size}" style="display:block">`,
  )
  return page.screenshot({ omitBackground: true })
}

/** Red, green, blue and alpha of each pixel, from the upper left. */
const pixels = async (png) =>
  Buffer.from(
    await page.evaluate(
      async (source) => {
        const image = await createImageBitmap(await (await fetch(source)).blob())
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
        context.drawImage(image, 0, 0)
        return Array.from(context.getImageData(0, 0, image.width, image.height).data)
      },
      `data:image/png;base64,${png.toString('base64')}`,
    ),
  )

/**
 * A device-independent bitmap as icons carry it: 40 bytes of header with twice the height, BGRA from the lower left, then the
 * mask of one bit a pixel in rows of 32 bits. The mask stays 0: alpha decides.
 */
const bitmap = (size, rgba) => {
  const header = Buffer.alloc(40)
  header.writeUInt32LE(40, 0)
  header.writeInt32LE(size, 4)
  header.writeInt32LE(size * 2, 8)
  header.writeUInt16LE(1, 12)
  header.writeUInt16LE(32, 14)
  const rows = []
  for (let y = size - 1; y >= 0; y -= 1)
    for (let x = 0; x < size; x += 1) {
      const at = (y * size + x) * 4
      rows.push(rgba[at + 2], rgba[at + 1], rgba[at], rgba[at + 3])
    }
  return Buffer.concat([header, Buffer.from(rows), Buffer.alloc(Math.ceil(size / 32) * 4 * size)])
}

/** 256 pixels as PNG, as Windows wants it; below that bitmaps, which every reader of icons knows. */
const icoImage = async (size) => {
  const png = await draw(size)
  return size >= 256 ? png : bitmap(size, await pixels(png))
}

/** Header (6 bytes), one entry of 16 bytes per picture, then the pictures. 0 stands for 256. */
const ico = (images) => {
  const directory = Buffer.alloc(6 + images.length * 16)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(images.length, 4)
  let offset = directory.length
  for (const [index, { size, bytes }] of images.entries()) {
    const at = 6 + index * 16
    directory.writeUInt8(size % 256, at)
    directory.writeUInt8(size % 256, at + 1)
    directory.writeUInt16LE(1, at + 4)
    directory.writeUInt16LE(32, at + 6)
    directory.writeUInt32LE(bytes.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  }
  return Buffer.concat([directory, ...images.map((image) => image.bytes)])
}

for (const size of PNG_SIZES) writeFileSync(join(import.meta.dirname, `${size}x${size}.png`), await draw(size))
writeFileSync(join(ROOT, 'resources/icon.png'), await draw(WINDOW_SIZE))
const images = []
for (const size of ICO_SIZES) images.push({ size, bytes: await icoImage(size) })
writeFileSync(join(import.meta.dirname, 'icon.ico'), ico(images))
await browser.close()
