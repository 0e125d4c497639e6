import { Screen } from '../../Screen.tsx'

export default function BookingForm() {
  return <Screen title="填写预约" />
}
