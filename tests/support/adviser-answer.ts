/** What an adviser writes in answer to a question: facts, law, ways, dates and place (CO-4). */
export const ADVISER_ANSWER = {
  facts: '你说邻居去年在你的承包地上砌了墙，没有和你商量。',
  law: '民法典第二百九十六条：不动产权利人因用水、排水、通行、铺设管线等利用相邻不动产的，应当尽量避免对相邻的不动产权利人造成损害。',
  advice: '先请村里丈量；谈不拢的可以申请人民调解，也可以起诉要求拆除。',
  dates: '要求拆除没有时间限制；要求赔偿的三年内提出。',
  where: '卢峰镇人民调解委员会；溆浦县人民法院',
  category: 'land',
  result: 'solved',
  toldOfLegalAid: true,
}
