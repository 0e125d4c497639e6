import { Screen } from '../../Screen.tsx'

export default function ImportPage() {
  return <Screen title="用表格导入" />
}
