import { Screen } from '../../Screen.tsx'

export default function StaffPage() {
  return <Screen title="工作人员" />
}
