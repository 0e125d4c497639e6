export const UNLOCK_WORDS = {
  title: '这件是工作人员替你登记的',
  why: '手机号可能换过人，所以第一次打开要核对一次。',
  number: '办件编号，或身份证号后四位',
  numberHint: '编号登记时工作人员告诉过你，也可以打 12348 问。登记过身份证的才能用后四位。',
  open: '打开办件',
} as const
