/** `node --import loader.mjs program`: whoever imports `electron` gets the stand-in that LINWU_STAND_IN names (a file URL). */
import { register } from 'node:module'

const hook = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${JSON.stringify(process.env.LINWU_STAND_IN)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
