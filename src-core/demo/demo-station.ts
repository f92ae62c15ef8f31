/** The demo station: invented from end to end. Its password is no secret, so that the page can open it by itself. */
export const DEMO_PASSWORD = 'linwu-demo'
/** The same seed and day give the same station. */
export const DEMO_SEED = 20_260_401

export const DEMO_STATION = {
  name: '槐树里社区服务站（演示）',
  /** No community has this code: the district part 99 is not given out. */
  code: '119900000000',
  short: 'S9999',
  letter: 'A',
  userName: '演示员',
} as const
