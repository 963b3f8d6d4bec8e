/**
 * A bare question for a measure or a state (您脚长多少，脚背高不高) has no manner: it is what serving consists of. 高不高
 * shares its shape with 爱买不买 and 懂不懂, and that is all a classifier of characters can hear in it.
 */

/** Nobody asks more than a few things at once; longer replies say something besides. */
const LONGEST = 60;
const BREAK = /[,。!?;:、~\s]+/;
const OPENER =
  /^(?:亲+|宝|姐|哥|您好|你好|在的?|好[的嘞]?|嗯+|哦+|哈+|(?:[哦嗯]*没得?事)|请问|想问[一下]*|问[一下]{1,2}|方便问[一下]*|那)+[呢哦呀哈啊的]*$/;
const SOFT = '[呢哦呀哈啊啦嘛的了]{0,2}';
/** How a thing or a body is, and whether it is there or whole. */
const STATE = '高低矮大小长短宽窄胖瘦粗细厚薄重轻深浅硬软松紧滑潮湿干油热冷凉烫亮响平圆尖鼓磨破漏裂坏断齐满多少';
const MEASURED = new RegExp(`^[^你]{0,10}?([${STATE}])(?:不|没)\\1(?:脚|手|头|肩|腰)?${SOFT}$`);
const QUANTITY = new RegExp(
  `^[^你]{1,10}?(?:多少|多[大高长重宽厚深]|几(?=[个岁斤码号层寸口米平月]))(?:斤|公斤|千克|厘米|毫米|米|码|号|岁|个月|平米?|层|寸|口人?|月)?${SOFT}$`,
);
/** What a customer likes and how the thing is to be made out, of things that are asked of everybody. */
const THING =
  '(?:发票|盒子?|礼[盒袋]|包装|贺卡|紧身|宽松|修身|出汗|流汗|跑步|吃辣|甜|鞋垫|吊牌|标|安装|送货|加绒|带跟)';
const WISHED = new RegExp(`^[^你]{0,8}?([要用爱喜吃穿带有])(?:不|没)\\1(?:欢)?(?:穿|吃|开)?${THING}[^你]{0,2}$`);
const ENTRY = '(?:抬头|税号|尺码|鞋码|型号|颜色|款式|规格|口味|肤质|材质|房型)';
const ENTERED = new RegExp(
  `^(?:您的?|发票|平时|要的|买的){0,3}${ENTRY}(?:是|要|选|写|开)?(?:什么|哪个|哪款|哪种|多少)${SOFT}$`,
);
/** 您是什么肤质, 偏干还是偏油: what whoever recommends a cream has to know. */
const SORTED = new RegExp(`^(?:请问|您的?|平时|皮肤|是|属于){0,4}(?:什么|哪种|哪类)(?:肤质|皮肤|发质)${SOFT}$`);
const OILY = new RegExp(`^(?:请问|您的?|平时|皮肤|脸|是|属于){0,4}偏?[干油]性?皮?还是偏?[干油]性?皮?${SOFT}$`);
/** 要一箱还是两箱: one count or the other. */
const COUNT = '[一两二三四五六七八九十\\d]{1,3}[箱件条盒双瓶支套份袋台斤个]';
const COUNTED = new RegExp(`^(?:您|你|是|想|要|买|拍|拿){0,4}${COUNT}还是(?:要|买|拍|拿)?${COUNT}${SOFT}$`);
/** 没别的问题就可以拍啦: what is said before an order is no question, and no curtness either. */
const READY = new RegExp(
  `^(?:要是|如果)?没有?(?:别的|其他|其它)(?:的)?(?:要问的?|问题|疑问)(?:的话)?就?可以(?:拍下?|下单|付款?)${SOFT}$`,
);
/** 脸大不大, 嘴硬不硬, 脾气大不大: of these it is said to hurt; 还, 到底, 自己 turn any question into a reproach. */
const BARBED =
  /脸(?!偏)|(?<![干油])皮(?!鞋|肤|带|质|面)|嘴|胆|心|命|气|架子|本事|面子|舌|毛病|事|还(?!是|在|有)|又|到底|究竟|自己|难道|真的?|凭|就|才|都|这么|那么|怎么|知道|数|看|摸|试|不了|没多少|能|差/;

/** `text`: folded. Whether it asks for measures and states, and says nothing else. */
export function asksPlainly(text: string): boolean {
  if (text.length > LONGEST) return false;
  let asks = false;
  for (const piece of text.split(BREAK)) {
    if (piece === '' || OPENER.test(piece)) continue;
    if (READY.test(piece)) {
      asks = true;
      continue;
    }
    if (BARBED.test(piece)) return false;
    if (![MEASURED, QUANTITY, WISHED, ENTERED, SORTED, OILY, COUNTED].some((shape) => shape.test(piece))) return false;
    asks = true;
  }
  return asks;
}
