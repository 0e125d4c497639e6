import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { mountStatic } from '../../server/http/static.ts'
import { inProject } from './artefacts.ts'
import { startServer, type TestServer } from './server.ts'

export type Service = TestServer & { address: string }

const portOf = (address: AddressInfo | string | null) =>
  typeof address === 'object' ? address?.port : undefined

/** The server of one test file on a port of its own, with the web page: for phones and browsers. */
export const openService = async (more: Readonly<Record<string, string>> = {}): Promise<Service> => {
  const server = await startServer(more)
  mountStatic(server.web, inProject('dist/h5'))
  const listening = serve({ fetch: server.web.hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => listening.once('listening', resolve))
  const stop = async () => {
    if ('closeAllConnections' in listening) listening.closeAllConnections()
    await new Promise((resolve) => listening.close(resolve))
    await server.stop()
  }
  return { ...server, address: `http://127.0.0.1:${portOf(listening.address())}`, stop }
}
