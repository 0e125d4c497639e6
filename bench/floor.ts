import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

import pg from 'pg'

import type { Plan } from './plan.ts'

// What Node.js and PostgreSQL give with nothing between them: no framework, no checks, no sealing,
// but the same prepared statements in the same order with values of the same size.

const [planFile = '', port = '0'] = process.argv.slice(2)
const plan: Plan = JSON.parse(readFileSync(planFile, 'utf8'))
const pool = new pg.Pool({
  connectionString: plan.url,
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

createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const [, scenario = ''] = (request.url ?? '').split('/')
  const values = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  try {
    const rows = await replay(scenario, values)
    const text = JSON.stringify({ items: rows })
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
}).listen(Number(port), '127.0.0.1')
