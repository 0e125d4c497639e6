import { type SpawnOptions, spawn } from 'node:child_process'
import { inProject } from '../artefacts.ts'

export type Ended = { code: number | null; output: string }

/** Runs the project's own Node.js in the project's folder; `output` is empty when it was shown as it came. */
export const runNode = (
  given: readonly string[],
  show: boolean,
  options: SpawnOptions = {},
): Promise<Ended> => {
  const stdio: SpawnOptions['stdio'] = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
  const child = spawn(process.execPath, given, { cwd: inProject('.'), stdio, ...options })
  const stop = () => child.kill()
  process.once('SIGTERM', stop)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: error.message }))
    child.once('close', (code) => {
      process.off('SIGTERM', stop)
      resolve({ code, output })
    })
  })
}
