import { Screen } from '../../Screen.tsx'

export default function BookingDone() {
  return <Screen title="预约成功" />
}
