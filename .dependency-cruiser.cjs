/** Imports run one way only: pages → store → services → contract → domain ← contract ← server. */
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    layer(
      'domain-is-pure',
      '^src/domain/',
      '^(src/(?!domain/)|server/|tests/|bench/|tools/)',
      'the rules know nothing of the world',
    ),
    {
      name: 'domain-has-no-framework',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['npm', 'core'], pathNot: 'node_modules/(dayjs|chinese-days)/' },
    },
    {
      name: 'dayjs-only-in-day',
      severity: 'error',
      from: { path: '^src/(?!domain/day\\.ts)|^server/' },
      to: { path: 'node_modules/dayjs/' },
    },
    layer('contract-knows-domain-only', '^src/contract/', '^(src/(?!contract/|domain/)|server/)'),
    layer('services-know-contract', '^src/services/', '^(src/(store|components|pages)/|server/)'),
    layer('store-knows-services', '^src/store/', '^(src/(components|pages)/|server/)'),
    layer('components-are-props-in-events-out', '^src/components/', '^(src/(store|services|pages)/|server/)'),
    layer('pages-never-know-the-server', '^src/pages/', '^server/'),
    layer('server-never-knows-the-client', '^server/', '^src/(services|store|components|pages)/'),
    layer(
      'only-http-knows-the-framework',
      '^server/(?!app\\.ts|http/|main\\.ts|start\\.ts)',
      'node_modules/(hono|@hono)/',
    ),
    {
      name: 'slices-do-not-import-each-other',
      comment: 'who is calling is everybody’s question',
      severity: 'error',
      from: { path: '^server/(session|regions|hotline|advisers|legal-aid|mediation|notices|admin)/' },
      to: {
        path: '^server/(session|regions|hotline|advisers|legal-aid|mediation|notices|admin)/',
        pathNot: '^server/($1/|session/authenticate\\.ts)',
      },
    },
    {
      name: 'client-slices-do-not-import-each-other',
      severity: 'error',
      from: {
        path: '^src/pages/(hotline|advisers|adviser-desk|legal-aid|legal-aid-desk|mediation|mediation-desk|desk)/',
      },
      to: {
        path: '^src/pages/(hotline|advisers|adviser-desk|legal-aid|legal-aid-desk|mediation|mediation-desk|desk)/',
        pathNot: '^src/pages/$1/',
      },
    },
    layer('nobody-imports-tests', '^(src|server|bench|tools)/', '^tests/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
