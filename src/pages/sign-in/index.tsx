import { Screen } from '../Screen.tsx'

export default function SignIn() {
  return <Screen title="登录" />
}
