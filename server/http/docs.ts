import type { Endpoint } from '#contract/endpoint'

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const WHO = ({ access }: Endpoint) =>
  access === 'anyone' ? '无需登录' : access === 'signed_in' ? '需登录' : `限 ${access.join('、')}`

const row = (endpoint: Endpoint) =>
  `<tr><td><code>${endpoint.method}</code></td><td><code>/api${safe(endpoint.path)}</code></td><td>${safe(endpoint.summary)}</td><td>${safe(WHO(endpoint))}</td><td>${endpoint.status}</td></tr>`

/** What `/api/openapi.json` says, as a table for people. */
export const docsPage = (endpoints: readonly Endpoint[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>邻法 API</title>
<style>body{font:16px/1.6 system-ui,sans-serif;color:#1b2430;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #e4e8ee;vertical-align:top}
code{font-size:.9em}a{color:#124a80}div{overflow-x:auto}</style></head>
<body><h1>邻法 API</h1><p>完整的字段说明见 <a href="/api/openapi.json">OpenAPI 3.1 文件</a>。出错时返回 RFC 9457 的 <code>application/problem+json</code>。</p>
<div tabindex="0"><table><thead><tr><th>方法</th><th>地址</th><th>用途</th><th>谁可以用</th><th>成功</th></tr></thead><tbody>
${endpoints.map(row).join('\n')}
</tbody></table></div></body></html>`
