export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

export const SEX_NAME = { male: '男', female: '女' } as const satisfies Readonly<Record<Sex, string>>
