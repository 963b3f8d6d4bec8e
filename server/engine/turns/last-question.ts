/**
 * What a turn asks the customer last, by the form of the question (RULES T52). Where the story has no answer, customers
 * answer the kind of question in the words of their temper. A question that is missed here gets a nod (嗯).
 */

import { ASSUMED_QUESTION, ELLIPTIC_QUESTION } from '#language/terms/particle-questions.ts';

/** 退还是换 · 哪天要用 · 几口人 · 出什么事了 · 抹了啥 · 盒子还在不在 · 盒子没扔吧 · 全称打给我 · 拍一张我看看 · 还有别的吗 · 您说. */
export type QuestionForm =
  | 'which'
  | 'when'
  | 'amount'
  | 'why'
  | 'what'
  | 'whether'
  | 'assumed'
  | 'give'
  | 'picture'
  | 'more'
  | 'say';

export type AskedQuestion = { kind: QuestionForm; clause: string };

const CLAUSES = /[^，。；！？,;!?…~～\s]+[？?]?/g;

/** 您说, 请讲: the trainee lets the customer speak. */
const GIVES_WORD = /^[您你]?请?(?:您|你)?(?:说|讲|问|接着说|继续说|尽管说|尽管问)(?:吧|嘛|呀|啊|哈|呗)*$/;
/** 还有别的要问吗: the last question of a conversation. */
const CLOSING_QUESTION = /还有(?:没有)?(?:什么|啥|其[他它]|别的|哪[里儿块点样]|问题|需要|要问|要帮|事)/;
const CLOSING_END = /(?:吗|么|没有?|不|呀|呢|[?？])[呀啊呢哈]*[?？]?$/;
/** 您要退还是换, 要红的要绿的. 还是先别用, 还是一样 and 还是原来那个 choose nothing. */
const EITHER_OR =
  /[^\s就也]还是(?!先|别(?![的人处家款样])|不(?:要|行|好|对|通|能|会|成|可|太|是)|得|建议|让|请|由|可以|能|会|老|一样|原来|以前|您(?!.*还是)|照|按|在|有|没|很|挺|比较|那|这|要看|\d)[^\s]|\d.*还是\d|^要.{1,4}的要.{1,4}的$/;
/** 领了还是没领, 要贺卡还是不要: one thing and its denial. 查了还是没查到 says what came of it, 昨天没发今天还是没发 that nothing did. */
const OR_NOT = /([^\s不没]{1,8})还是(?:还?没有?|不|别)(\S{0,5})$/;
const LIGHT = /[了过的呀啊呢吗嘛哈？?]/g;
const STANDS = /[在有留]/;
const offersItsDenial = (clause: string): boolean => {
  const [, asserted = '', denied = ''] = OR_NOT.exec(clause) ?? [];
  if (asserted === '' || /[不没]/.test(clause.slice(0, clause.indexOf('还是')))) return false;
  const repeated = denied.replace(LIGHT, '');
  return repeated === '' ? STANDS.test(asserted) : [...repeated].every((char) => asserted.includes(char));
};
/** Here 还是 offers no choice, it means still or after all: 价钱不变还是149, 最划算的还是拦截. */
const AS_IT_WAS =
  /所以|[不没]变|价.{0,6}还是(?:\d|原|老|页面|[这那]|.{0,3}价)|(?:合起来|也没有?).*还是|回来还是(?:[得要会照按原这那它]|\d)|的还是(?!.*的[呀呢?？]*$)/;
/** 拿带罩的还是这台, 是八点前付的还是八点后, 要一样的还是换一个, 在家还是在驿站: what names two or begins so chooses, whatever stands before 还是. */
const CHOICE =
  /(?:[选拿买拍要定挑](?!的?还)|[这那]一?[个款台双件种支盒罐瓶]).{0,10}还是就?[这那]一?[个款台双件种支盒罐瓶]|^(?:[您你](?:那边|这边|人)?)?(?:是|要|想).{1,12}还是(?!先|得|建议|老|一样|照|按)|^(?:[您你](?:那边|这边|人)?)?([^\s就也都要会])\S{0,6}还是\1/;
const WHICH =
  /哪(?:一?(?:个|种|款|样|色|双|件|台|箱|条|边|头))|选(?:啥|什么|哪)|[拍拿要选买].{0,3}(?:几|多少|啥|什么|多大)[码色]/;
const WHEN = /哪(?:天|日|年|个?月|会儿)|什么时[候间]|啥时候?|几(?:号|点|时|月)|多久|好久/;
const AMOUNT = /几|多(?:少|大|高|重|长|宽|厚|远)/;
const WHY = /(?:什么|啥|咋|怎么)(?:事|了|啦|回事)|为(?:什么|啥|何)|哪[里儿](?:不|没|让|用)|咋还?不|怎么不/;
const WHAT = /谁|啥|什么|哪|咋|怎么|怎样/;
/** A question word alone makes no question: it must be put to somebody, end like a question, or be all there is. */
const ADDRESSED = /[您你]|[呀呢啊吗么哈?？]$|^.{1,5}$|哪[里儿块].{0,4}的$|^是.*(?:哪|谁|什么|啥)/;
/** 是不是填过单号了, 您有没有摔过: a yes or no asked before whatever it is about. */
const IS_IT =
  /(?:^(?:请问|那|所以)?|[您你咱]|(?:那|这|您那|当|现)(?:边|时|会儿|在|天))(?:[这那]?(?:边|个|单)|当时|现在|之前|以前)?(?:是不是|是否|有没有)(?=..)/;
/** 问一句班里有没有过敏的: the trainee says that they ask. */
const ANNOUNCED = /问(?:[您你])?(?:一?[声句嘴])[您你]?.{0,6}(?:是不是|有没有)(?=..)/;
/**
 * 抬头全称您打一下给我, 您报下单留的手机号, 想写啥趁现在发我: the customer is asked to tell something of theirs. 我发给您 is the
 * trainee's, 要改您说一声 waits for no answer.
 */
const GIVES =
  /[您你](?:先|把|再|麻烦|直接|这边)*(?:报|提供)(?:一?下)?(?![警销修名]|给?快递)..|(?<!我.{0,8})(?:[您你]|全称|抬头|税号|号码?|电话|地址|尺[寸码]|姓?名字?|啥|什么|多少).{0,8}(?:打|发|报|说|写)(?:一?下)?(?:过?来)?给?(?:我|咱|这边)(?:一?[下声]|[哈吧呗哦呀])*$/;
/** 照片发我 has its own words; 不用报, 要是您报 and 叫您报号的那条, which is somebody else's (RULES J210), ask nothing. */
const GIVES_NOTHING = /照|图|视频|需要|如果|要是|不用|别|再找|又|[叫让骗喊要][您你][^，]{0,6}的/;
/** 照片晚点传也作数: what was asked for before is left for later (RULES J209). */
const LEFT_FOR_LATER =
  /(?:晚[点些]|回头|等下|有空|下(?:了)?[班课]|明[天早]).{0,6}也(?:作数|算数?|来得及|不晚|没事|不迟|行|可以|成)/;
/** 照片发我, 截个图我看看, 麻烦拍一下坏的地方. 您先拍一下 alone orders. */
const PICTURED =
  /照片|拍照|图片|截图|视频|录屏|[拍照截录](?:个|一?[张段]|[几两]张)|图.{0,4}[发传]|拍(?:.{0,8}(?:发|传|给)(?:我|过来|一下|这)|过来|来看|清楚|近|一?下.{0,4}(?:坏|破|裂|霉|漏|伤|底|标|面单|箱|处|[看发给传]))/;
const ASKS_PICTURED = /[发传拍截录补](?![货票您])|提供|麻烦|方便|有没有|有.{0,6}[吗没]/;
/** 照片收到了, 我给您拍一张, 照片来了马上退, 拍好发我就给您办: nothing is asked for, or no more than how it goes on. */
const NO_PICTURE_ASKED =
  /不(?:用|需要|必|要)|别|甭|[收看见]到|看了|(?<![给发让帮])我(?:们|这边)?(?:给|发|拍|传|把|先|去|来|马上|这就)|[给发传帮][您你]|[照图片][上里中]|[来到]了|[以之]?后|如果|要是|(?<!方便)的话|都(?:行|可以)|拍[了的]|晒|评|就(?!行|好|可以)/;
/** 拿着截图问医生, 拍张照给家里人看看: the picture is for somebody else, nobody here waits for it (RULES J240). */
const FOR_OTHERS =
  /(?:照片?|截图|图片?|视频)(?:去|先|再|直接)?(?:问(?![您你题我咱])|[给找让](?!我|咱|这边|这里|客服|店)[^您你我，]{1,5}(?:[看瞧瞅问认]|$))/;
const asksForPicture = (clause: string): boolean =>
  PICTURED.test(clause) && ASKS_PICTURED.test(clause) && !NO_PICTURE_ASKED.test(clause) && !FOR_OTHERS.test(clause);
/** 要是有压坏的，拍一张发来 and 到了看看，有坏的拍给我们 ask for a picture of what hasn't happened (RULES J205). */
const IN_CASE =
  /^(?:那)?(?:要是|如果|万一|真要|真[^,，]{0,6}(?:毛病|问题|坏|不对|不合适|不舒服|了)|[0-9一两三五七]+天[之以]?内|若|等?(?:到了|到货|到手|收到(?:货|以?后|了|那天))|有[^吗没么?？]{0,4}[坏破烂压碎裂漏][^吗没么?？]*$)/;
const SENTENCE_BEFORE = /[^。！？!?\n]*$/;
const isInCase = (sentence: string): boolean =>
  (sentence.match(CLAUSES) ?? []).some((clause) => IN_CASE.test(clause) && !/[吗没么?？]$/.test(clause));

/** Behind it what settles it or leaves it free: 是不是老客都行, 有没有货我去问. */
const SETTLES =
  /[都也](?:行|可以|成|能|一样|不(?:影响|要紧|用)|没(?:关系|事|所谓|影响)|给|按|算)|(?:得|要|先|还得)(?:看|问|等|查|核)|为准|随[您你便]|先(?:留|收|放|别|不)|[来会再]说|无所谓|不(?:重要|影响|要紧)/;
/** 改了没, 在不在, 用过吗: yes or no. */
const WHETHER = /(?:吗|么|[^还]没有?|(.)[不没]\1.{0,4})[呀啊呢哈哦]*[?？]?$|^有没有|[^差要]不[?？]$|.{2}[^差要不]不$/;

/** 几台都必须是轻音的？, 要黑色的？: the mark asks, whatever the words. 啊？ doesn't ask for anything. */
const MARKED = /[\p{L}\d]{3}.*[?？]$/u;

/** 收件人还是原来那个吧, 电话没变吧: what the customer's own paper says, supposed to stand. */
const OWN_AS_BEFORE =
  /(?:收[件货]人|名字?|姓名|电话|手机号?|号码|联系方式|地址|门牌|小区).{0,6}(?:还是|原来|一样|[没不][变换改]).{0,8}吧[?？]?$/;

/** The trainee seeks leave, or asks whether they were heard: 嗯 answers that. */
const ASSENT =
  /(?:^|[^不])(?:(?:好|行|成|中|可以|要得|对|是)的?(?:吗|么|嘛|不|啵)|(?:明白|清楚|懂|知道|晓得|记住)了?(?:吗|么|嘛|没有?|不))[呀啊呢哈]*[?？]?$|^(?!.{0,2}[货件品西裹券钱款信码]).{0,2}[看收听][到见]了?(?:吗|么|没有?)[呀啊呢哈]*[?？]?$|(好|行|对|可|成|中|要得)不(?:\1|可以)|是不是[?？]?$|吧[?？]?$/;
/** 哪天都行, 坏几个赔几个, 谁要您就挂: here a question word means whichever it is. */
const WHICHEVER =
  /(谁|哪|几|啥|什么|多少|怎么|咋).*\1|(?:谁|啥|哪|什么|么|几|多少|咋|还是|(.)[不没]\2).{0,8}(?:都|也|就|看(?![的了过到见])|按|决定|说了算|[您你].{0,2}定)|不(?:管|论|因为)|无论|(?<!还是)随(?:[您你]|便(?![吃用穿看]))/;
/** 没什么, 不用你干啥, 有啥不懂的, 好几天, 那几位数: here a question word means something or nothing. */
const SOMETHING =
  /(?<!有)[没别不](?!.{0,4}[吗没?？]).{0,5}(?:谁|啥|什么|哪|几|多少)|有(?:啥|什么|哪[里儿]?|几)(?!.*[吗么没?？]$)|(?:[那这用等再零好十成就剩只]|(?<![用穿洗吃拆换戴坐])过|过(?=几[^次回]))几|几[十百千万]|(?<![用穿洗吃拆换戴坐]过)几(?:天|分钟|秒|步|次|句|日)(?:就|内|里|之|后|前|的|钱)?|一会儿?|都好久|什么的$|啥的$/;
/** 急什么急, 怪谁, 哪有, 这还用问吗: questions that want no answer. */
const RHETORICAL =
  /[急催怕慌气哭怪闹抖谢笑懂](?:[您你])?(?:啥|谁|什么)|客气(?:啥|什么)|谁[让叫喊拦]|哪[有能行]|哪个.{1,3}得|(?:咋|怎么)(?:[又这老还]|能|会|可能)|该干|至于|要紧|还用|不是.*吗|不就|可不|难道|(?<!\S{2}有没有)问题$|[您你]说呢|有(?:啥|什么)(?:用|好)|干[嘛啥]$|能咋的|(?:能|会)(?:怪|骗|赖|坑|亏|害)[您你我]|有(?:必要|完)|可能吗|是不是.*嘛$|就不能|(?:不会|没长|没带)(?:自己)?(?:看|眼)|不(?:知道|懂)吗/;
/** 没凶没凶, 不走不走, 还没呢. */
const DENIES = /^[啊噢哦哎]?(?:[不没](.)[不没]\1|不不|没有没有|还?没有?$)|^啊?没有/;
/** Matters of the shop's own doing, or for somebody else to know: 批不批我告诉您, 问一下仓库几点打包. 在我们店买过吗 is the customer's. */
const NOT_THEIRS =
  /(?:^|[^给跟帮和找问过在])(?!(?<=[在来过注])我们?(?:家|店|这|直播间))我(?:们)?(?!这|那)|俺|仓库|(?<![您你].{0,3}[接收看联签取拿].{0,2})快递(?!员|小哥|师傅|给[您你]|打)|班长|主管|组长|财务|平台|系统|告诉[您你]|回复?[您你]|[跟给][您你](?:说|讲|回)|不(?:知道|清楚|晓得|好说|敢)|说不[准好清死]|不(?:保证|确定)|保证不了|为准/;
/** 看看还在不在, 先量量多远, 问医生能不能用: the customer is told to look or to ask. 您看选哪个 does ask them. */
const TOLD_TO =
  /([看瞅量翻掂试问])(?:一下)?\1|[看查问翻量核]一?下|(?:^|先|再|得|能|也能|要)(?:看|瞅|量|翻|核|查|问|指定)(?!过|好|了)|^[您你]?(?:瞅|量|翻)(?!过)/;
/** What is only supposed, or names a time: 要是没收到, 收到以后. */
const SUPPOSED = /如果|要是|假如|万一|只要|一旦|^等|^若|的话$|[之以]后|(?<=[^您你])[之以]前/;

/** 补货几号到真没定, 几点停还没收到通知: says that it is open and asks nobody (RULES J241). */
const OPEN_STILL =
  /[还都也真暂](?:时)?没(?:有)?(?:[定准信]|通知|消息|准信)(?!.*[吗吧呢么?？]$)|没(?:有)?(?:收到|接到|看到|等到).{0,3}(?:通知|消息|准信|公告)(?!.*[吗吧呢么?？]$)/;

const NO_QUESTIONS = [RHETORICAL, DENIES, NOT_THEIRS, TOLD_TO, SUPPOSED, OPEN_STILL];
const isNone = (clause: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(clause));

/** 是换新的，还是退了: an either-or over two clauses. */
const OR_ELSE = /^还是(?!先|别|不要|得|建议|让|请|由|可以|能|会|老|一样|照|按|在|有|没|很|挺|比较|那|这|要看|我)/;
const CHOOSES = /是|要|想|选|改|拿|退|换|定|买|拍|挑/;

const formOf = (clause: string, before: string): QuestionForm | null => {
  if (OR_ELSE.test(clause) && CHOOSES.test(before) && !/都/.test(clause)) return 'which';
  if (GIVES_WORD.test(clause)) return 'say';
  if (CLOSING_QUESTION.test(clause) && CLOSING_END.test(clause)) return 'more';
  if (asksForPicture(clause)) return LEFT_FOR_LATER.test(clause) ? null : 'picture';
  if (GIVES.test(clause) && !GIVES_NOTHING.test(clause)) return 'give';
  if (ANNOUNCED.test(clause)) return 'whether';
  if (isNone(clause, NO_QUESTIONS)) return null;
  if (offersItsDenial(clause))
    return /^[您你]?(?:看|说)?还?(?:[要想]|[选拿买拍定挑](?![了过]))/.test(clause) ? 'which' : 'whether';
  if (IS_IT.test(clause)) return SETTLES.test(clause) ? null : 'whether';
  if (ELLIPTIC_QUESTION.test(clause)) return 'what';
  if (ASSUMED_QUESTION.test(clause) || OWN_AS_BEFORE.test(clause)) return 'assumed';
  if (ASSENT.test(clause)) return null;
  if (WHICHEVER.test(clause)) return MARKED.test(clause) ? 'whether' : null;
  if (CHOICE.test(clause) || (EITHER_OR.test(clause) && !AS_IT_WAS.test(clause))) return 'which';
  if (SOMETHING.test(clause)) return null;
  if (WHICH.test(clause)) return 'which';
  if (WHEN.test(clause)) return 'when';
  if (AMOUNT.test(clause)) return 'amount';
  if (ADDRESSED.test(clause) && WHY.test(clause)) return 'why';
  if (ADDRESSED.test(clause) && WHAT.test(clause)) return 'what';
  return WHETHER.test(clause) || MARKED.test(clause) ? 'whether' : null;
};

/** The trainee answers it themselves: 快递员还在吗，哦看到了. */
const ANSWERED =
  /^[哦噢喔啊嗯哎]*(?:[看瞧]到了|[看瞧]见了|[您你](?:刚才?|前面|上面|已经)*(?:说|写|发|提|讲)(?:了|过)|不对|[问看]错)/;
/** So many letters of a clause, and such a share, stand in a line of the customer's that asks: it is their own question told back. */
const [MIN_OWN_LETTERS, MIN_OWN_SHARE] = [3, 0.8];
const isTheirOwn = (clause: string, burst: readonly string[]): boolean => {
  const letters = [...clause].filter((char) => /[\p{L}\d]/u.test(char) && !/[您你我的了呀啊呢]/.test(char));
  return burst.some(
    (line) =>
      formOf(line, '') !== null &&
      letters.length >= MIN_OWN_LETTERS &&
      letters.filter((letter) => line.includes(letter)).length >= MIN_OWN_SHARE * letters.length,
  );
};

/**
 * What a turn asks the customer, each question by its form, the last first, up to one that the trainee answers themselves. `burst`: what
 * the customer has just said; a question of theirs that is told back before it is answered asks nobody.
 */
export const questionsIn = (text: string, burst: readonly string[] = []): AskedQuestion[] => {
  const places = [...text.matchAll(CLAUSES)];
  const clauses: readonly string[] = places.map(([clause]) => clause);
  const found: AskedQuestion[] = [];
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i] ?? '';
    if (ANSWERED.test(clause)) break;
    const form = formOf(clause, clauses[i - 1] ?? '');
    const upTo = text.slice(0, (places[i]?.index ?? 0) + clause.length);
    const kind = form === 'picture' && isInCase(SENTENCE_BEFORE.exec(upTo)?.[0] ?? '') ? null : form;
    if (kind && !(i < clauses.length - 1 && isTheirOwn(clause, burst))) found.push({ kind, clause });
  }
  return found;
};

/** The last thing a turn asks the customer; null where it asks nothing. */
export const lastQuestion = (text: string, burst: readonly string[] = []): AskedQuestion | null =>
  questionsIn(text, burst)[0] ?? null;

/** 在的亲, 您好, 不好意思: what may stand beside a question without saying anything. */
const BESIDE =
  /^(?:在的?亲?|亲+|[您你]?好的?|嗯+|哦+|行|姐姐?|哥哥?|请问|麻烦|不好意思|抱歉|那|收到)[呀啊哈呢哦的]*[?？]?$/;

/** Whether a text does nothing but ask the customer something. */
export const asksOnly = (text: string, burst: readonly string[] = []): boolean => {
  const clauses: readonly string[] = text.match(CLAUSES) ?? [];
  const asked = lastQuestion(text, burst);
  return (
    asked !== null &&
    !['more', 'say', 'give'].includes(asked.kind) &&
    clauses.every((clause, i) => formOf(clause, clauses[i - 1] ?? '') !== null || BESIDE.test(clause))
  );
};

/** Whether a text closes with a question to the customer, which they are to answer next. */
export const closesAsking = (text: string, burst: readonly string[] = []): boolean => {
  const asked = lastQuestion(text, burst);
  const last = text.match(CLAUSES)?.at(-1);
  return asked !== null && asked.clause === last && !['more', 'say', 'assumed'].includes(asked.kind);
};
