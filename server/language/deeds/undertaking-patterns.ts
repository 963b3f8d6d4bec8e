/** Words by which the shop undertakes to do a thing, and words that make it an offer, a condition or another's act. */

/** A clause without any of these undertakes nothing. */
export const MAY_UNDERTAKE = /[我俺咱帮替]|给[您你]|这边|这就|马上|立[刻马]/;
const ADVERBS =
  '(?:这就|马上|立刻|立马|现在就?|[先再也都去来会就]|等[一]?[下会]儿?|一会儿?|给[您你]|[帮替为][您你]|一块儿?|一并|一起|重新|另外|顺便|[把将])*';
const SELF = '(?<![找让叫请跟给和向问从由帮为对到])(?:(?:我|俺|咱)们?(?:这边)?|这边)';
const AT_ONCE = '(?:这就|马上|立刻|立马)';
const FOR_THEM = '^(?:那|好的?|行|嗯)?(?:再|先)?(?:给[您你]|[帮替为][您你])';
/** Ends right before the deed: 我这就给您…, 马上…, 帮您… */
export const UNDERTAKES = new RegExp(`(?:${SELF}|${AT_ONCE}|${FOR_THEM})${ADVERBS}$`);
/** Between the shop and the deed: the deed comes on top of what was done before (我一块报, 也报给主管). */
export const ANEW = /一块儿?|一并|一起|[也再]|重新|另外|顺便/;
/** Before the shop's part of the clause: what must come first, a denial, an alternative, a choice, or somebody else. */
export const NOT_PLAIN =
  /[后完要若如等从没不别未到批凡能可该想得最比才只敢哪谁喊叫敲赶急]|[了好过](?!的)|[您你](?![的单这那])|(?:客户|仓库|快递|主管|班长|组长|平台|系统)(?!那[边里头])|他|她|一个是|以前|之前|刚|否则|除非|然后|拍|下单|出来|时(?!间)|寄|回头|晚点|明[天早儿]|[今明]晚|后天|到时|[发传拍寄报]过?来/;
/** Behind the deed: done already, denied, asked, left to the customer, or words that speak of it (重发的是). */
export const BEHIND_SPOILS =
  /[不没吗呢吧么]|^销|^[^,]{0,3}(?:的|[了啦喽咯过完])|^(?:好|上|成)[^,]*[了啦]|了$|就[行好可成]|即可|可以|行[不吗]|[起算]$|明[天早儿]|[今明]晚|后天|以后|下次|报销/;
/** What stands before the clause sets a condition, asks, or tells what the customer does first: 收到货, 您拍照发我. */
export const CONDITION_BESIDE =
  /[后完]$|的话|^(?:要是|要么|如果|万一|要|若|等)|收到|到货|到仓|验[收货好]|签收|寄回|批了|批下|点头|同意|(?:[拍发传报说给找喊叫]|告诉)[^,]{0,4}[我来下声]$|[跟和]我[说讲]{1,2}$|[就再接来](?:[拍付]|下单)[下款了]?$|[说报发回][个一][^,]{0,3}$|照片|截图|[您你]先?(?:拍|付|下单)|[您你](?:发|传|点|寄|选|挑|定|想|要|说|看)/;
/** The clause behind asks whether it is wanted: 行不, 要不要, 您看. */
export const SEEKS_LEAVE_BEHIND = /^(?:[您你](?:看|觉得|要|想|同意|点头|说)|可以|行|好|成|要不要|愿意|怎么样|咋样)/;
/** Endings by which an operation's words tell it as done; without them they name it: 报了 → 报. */
export const DONE_ENDING = /[了过好]$/;
/** Nouns that name no deed by themselves. */
export const NO_DEED = ['工单', '退货', '价保', '单…开', '换成', '改成', '改到'];
