import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** How a stand-in misbehaves until it is told otherwise. */
export type Mood = 'well' | 'silent' | 'nonsense' | 'endless' | 'broken' | 'gone' | 'elsewhere'

export type Asked = { url: URL; headers: IncomingMessage['headers']; text: string }

/** A real HTTP server in the place of a provider: real sockets, real waiting, real rubbish. */
export async function standIn(answer: (asked: Asked) => unknown) {
  const state: { mood: Mood; asked: Asked[] } = { mood: 'well', asked: [] }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const asked = { url, headers: request.headers, text: Buffer.concat(chunks).toString() }
    state.asked.push(asked)
    MOODS[state.mood](response, () => answer(asked))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    base: `http://127.0.0.1:${port}`,
    state,
    async stop() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

const MOODS: Record<Mood, (response: ServerResponse, answer: () => unknown) => void> = {
  well: (response, answer) => void response.end(JSON.stringify(answer())),
  silent: () => undefined,
  nonsense: (response) => response.end('<html>登录</html>'),
  endless: (response) => response.end(JSON.stringify('长'.repeat(100_000))),
  broken: (response) => response.writeHead(502).end('[]'),
  gone: (response) => response.destroy(),
  elsewhere: (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
}
