/** Words that soothe whoever is shaken, beside the trained head of acts (RULES T216). */

/** 这不怪您, 不是您的错; 喝口水缓一缓; 换谁都得慌; 我陪着您. 别急 alone soothes nobody. */
const SOOTHES =
  /不(?:能)?怪[您你]|不是[您你](?:的)?(?:错|问题)|缓[一]?缓|缓(?:口|过)气|喘口气|喝口[热温]?水|换(?:成|做|了)?[谁我].{0,4}[都也].{0,3}[慌怕急气]|我[就们]?(?:一直)?陪着[您你]/;

/** Whether a piece of a reply soothes. */
export const soothes = (piece: string): boolean => SOOTHES.test(piece);

/** 脸上是好好的吧, 孩子没吓着吧: asks how somebody is. */
const ASKS_HOW_THEY_ARE =
  /^[那您你现在这会儿,]*(?:脸|手|脚|肚子|皮肤|眼睛|身上|嗓子|孩子|宝宝|娃|老人|家里人?|人)[上里]?(?:是|都|现在|还)*(?:没事|好好|还好|好[点些]|没[伤烫吓割]|舒服|不[疼痒红])[着到吧吗没了的呀啊哈?]*$/;
/** 你先忙做饭吧, 先上课: lets somebody get on with what is theirs. */
const LETS_GET_ON = /^[那好行,]*[您你]?先(?:去)?(?:忙|歇|睡|吃|做饭|上课|开会|休息|接|带|陪)[^,。!?\n]{0,4}$/;

/** Whether a bubble does nothing but care for the customer, in words that sound abrupt by themselves (RULES T222). */
export const caresFor = (bubble: string): boolean => ASKS_HOW_THEY_ARE.test(bubble) || LETS_GET_ON.test(bubble);
