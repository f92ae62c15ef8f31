/** What a picture is taken in. To add one: a line here; its name is the folder of its pictures. */
export type Frame = {
  readonly name: string
  readonly language: 'zh-CN' | 'en'
  readonly width: number
  readonly height: number
  readonly large?: true
}

const OFFICE = { width: 1366, height: 768 }
const WIDE = { width: 1920, height: 1080 }

export const FRAMES: readonly Frame[] = [
  { name: 'zh-1366', language: 'zh-CN', ...OFFICE },
  { name: 'en-1366', language: 'en', ...OFFICE },
  { name: 'zh-large', language: 'zh-CN', ...OFFICE, large: true },
  { name: 'en-large', language: 'en', ...OFFICE, large: true },
  { name: 'zh-1920', language: 'zh-CN', ...WIDE },
  { name: 'en-1920', language: 'en', ...WIDE },
]

/** The two that README.zh-CN.md and README.md show. */
export const README_FRAMES: readonly string[] = ['zh-1366', 'en-1366']
