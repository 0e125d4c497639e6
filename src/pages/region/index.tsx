import { Screen } from '../Screen.tsx'

export default function Region() {
  return <Screen title="选择村（社区）" />
}
