import { useRouter } from '@tarojs/taro'

import { MoveBooking } from './MoveBooking.tsx'
import { NewBooking } from './NewBooking.tsx'

/** A time for a new booking, or another one for the booking `caseId`; `slotId` is held for the reader until now. */
export default function Slots() {
  const { caseId, slotId, deskId, day } = useRouter().params
  const held = slotId && day ? { slotId, deskId, day } : null
  return caseId ? <MoveBooking id={caseId} held={held} /> : <NewBooking held={held} />
}
