import Taro from '@tarojs/taro'

import { goBack, goInstead } from '#services/route'

/** Back to the page of times when one came from there, otherwise to it. */
export const toSlots = () =>
  Taro.getCurrentPages().at(-2)?.route?.includes('hotline/slots') ? goBack() : goInstead('slots')
