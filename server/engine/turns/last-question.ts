/**
 * What a turn asks the customer last, by the form of the question (RULES T52). Where the story has no answer, customers
 * answer the kind of question in the words of their temper. A question that is missed here gets a nod (嗯).
 */

/** 退还是换 · 哪天要用 · 几口人 · 出什么事了 · 抹了啥 · 盒子还在不在 · 还有别的吗 · 您说. */
export type QuestionForm = 'which' | 'when' | 'amount' | 'why' | 'what' | 'whether' | 'more' | 'say';

const CLAUSES = /[^，。；！？,;!?…~～\s]+[？?]?/g;

/** 您说, 请讲: the trainee lets the customer speak. */
const GIVES_WORD = /^[您你]?请?(?:您|你)?(?:说|讲|问|接着说|继续说|尽管说|尽管问)(?:吧|嘛|呀|啊|哈|呗)*$/;
/** 还有别的要问吗: the last question of a conversation. */
const CLOSING_QUESTION = /还有(?:没有)?(?:什么|啥|其[他它]|别的|哪[里儿块点样]|问题|需要|要问|要帮|事)/;
const CLOSING_END = /(?:吗|么|没有?|不|呀|呢|[?？])[呀啊呢哈]*[?？]?$/;
/** 您要退还是换, 要红的要绿的. 还是先别用 and 还是一样 choose nothing. */
const EITHER_OR =
  /[^\s就也]还是(?!先|别|不要|得|建议|让|请|由|可以|能|会|老|一样|照|按|在|有|没|很|挺|比较|那|这|要看|\d)[^\s]|\d.*还是\d|^要.{1,4}的要.{1,4}的$/;
/** Here 还是 offers no choice, it means still or after all: 价钱不变还是149, 最划算的还是拦截. */
const AS_IT_WAS = /所以|[不没]变|(?:价|合起来|回来|也没有?).*还是|的还是(?!.*的[呀呢?？]*$)/;
const WHICH =
  /哪(?:一?(?:个|种|款|样|色|双|件|台|箱|条|边|头))|选(?:啥|什么|哪)|[拍拿要选买].{0,3}(?:几|多少|啥|什么|多大)[码色]/;
const WHEN = /哪(?:天|日|年|个?月|会儿)|什么时[候间]|啥时候?|几(?:号|点|时|月)|多久|好久/;
const AMOUNT = /几|多(?:少|大|高|重|长|宽|厚|远)/;
const WHY = /(?:什么|啥|咋|怎么)(?:事|了|啦|回事)|为(?:什么|啥|何)|哪[里儿](?:不|没|让|用)|咋还?不|怎么不/;
const WHAT = /谁|啥|什么|哪|咋|怎么|怎样/;
/** A question word alone makes no question: it must be put to somebody, end like a question, or be all there is. */
const ADDRESSED = /[您你]|[呀呢啊吗么哈?？]$|^.{1,5}$/;
/** 改了没, 在不在, 用过吗: yes or no. */
const WHETHER = /(?:吗|么|[^还]没有?|(.)[不没]\1.{0,4})[呀啊呢哈哦]*[?？]?$|^有没有|[^差要]不[?？]$|.{2}[^差要不]不$/;

/** The trainee seeks leave, or asks whether they were heard: 嗯 answers that. */
const ASSENT =
  /(?:^|[^不])(?:(?:好|行|成|中|可以|要得|对|是)的?(?:吗|么|嘛|不|啵)|(?:明白|清楚|懂|知道|晓得|记住)了?(?:吗|么|嘛|没有?|不))[呀啊呢哈]*[?？]?$|^.{0,2}[看收听][到见]了?(?:吗|么|没有?)[呀啊呢哈]*[?？]?$|(好|行|对|可|成|中|要得)不(?:\1|可以)|是不是[?？]?$|吧[?？]?$/;
/** 哪天都行, 坏几个赔几个, 谁要您就挂: here a question word means whichever it is. */
const WHICHEVER =
  /(谁|哪|几|啥|什么|多少|怎么|咋).*\1|(?:谁|啥|哪|什么|么|几|多少|咋|还是|(.)[不没]\2).{0,8}(?:都|也|就|看|按|决定|说了算|[您你].{0,2}定)|不(?:管|论|因为)|无论|随[您你便]/;
/** 没什么, 不用你干啥, 有啥不懂的, 好几天, 那几位数: here a question word means something or nothing. */
const SOMETHING =
  /(?<!有)[没别不](?!.{0,4}[吗没?？]).{0,5}(?:谁|啥|什么|哪|几|多少)|有(?:啥|什么|哪[里儿]?|几)(?!.*[吗么没?？]$)|[那这过用等再零好十成就剩只]几|几[十百千万]|几(?:天|分钟|秒|步|次|句|日)(?:就|内|里|之|后|前|的|钱)?|一会儿?|都好久|什么的$|啥的$/;
/** 急什么急, 怪谁, 哪有, 这还用问吗: questions that want no answer. */
const RHETORICAL =
  /[急催怕慌气哭怪闹抖谢笑懂](?:[您你])?(?:啥|谁|什么)|客气(?:啥|什么)|谁[让叫喊拦]|哪[有能行]|哪个.{1,3}得|(?:咋|怎么)(?:[又这老还]|能|会|可能)|该干|至于|要紧|还用|不是.*吗|不就|可不|难道|问题$|[您你]说呢|有(?:啥|什么)(?:用|好)|干[嘛啥]$|能咋的/;
/** 没凶没凶, 不走不走, 还没呢. */
const DENIES = /^[啊噢哦哎]?(?:[不没](.)[不没]\1|不不|没有没有|还?没有?$)|^啊?没有/;
/** Matters of the shop's own doing, or for somebody else to know: 批不批我告诉您, 问一下仓库几点打包. */
const NOT_THEIRS =
  /(?:^|[^给跟帮和找问])我(?:们)?(?!这|那)|俺|仓库|快递|班长|主管|组长|财务|平台|系统|告诉[您你]|回复?[您你]|[跟给][您你](?:说|讲|回)|不(?:知道|清楚|晓得|好说|敢)|说不[准好清死]/;
/** 看看还在不在, 先量量多远, 问医生能不能用: the customer is told to look or to ask. 您看选哪个 does ask them. */
const TOLD_TO =
  /([看瞅量翻掂试问])(?:一下)?\1|[看查问翻量核]一?下|(?:^|先|再|得|能|也能|要)(?:看|瞅|量|翻|核|查|问|指定)(?!过|好|了)|^[您你]?(?:瞅|量|翻)(?!过)/;
/** What is only supposed, or names a time: 要是没收到, 收到以后. */
const SUPPOSED = /如果|要是|假如|万一|只要|一旦|^等|^若|的话$|(?:之|以)[后前]/;

const NO_QUESTIONS = [ASSENT, WHICHEVER, SOMETHING, RHETORICAL, DENIES, NOT_THEIRS, TOLD_TO, SUPPOSED];
const isRealQuestion = (clause: string): boolean => NO_QUESTIONS.every((pattern) => !pattern.test(clause));

/** 是换新的，还是退了: an either-or over two clauses. */
const OR_ELSE = /^还是(?!先|别|不要|得|建议|让|请|由|可以|能|会|老|一样|照|按|在|有|没|很|挺|比较|那|这|要看|我)/;
const CHOOSES = /是|要|想|选|改|拿|退|换/;

const formOf = (clause: string, before: string): QuestionForm | null => {
  if (OR_ELSE.test(clause) && CHOOSES.test(before) && !/都/.test(clause)) return 'which';
  if (GIVES_WORD.test(clause)) return 'say';
  if (CLOSING_QUESTION.test(clause) && CLOSING_END.test(clause)) return 'more';
  if (!isRealQuestion(clause)) return null;
  if ((EITHER_OR.test(clause) && !AS_IT_WAS.test(clause)) || WHICH.test(clause)) return 'which';
  if (WHEN.test(clause)) return 'when';
  if (AMOUNT.test(clause)) return 'amount';
  if (ADDRESSED.test(clause) && WHY.test(clause)) return 'why';
  if (ADDRESSED.test(clause) && WHAT.test(clause)) return 'what';
  return WHETHER.test(clause) ? 'whether' : null;
};

/** The last thing a turn asks the customer, by its form; null where it asks nothing. */
export const lastQuestion = (text: string): { kind: QuestionForm; clause: string } | null => {
  const clauses: readonly string[] = text.match(CLAUSES) ?? [];
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i] ?? '';
    const kind = formOf(clause, clauses[i - 1] ?? '');
    if (kind) return { kind, clause };
  }
  return null;
};
