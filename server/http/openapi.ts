import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

import type { Endpoint } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import { docsPage } from './docs.ts'
import { headersFor } from './headers.ts'
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

const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, name: { type: 'string' } },
}
const BYTES = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } }

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
  ...(endpoint.upload && {
    requestBody: { required: true, content: { 'multipart/form-data': { schema: FILE } } },
  }),
  responses: {
    [endpoint.status]: {
      description: '成功',
      ...(endpoint.reply && json(endpoint.reply, 'output')),
      ...(endpoint.download && BYTES),
    },
    default: problem,
  },
})

/** A step of a case: its name, what it is called, and what it takes besides `version`, for each kind that has it. */
export type Step = { action: string; words: string; body: GenericSchema }

const stepPath = (base: Endpoint, { action }: Step) => ({
  ...base,
  path: base.path.replace(':action', action),
})

/** Every step as an address of its own: what `:action` stands for. */
function describeSteps(base: Endpoint, steps: readonly Step[]): Record<string, unknown> {
  const paths: Record<string, unknown> = {}
  for (const action of new Set(steps.map((step) => step.action))) {
    const same = steps.filter((step) => step.action === action)
    const [first] = same
    if (!first || !base.body) continue
    const version = schemaOf(base.body, 'input')
    const schema = { allOf: [version, { anyOf: same.map(({ body }) => schemaOf(body, 'input')) }] }
    const content = { 'application/json': { schema } }
    const said = { ...operation(stepPath(base, first)), summary: first.words }
    paths[outwardPath(stepPath(base, first))] = {
      post: { ...said, requestBody: { required: true, content } },
    }
  }
  return paths
}

const outwardPath = ({ path }: Pick<Endpoint, 'path'>) => `/api${path.replace(/:(\w+)/g, '{$1}')}`

/** OpenAPI 3.1 of everything mounted. */
export function describe(mounted: readonly Endpoint[], steps: readonly Step[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of mounted) {
    const path = outwardPath(endpoint)
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  const act = mounted.find(({ path }) => path.endsWith('/actions/:action'))
  if (act) Object.assign(paths, describeSteps(act, steps))
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

export function mountDescription(web: Web, steps: readonly Step[]): void {
  const description = describe(web.mounted, steps)
  const page = docsPage(web.mounted)
  web.hono.get('/api/openapi.json', (http) =>
    http.json(description, 200, headersFor(http, 'application/json; charset=utf-8')),
  )
  web.hono.get('/api/docs', (http) => http.html(page, 200, headersFor(http, 'text/html; charset=utf-8')))
}
