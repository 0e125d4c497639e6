import { Agent, request } from 'node:http'

export type Shot = { method: string; path: string; headers?: Record<string, string>; body?: string }
export type Result = { perSecond: number; p50: number; p99: number; failures: number }

const fire = (agent: Agent, port: number, { method, path, headers, body }: Shot) =>
  new Promise<number>((done, fail) => {
    const sent = request(
      { agent, host: '127.0.0.1', port, method, path, headers: headers ?? {} },
      (response) => {
        response.resume()
        response.once('end', () => done(response.statusCode ?? 0))
      },
    )
    sent.once('error', fail)
    sent.end(body)
  })

/** Keeps `clients` requests in flight for `ms` milliseconds. */
export async function load(port: number, next: () => Shot, clients: number, ms: number): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  let failures = 0
  const began = performance.now()
  const client = async () => {
    while (performance.now() - began < ms) {
      const start = performance.now()
      const status = await fire(agent, port, next()).catch(() => 0)
      times.push(performance.now() - start)
      if (status < 200 || status >= 300) failures += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failures }
}
