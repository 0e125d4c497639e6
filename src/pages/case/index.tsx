import { Screen } from '../Screen.tsx'

export default function CasePage() {
  return <Screen title="办件详情" />
}
