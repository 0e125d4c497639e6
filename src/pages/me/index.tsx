import { Screen } from '../Screen.tsx'

export default function Me() {
  return <Screen title="我的" tab="me" />
}
