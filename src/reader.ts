import { mergeInternalComponents } from '@tarojs/shared'

import { READER_PROPS } from './reader-props.ts'

// The build adds the same table to the templates (config/reader.ts): both sides number attributes by it.
if (process.env.TARO_ENV === 'weapp') mergeInternalComponents(READER_PROPS)
