import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

import type { Endpoint } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import { docsPage } from './docs.ts'
import type { Web } from './web.ts'

const schemaOf = (schema: GenericSchema, typeMode: 'input' | 'output') => {
  const { $schema, ...rest } = toJsonSchema(schema, { typeMode, errorMode: 'ignore' })
  return rest
}

const json = (schema: GenericSchema, typeMode: 'input' | 'output') => ({
  content: { 'application/json': { schema: schemaOf(schema, typeMode) } },
})

const pathParameters = ({ path }: Endpoint) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters({ query }: Endpoint) {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '同一次提交重试时用同一个值，得到同一个结果',
  schema: { type: 'string', maxLength: 200 },
}

const problem = {
  description: '出错（RFC 9457）',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const operation = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[/:-]+(\w)/g, (_, letter) => letter.toUpperCase())}`,
  security: endpoint.access === 'anyone' ? [] : [{ session: [] }],
  parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...(endpoint.keyed ? [KEY] : [])],
  ...(endpoint.body && { requestBody: { required: true, ...json(endpoint.body, 'input') } }),
  responses: {
    [endpoint.status]: { description: '成功', ...(endpoint.reply && json(endpoint.reply, 'output')) },
    default: problem,
  },
})

/** OpenAPI 3.1 of everything mounted. */
export function describe(mounted: readonly Endpoint[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of mounted) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '邻法 API',
      version: '0.1.0',
      description: '公共法律服务：热线预约、村法律顾问、法律援助、人民调解',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}

export function mountDescription(web: Web): void {
  const description = describe(web.mounted)
  const page = docsPage(web.mounted)
  web.hono.get('/api/openapi.json', (http) => http.json(description))
  web.hono.get('/api/docs', (http) => http.html(page))
}
