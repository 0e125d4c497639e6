import Taro from '@tarojs/taro'

import { goBack, goInstead } from '#services/route'

/** Pages on which a time was chosen: of the hotline, or of a village adviser. */
const TIMES = /(hotline\/slots|advisers\/(slots|village))\/index/

/** Back to the page of times when one came from there, otherwise to it. */
export const toSlots = () =>
  TIMES.test(Taro.getCurrentPages().at(-2)?.route ?? '') ? goBack() : goInstead('slots')
