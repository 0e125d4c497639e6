import { READER_PROPS } from '../src/reader-props.ts'

type Platform = { template?: { mergeComponents: (context: Context, props: object) => void } }
type Context = { registerMethod: (method: { name: string; fn: (platform: Platform) => void }) => void }

/** A Taro plugin: mini-program templates carry names and roles for screen readers. */
export default (context: Context) =>
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(context, READER_PROPS),
  })
