import { useRouter } from '@tarojs/taro'

import { MoveBooking } from './MoveBooking.tsx'
import { NewBooking } from './NewBooking.tsx'

/** A time for a new booking, or another one for the booking `caseId`. */
export default function Slots() {
  const { caseId } = useRouter().params
  return caseId ? <MoveBooking id={caseId} /> : <NewBooking />
}
