// One project per tier of proof. tests/run.ts runs them one after the other.
const swc = (tsx) => ({
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs', ignoreDynamic: true },
})

const tier = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: ['<rootDir>/tests', '<rootDir>/src', '<rootDir>/server'],
  testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', swc(false)], '\\.tsx$': ['@swc/jest', swc(true)] },
  ...extra,
})

const inTheDevice = {
  testEnvironment: 'jsdom',
  globals: { API_BASE: 'http://api.linfa.test', SUBSCRIBE_TEMPLATES: ['reminder'] },
  setupFiles: ['<rootDir>/tests/client/setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/client/after.ts'],
  moduleNameMapper: {
    '^@tarojs/components$': '<rootDir>/tests/client/stubs/components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/client/stubs/taro.ts',
    '\\.s?css$': '<rootDir>/tests/client/stubs/style.cjs',
  },
}

const withDatabase = {
  globalSetup: '<rootDir>/tests/support/database-setup.ts',
  globalTeardown: '<rootDir>/tests/support/database-teardown.ts',
}

const onPhones = (globalSetup) => ({
  globalSetup,
  globalTeardown: withDatabase.globalTeardown,
  setupFilesAfterEnv: ['<rootDir>/tests/support/after.ts'],
})

module.exports = {
  // Nothing is proved by a slow machine: a test that hangs is found out all the same.
  testTimeout: 60_000,
  projects: [
    tier('domain'),
    tier('server', withDatabase),
    tier('client', inTheDevice),
    tier('weapp', onPhones('<rootDir>/tests/weapp/setup.ts')),
    tier('browser', onPhones('<rootDir>/tests/browser/setup.ts')),
  ],
}
