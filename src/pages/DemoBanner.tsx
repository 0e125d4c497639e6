import { Notice } from '#components/Notice'

/** Nobody may wait for a call that never comes: demo mode is loud. */
export const DemoBanner = () => (
  <Notice tone="warn" title="这是演示系统">
    人员和办件都是编的，预约后不会真有人打给你。真有事请直接打 12348。
  </Notice>
)
