/**
 * A question inside a statement asks nobody: 哪天发都行, 成不成看快递, 今晚回您拦没拦住, 能指定哪天发. It stands as the topic of
 * what settles it or leaves it free, or as the object of a verb of telling or choosing. What is only looked up (我看看是不是分两箱发的)
 * keeps its question: else it would be told. Texts are folded.
 */

/** What makes a question: a question word, a verb with its own denial (拦没拦住, 有没有), a choice, 是否. */
const FORM =
  /谁|什么|啥|哪|怎么|怎样|咋|几(?![乎率])|多(?:少|[久大长高重宽厚远深])|([\u4e00-\u9fff])(?:没有|[不没])\1|[^,，]还是|是否/;
/** Closed by a mark or a particle that asks, the whole is a question, whatever stands inside. */
const PUT = /[?吗么]$|(?:[可行好成]|可以)不$|[了过]没有?$|(?:怎么样|咋样|如何)$/;
/** The customer is asked for it all the same: 要哪个也告诉我. 挤不挤都跟我说 is for later. */
const WANTED = /(?:告诉|[跟和]|报)我|(?:[发拍]给?|给)我(?:$|[看瞧下一])|[发报拍]一?下/;
/** 您要哪款: whoever is spoken to is to tell. 给您, 帮您 and 回您 only say for whom. */
const ADDRESSED = /(?<![给帮替跟和回诉知复为向由随看])[您你]/;

/** 怎么装都行, 谁来也一样: whichever it is. Behind 还是 the 都 must open a predicate of its own: 换还是修都可以. */
const ANY = /^(?!.{0,3}[您你]也)[^,]{0,14}?[都也]/;
const ANY_OF_TWO = /^[^,]{1,10}?[都也](?:可|行|成|能|好|没|一样|[由随听看]|给[您你]|[是归算]?我|支持|ok|免|会|不|没)/;
const WHY = /^(?:怎么|咋|为)/;
/** What it hangs on, or who decides. A 看 that only looks (看看, 看下, 好看, 看错) settles nothing. */
const SETTLED =
  /取决于|[跟和与][^,]{1,10}有关|由[^,]{1,8}?[定挑选]|[随由][您你便]|说了不?算|(?:(?:得|要|就|全|主要|只能|还是)(?:先)?|(?<![好难查来去想帮便再先在们我您你看]))看(?![错清到见完下看一懂过中上着了好法货图片样呢呀啊哈])[\u4e00-\u9fff]/;
/** Who is still to be heard: 拦没拦住要等快递回复, 认不认等核实, 谁出我问主管. */
const AWAITED =
  /(?:得|要|还)先?(?:等|问|听)(?!的)[^,]{2}|等(?:核|结果|消息|[^,您你]{2,5}[回核查定])|还没(?:问|查|定|出|回)|我[^,您你]{0,4}[查问核报]/;
/** Nobody can tell: 15号到不到我不敢说, 几点开门查不到. 有啥不清楚的 and 哪里不清楚 invite. */
const UNTOLD =
  /(?:不[归由]我|定不了|没定|我不能|不能[说讲答告认]|不下结论|[问听](?:医生|大夫|药[师房]|技术|仓库)|以[^,]{1,12}为准|不敢|没法|无法|说不[准好死]|保证不了|不保证|不能保证|不(?:知道|清楚|晓得|确定)|没有?(?:消息|[数底]|资料|把握)|查不到|问了才|确定不了|拿不准|只能(?:给|说|是)|只有|打不了包票|不能(?:给[您你])?打包票)/;
/** Of a modal with its denial (能不能, 要不要) the verb comes first: 能不能等仓库回 asks. */
const VERB_FIRST = /^先?[得要还等问听看]/;
const MODAL = /^[是能会要可想肯该得用有]/;
/** Behind it the shop says it will tell: 几点到我告诉您, 派没派我回您. */
const TOLD_LATER = /(?:告诉|[回答]复?|通知)[您你]|[跟给和][您你][^,]{0,2}(?:说|讲|回|准信|答复)|我们?[^,]{0,4}盯着/;

/** Before it a verb of telling: 告诉您怎么给, 跟您说拦没拦住, 回您哪天发; or of noting, which may be asked of the customer: 写清到哪一步. */
const TELLS =
  /(?:(?:告诉|[回答]复?|通知)[您你]|[跟给和][您你](?:说|讲|回|写)(?!的))(?:话|信|一声|一下|下)?[^,您你]{0,6}$/;
const NOTES = /(?:[写说讲]清楚?|写明|注明)[^,您你]{0,6}$/;
/** Before it a refusal to tell: 我不能说有还是没有, 没法跟您确认买没买过. */
const REFUSES =
  /(?:不(?:能|敢|便|可以)|没法|无法)(?:再?[跟给和向对][您你])?(?:[说讲答]|确认|透露|(?:告诉|[回答]复)[您你])[^,您你]{0,6}$/;
/** What can be chosen or seen: 能指定哪天发, 可以备注几点送, 查得到谁签的. */
const CHOSEN =
  /(?:能|可以?|可|会|支持|想)(?:自己|提前|帮[您你])?(?:指定|选|挑|约|定|备注|写|改)[^,您你]{0,3}$|(?:能|可以)(?:查|看)(?:到|出|见|得到)?[^,您你]{0,3}$|[查看]得[到见出][^,您你]{0,3}$/;

/** Before it the customer's own question is told back: 看到您刚才问, 您之前问的, 您下午问的. */
const TOLD_BACK =
  /(?:[看瞧][到见][您你]|[您你](?:[刚之前上昨]|今[天早晚]|早[上前]|[上中下]午|白天|晚上|方才|适才))[^,?]{0,6}[问说提讲][到的过了]?$/;

/** Whether what stands behind `before` in a clause is told back to who asked it; `raw`: the clause with its closing mark. */
export const isToldBack = (raw: string, before: string): boolean => TOLD_BACK.test(before) && !/[?吗么]$/.test(raw);

const UNTOLD_REACH = 14;

/** Whether a clause holds a question, put to somebody or inside a statement. */
export const holdsQuestion = (said: string): boolean => FORM.test(said);

/** Whether what asks in a clause only stands inside a statement. The first question form decides. `raw`: the clause with its closing mark. */
export const isEmbedded = (raw: string): boolean => {
  const said = raw.replace(/[,。;!~\s]$/, '');
  const found = FORM.exec(said);
  if (found === null || PUT.test(said)) return false;
  const { 0: form, 1: doubled, index } = found;
  const isChoice = form.endsWith('还是');
  const before = said.slice(0, isChoice ? index + 1 : index);
  const behind = said.slice(index + form.length);
  const isAddressed = ADDRESSED.test(before);
  if (TELLS.test(before) || REFUSES.test(before)) return true;
  if (!isAddressed && (CHOSEN.test(before) || NOTES.test(before))) return true;
  if (doubled === undefined && WANTED.test(behind)) return false;
  if (isChoice ? ANY_OF_TWO.test(behind) : ANY.test(behind) && !(WHY.test(form) && ADDRESSED.test(behind))) return true;
  const untold = behind.search(UNTOLD);
  const least = form === '哪' && !/^[天里儿]/.test(behind) ? UNTOLD_REACH : /什么|啥/.test(form) ? 3 : 0;
  if (untold >= least && untold < UNTOLD_REACH) return true;
  // 您哪天要看货 asks; 您哪天收到得看快递 doesn't, but nothing tells them apart, so who is addressed is asked.
  if (isAddressed) return false;
  // 是不是分两箱发的我去问 tells nothing of boxes.
  if (doubled === '是' || doubled === '有') return false;
  const rest = doubled !== undefined && MODAL.test(doubled) ? behind.replace(VERB_FIRST, '') : behind;
  return SETTLED.test(rest) || AWAITED.test(rest) || TOLD_LATER.test(rest);
};

/** 25号之前能不能到要看路上几天: whether it is so hangs on something else, and no figure in it is told (RULES T172). */
const HANGS_ON = /([\u4e00-\u9fff])[不没]\1[^,。;!?\n]*(?:要?看|取决|说不[准死]|不好说|不一定)/;
export const isLeftOpen = (clauseText: string): boolean => HANGS_ON.test(clauseText);
