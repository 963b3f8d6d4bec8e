/** `secret` of an order: words that only a leak contains. A word that honest agents say as well would accuse them all. */
import { say } from '#i18n/say.ts';
import { type CaseCheck, ordersOf } from '#library/view/case-view.ts';

/** Characters: a single one occurs in half of all sentences. */
const MIN_CHARS = 2;

/** Names of details, not the details themselves: 对方电话 discloses nobody's number. */
const GENERAL_WORDS =
  /^(?:对方|别人|客户|买家|本人|下单人?|收[货件]人?|寄件人?|[他她您你])?的?(?:收[货件]人?|寄件人|下单人|账号|地址|住址|住处|电话|手机号?|电话号码?|号码|联系方式|姓名|名字|姓氏|尾号|单号|订单号?|快递|物流|信息|资料|楼|号楼|楼栋|楼层|单元|房号|门牌号?|小区|园区|公司|先生|女士|小姐|师傅|男|女|男的|女的)$/;

export const checkSecrets: CaseCheck = function* ({ authored }) {
  for (const { order, path } of ordersOf(authored))
    for (const [index, wording] of (order.secret ?? []).entries()) {
      const trimmed = wording.trim();
      if ([...trimmed].length >= MIN_CHARS && !GENERAL_WORDS.test(trimmed)) continue;
      yield {
        code: 'secret-too-general',
        path: [...path, 'secret', index],
        message: say('checker:secret', { words: trimmed }),
      };
    }
};
