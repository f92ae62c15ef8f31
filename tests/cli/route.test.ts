import { describe, expect, it } from 'vitest'
import type { Command } from '#core/commands.ts'
import { inStation, LONG, linwu, newStation } from './program.ts'

const provider = (name: string, more: object = {}): Command => ({
  name: 'save-provider',
  input: { name, kind: 'life-service', phone: '10000000001', serviceType: 'market', funding: '', services: '', hours: '', area: '', contact: '', ...more },
}) // prettier-ignore

describe('linwu route DIR CASE --json', () => {
  it('gives the ranking with reasons, who was left out and why, and what was tried', { timeout: LONG }, async () => {
    const station = await newStation()
    await inStation(station.dir, station.key, async ({ keeper }) => {
      const commands: readonly Command[] = [
        {
          name: 'receive-case',
          input: {
            requestKind: 'help',
            channel: 'phone',
            urgency: 'general',
            title: '水管漏水',
            text: '厨房',
            requesterName: '张一甲',
            requesterPhone: '',
            anonymous: false,
            place: '',
            category: '',
            serviceType: 'market',
          },
        },
        provider('甲店', { services: '开锁' }),
        provider('乙店', { services: '水管、电路' }),
        provider('丙店', { services: '水管', stopped: true }),
      ]
      for (const command of commands) expect(JSON.stringify(await keeper.run(command))).toContain('"ok":true')
    })
    const number = (await linwu('list', station.dir, ...station.key, '--json')).json.cases[0]!.number
    const { code, json } = await linwu('route', station.dir, number.toLowerCase(), ...station.key, '--json')
    expect(code).toBe(0)
    expect(json).toMatchObject({
      number,
      serviceType: 'market',
      fitting: 'market',
      steps: [{ serviceType: 'market', fits: 2, sentence: '市场服务：2 家合适' }, {}, {}],
      candidates: [
        {
          rank: 1,
          name: '乙店',
          sentence: expect.stringContaining('服务项目里有“水管”'),
          unknown: expect.stringContaining('名额'),
        },
        { rank: 2, name: '甲店' },
      ],
      excluded: [{ name: '丙店', why: 'closed-down', sentence: '已停办' }],
    })
    const lines = (await linwu('route', station.dir, number, ...station.key, '--lang', 'en')).out
    expect(lines).toMatch(/Market: 2 fit[^]*1 {2}乙店[^]*lists “水管”[^]*丙店 {2}closed down/)
    const unknown = await linwu('route', station.dir, 'S0012-A-2026-99999', ...station.key)
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('S0012-A-2026-99999')])
  })
})
