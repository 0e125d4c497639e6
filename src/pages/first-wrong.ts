import Taro from '@tarojs/taro'

import { onWeb } from '#services/device'

const WRONG = '.field--wrong'

/** The first mistake comes into sight, in the browser with the cursor in it. */
export const goToFirstWrong = (): void =>
  void setTimeout(() => {
    if (!onWeb) return void Taro.pageScrollTo({ selector: WRONG }).catch(() => undefined)
    document.querySelector<HTMLElement>(`${WRONG} input, ${WRONG} textarea, ${WRONG} select`)?.focus()
  })
