import '../hotline.scss'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { useChosen, useIsUnsure } from '#store/booking'
import { useSettings } from '#store/settings'
import { CallCard } from '../../CallCard.tsx'
import { Screen } from '../../Screen.tsx'
import { ElderForm } from './ElderForm.tsx'
import { toSlots } from './to-slots.ts'
import { UsualForm } from './UsualForm.tsx'
import { FORM_WORDS } from './words.ts'

/** What is to be said before a lawyer calls: one calm page, or in elder mode one question after the other. */
export default function BookingForm() {
  const elder = useSettings((settings) => settings.elder)
  const slot = useChosen()
  const unsure = useIsUnsure()
  if (!slot && !unsure) return <NoSlot />
  return elder ? <ElderForm slot={slot} /> : <UsualForm slot={slot} />
}

const NoSlot = () => (
  <Screen title={FORM_WORDS.title}>
    <Empty title={FORM_WORDS.noSlot} action={<Button onTap={toSlots}>{FORM_WORDS.chooseSlot}</Button>}>
      {FORM_WORDS.noSlotText}
    </Empty>
    <CallCard title={FORM_WORDS.callTitle} hint={FORM_WORDS.callHint} />
  </Screen>
)
