/** For a case that staff opened for a telephone number, until whoever signs in with it has shown that it is theirs. */
export const LOCKED = {
  title: '工作人员为这个号码登记的办件',
  next: '输入办件编号就能打开，登记过身份证的也可以输后四位。编号由工作人员告诉你，也可以拨打 12348 询问',
  ask: '请输入办件编号，登记过身份证的也可以输后四位，确认是你的办件。编号由工作人员告诉你，也可以拨打 12348 询问',
  enough: '试的次数太多了。请过一小时再试，还不行就明天再试。编号可以打 12348 问，急事也直接打 12348',
  wrong: '与登记的对不上，请检查后再输入，或拨打 12348 询问',
} as const
