/** "Change this first" in the words of a whole family (RULES M5). */

/** For a family whose faults were of several kinds, none of them the most of it. */
export const FAMILY_ADVICE: Readonly<Record<string, { title: string; advice: string }>> = {
  late: {
    title: '先回半句，再补齐',
    advice: '客户一停就发能答的那半句：一个数、一个事实，或者说清几秒后回。剩下的下一条再说。',
  },
  'quick-replies': { title: '短语发之前先改', advice: '对一遍客户的问题，删掉用不上的，变量填完，同一句不发第二次。' },
  'not-valuing': { title: '该说的那一句当场说', advice: '客户停了跟一句，说定了核一遍，走的时候收一句尾。' },
  evading: { title: '客户问哪句就答哪句', advice: '一个问题一句答案。不知道就说几秒后回，说过的往上翻，不再问。' },
  wrong: { title: '先看卡再开口', advice: '数、规则、能不能许，都先对一遍卡片和权限。拿不准就说查完几点回。' },
  operation: { title: '右边的操作跟上嘴', advice: '回话之前先看右边：该点的点了没有，权限和金额对不对。' },
  manner: { title: '先接住再办事', advice: '开口先认他说的那件事，再说能办什么、几点前办。' },
};
