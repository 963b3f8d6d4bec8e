/** A plain question for how many or which, put to 您 in a bubble of its own, is no reproach however it sounds (RULES T131). */

/** 还要几支, 拍多少件, 选哪个色, 穿什么码: not 几遍, 几回, 几岁 or 几点, by which customers are scolded. */
const ASKS_HOW_MANY_OR_WHICH =
  /^[那亲所以]*您[一共总现在这次边会儿是想打算还再另外]*[需要拍买选订下单拿换穿用寄补][的了是]*(?:几|多少|哪[一几两]?|什么|啥)[支只件盒瓶袋箱包份双条套台罐斤个款种张颜色尺码寸口味型号]{1,2}[的装呢呀啊哈哦]*$/;
/** 回来了, 查好了, 好嘞: what opens a bubble and says nothing of the customer. */
const OPENS = /^[我亲好嗯哎那让您]*(?:回来|[查看问][好到]|久等|在|来)?[了的嘞呀哒哈]*$/;

/** Whether a bubble does nothing but ask 您 how many or which. */
export const asksHowManyOrWhich = (bubble: string): boolean => {
  const clauses = bubble.split(/[,，。!！?？~～\s]+/).filter(Boolean);
  const asked = clauses.filter((clause) => !OPENS.test(clause));
  return asked.length > 0 && asked.every((clause) => ASKS_HOW_MANY_OR_WHICH.test(clause));
};
