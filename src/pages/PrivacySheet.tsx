import { useDidShow } from '@tarojs/taro'
import { useCallback, useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Sheet } from '#components/Sheet'
import { Box } from '#components/tags'
import { AGREE_BUTTON, openPrivacyContract, whenPrivacyAsked } from '#services/wechat'

type Answer = (agreed: boolean) => void

/** WeChat holds a call back until the person has read and answered this (WX-2). A no blocks nothing else (PI-3). */
export function PrivacySheet() {
  const [answer, setAnswer] = useState<{ give: Answer } | null>(null)
  useDidShow(() => whenPrivacyAsked((give) => setAnswer({ give })))
  const close = useCallback(
    (agreed: boolean) => {
      answer?.give(agreed)
      setAnswer(null)
    },
    [answer],
  )
  if (!answer) return null
  return (
    <Sheet title="先看看我们怎样用你的信息" onClose={() => close(false)}>
      <Box className="sheet__text">
        我们只用办事必需的信息，每一项旁边都写着用途。不同意也可以继续用：电话号码可以自己输入，也可以直接打
        12348。
      </Box>
      <LinkButton onTap={openPrivacyContract}>看完整的隐私保护指引</LinkButton>
      <Box className="sheet__buttons">
        <Button id={AGREE_BUTTON} opens="agreePrivacyAuthorization" onOpened={() => close(true)}>
          同意
        </Button>
        <Button tone="quiet" onTap={() => close(false)}>
          不同意
        </Button>
      </Box>
    </Sheet>
  )
}
