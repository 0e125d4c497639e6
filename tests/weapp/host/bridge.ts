import type { Answers, Options } from './answers.ts'
import type { Network } from './network.ts'

type Verbs = Record<string, (payload: never) => Promise<object> | object>

const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** The test's end of the bridge: JSON in, JSON out; what is thrown comes out as a refusal. */
export const buildBridge = (network: Network, answers: Answers) => {
  const ask = ({ api, options }: { api: string; options: Options }) => {
    const answer = answers[api]
    if (!answer) throw new Error(`nobody answers wx.${api}`)
    return answer(options)
  }
  const verbs: Verbs = { ask, request: network.request, upload: network.upload, download: network.download }

  return async (verb: string, payload: string): Promise<string> => {
    try {
      const answer = await verbs[verb]?.(JSON.parse(payload) as never)
      return JSON.stringify({ answer: answer ?? {} })
    } catch (error) {
      return JSON.stringify({ refused: words(error) })
    }
  }
}
