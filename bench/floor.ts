import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import pg from 'pg'

import type { Plan } from './plan.ts'

// What Node.js and PostgreSQL give with nothing between them: no framework, no checks, no sealing,
// but the same prepared statements in the same order with values of the same size.

const [planFile = '', port = '0'] = process.argv.slice(2)
const plan: Plan = JSON.parse(readFileSync(planFile, 'utf8'))
/** Values stay as PostgreSQL writes them: nothing is cheaper. */
const types = { getTypeParser: () => (text: string) => text }
const pool = new pg.Pool({
  connectionString: plan.url,
  types,
  max: 10,
  options: '-c TimeZone=Asia/Shanghai -c DateStyle=ISO',
})

const bytes = (value: unknown) =>
  typeof value === 'string' && value.startsWith('hex:') ? Buffer.from(value.slice(4), 'hex') : value

async function replay(scenario: string, values: Record<string, string>): Promise<unknown[]> {
  let rows: unknown[] = []
  const client = await pool.connect()
  try {
    for (const { name, text, values: recorded } of plan.scenarios[scenario] ?? []) {
      const filled = recorded.map((value) =>
        bytes(typeof value === 'string' ? (values[value] ?? value) : value),
      )
      const result = name ? await client.query({ name, text, values: filled }) : await client.query(text)
      if (result.rows?.length) rows = result.rows
    }
    return rows
  } finally {
    client.release()
  }
}

const bodyOf = (request: IncomingMessage) =>
  new Promise<Record<string, string>>((done) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => done(JSON.parse(text)))
  })

const NOTHING: Record<string, string> = {}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const scenario = (request.url ?? '').slice(1)
  const rows = await replay(scenario, request.method === 'POST' ? await bodyOf(request) : NOTHING)
  const text = JSON.stringify({ items: rows })
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error}\n`)
    response.writeHead(500).end()
  })
}).listen(Number(port), '127.0.0.1')
