import { Screen } from '../../Screen.tsx'

export default function Sessions() {
  return <Screen title="登录的设备" />
}
