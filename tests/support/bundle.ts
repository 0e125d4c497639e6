import { basename, dirname, join } from 'node:path'
import webpack from 'webpack'

const loader = join(import.meta.dirname, 'strip-types.cjs')

const settings = (entry: string, output: string): webpack.Configuration => ({
  mode: 'none',
  target: ['web', 'es2022'],
  entry,
  output: { path: dirname(output), filename: basename(output) },
  module: { rules: [{ test: /\.ts$/, use: loader }] },
})

/** Makes one script for a page out of a TypeScript file and what it imports. */
export const bundle = (entry: string, output: string): Promise<void> =>
  new Promise((resolve, reject) => {
    webpack(settings(entry, output), (error, stats) => {
      if (error) reject(error)
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })
