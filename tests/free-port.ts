import { createServer, type AddressInfo } from 'node:net'

/** A port that nobody listens on, for a program that keeps it from start to start. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
