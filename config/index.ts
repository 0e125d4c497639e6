import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const platform = process.env.TARO_ENV ?? 'h5'
const production = process.env.NODE_ENV === 'production'

/** The web page asks the server it came from; the mini-program must know its address, or it has the one of the tests. */
const apiBase = platform === 'h5' ? '' : process.env.LINFA_API_BASE || 'http://api.linfa.test'

/** Ids of subscribe-message templates, as the platform gave them to this office; at most three are asked at once. */
const templates = (process.env.LINFA_SUBSCRIBE_TEMPLATES ?? '').split(',').filter(Boolean)

/** Sizes are real pixels on every screen: type grows by elder mode, not by the width of the telephone (AC-13). */
const postcss = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } }

export default defineConfig({
  projectName: 'linfa',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 1, 750: 0.5 },
  sourceRoot: 'src',
  outputRoot: `dist/${platform}`,
  plugins: [resolve(import.meta.dirname, 'reader.ts')],
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    SUBSCRIBE_TEMPLATES: JSON.stringify(templates),
  },
  framework: 'react',
  compiler: 'webpack5',
  cache: { enable: false },
  // Every component has class names of its own: the order of their files makes no difference.
  mini: { postcss, miniCssExtractPluginOption: { ignoreOrder: true } },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: production
      ? { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' }
      : {},
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    postcss,
  },
})
