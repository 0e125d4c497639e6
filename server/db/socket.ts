import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Trouble } from '../trouble.ts'
import type { Cluster } from './cluster.ts'

/** Where a server is reached, and the settings that make it listen there. */
export type Listening = { url: string; settings: readonly string[] }

/** A socket in the data folder needs no port; Windows, where the driver knows no such sockets, takes a free one. */
export async function listening(cluster: Cluster): Promise<Listening> {
  if (process.platform === 'win32') return onPort(await freePort())
  const dir = socketDir(cluster)
  return {
    url: `postgresql:///postgres?host=${encodeURIComponent(dir)}&user=postgres`,
    settings: ['listen_addresses=', `unix_socket_directories=${dir}`],
  }
}

const onPort = (port: number): Listening => ({
  url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
  settings: ['listen_addresses=127.0.0.1', `port=${port}`],
})

/** The fourth line of postmaster.pid is the port of the server that runs. */
export const urlOfRunning = ({ data }: Cluster, url: string): string =>
  process.platform === 'win32'
    ? onPort(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3])).url
    : url

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The system allows about 100 bytes for the path of a socket, its file name included. */
const LONGEST = 85

function socketDir({ data, user }: Cluster): string {
  if (Buffer.byteLength(data) <= LONGEST && !/[,"']/.test(data)) return data
  const dir = join(tmpdir(), `linfa-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  if (mkdirSync(dir, { recursive: true, mode: 0o700 }) && user) chownSync(dir, user.uid, user.gid)
  if (statSync(dir).uid !== (user?.uid ?? process.getuid?.()))
    throw new Trouble(`the folder ${dir} belongs to another user: remove it`)
  return dir
}
