import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })

const requests = new Histogram({
  name: 'linfa_http_request_seconds',
  help: 'Time to answer a request, by route of the contract and status.',
  labelNames: ['route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

export const observe = (route: string, status: number, ms: number): void =>
  requests.labels(route, String(status)).observe(ms / 1000)
