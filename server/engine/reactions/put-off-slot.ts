/**
 * In which words a customer puts off a question that nothing they know answers (RULES J126): what nobody can know
 * (到时候会下雨吗), what they would have to look up of their own (门牌几室), or what the trainee only supposes (您是跑步穿吧).
 */
import type { Reaction, Reactions, Slot } from '#engine/model/content.ts';

/** 会不会, 到时候, 以后: what is still to come. 会员 and 开会 are things. */
const TO_COME = /会不会|(?<![开机社])会(?!员|议|计).{0,6}(?:[吗么]|没有|不[?？]?$)|到时候?|以后|将来|下雨|天气/;
/** 他肯不肯, 人家喜欢吗: what somebody else wants. */
const OF_OTHERS = /(?:[他她它]们?|人家|对方|别人).{0,4}(?:喜欢|愿意|乐意|同意|答应|肯|介意|怎么想)/;
/** 收件人叫什么, 哪个小区: whose answer stands on the customer's own paper or door. */
const OWN_DATA =
  /收[件货]人|姓名|名字|贵姓|电话|手机号|号码|联系方式|门牌|小区|单元|[几哪]室|[几哪]楼|[几哪]栋|[几哪]号楼/;
/** 您是跑步穿吧: the trainee only wants to hear that it is so. */
const SUPPOSES = /吧[呀啊哈~～]*[?？]?$/;

/** 退还是换, 拿大盒还是小盒, 走顺丰还是圆通: what the customer wants, on which they may be undecided. 发霉 and 拍错 are states. */
const WANTS =
  /[要想选挑换退补改定寄付爱走拦转开]|喜欢|拿|买(?![的过了])|拍(?![错多重])|发(?![霉绿黄黑硬软酸烧痒红青芽])|[色码号款盒箱件瓶套装版]/;
/** 碎了还是裂了, 哪个坏了: a state that has to be looked at. */
const DAMAGE = /[坏破裂霉烂漏碎软硬馊臭酸瘪绿]/;
const STATE = /[了过]/;
/** 显示余额不足还是别的字: what a page or a phone shows has to be looked at. */
const SHOWN = /显示|提示|弹|报错|[写跳]的|[字灯]/;
/** 一个人用还是两个人用, 是控糖还是随便吃, 在家还是在公司: what is so, now or as a rule. */
const HABIT = /在.+还是|是[^，]{1,10}还是|[吃喝穿用住放戴抹洗存带泡]|人|自己|孩子|家里|公司|[男女新旧生熟]|[第头]一/;
/** 您是哪个省的, 在哪个直播间看到的: where somebody is from is theirs to say, where they have seen it is past. */
const ORIGIN = /哪个?(?:省|市|城市|地方|区|县|里)/;
const PAST = /[过了到]的|过哪|[过了]$|到了?[吗呀呢]?$/;
/** 几个人吃, 家里几口人. */
const PEOPLE = /[几多少](?:口|个)?人/;
/** 用着怎么样, 肚子好点没: how it is now. */
const HOW_IT_IS = /怎么样|咋样|如何|好[点些]|舒服/;

/** The same of 哪个 and its kin. */
const pickSlot = (clause: string): Slot => {
  if (ORIGIN.test(clause)) return 'asked-later';
  if (DAMAGE.test(clause)) return 'asked-whether';
  return PAST.test(clause) ? 'asked-what' : 'asked-which';
};

/**
 * In which words a choice is left open (RULES J182): 我再想想 is for what the customer wants; what is so they look at, or it
 * goes now this way and now that.
 */
export const choiceSlot = (clause: string): Slot => {
  if (!clause.includes('还是')) return pickSlot(clause);
  if (WANTS.test(clause) && !SHOWN.test(clause)) return 'asked-which';
  if (STATE.test(clause) || DAMAGE.test(clause) || SHOWN.test(clause)) return 'asked-whether';
  return HABIT.test(clause) ? 'asked-either' : 'asked-which';
};

/** 几号的单, 哪天提的, 什么时候收到的: a day that is past. */
const PAST_DAY = /的(?:单子?|事|货|订单)?[呀呢啊]*[?？]?$|过|了[呀呢啊]*[?？]?$/;

/** 几点在家, 什么时候有人收, 几点方便上门: at what hour somebody is there for a parcel or a carrier. */
const AT_HOME = /(?:几[点时]|什么时[候间]|啥时候?).*(?:在家|有人|方便(?:[收签接取派送]|上门)|能(?:签?收|接)(?!到))/;

/** Whether a clause asks at what hour the customer is at home. */
export const asksWhenHome = (clause: string): boolean => AT_HOME.test(clause) && !PAST_DAY.test(clause);

/** A day that is past isn't remembered: 日子说不准 is for one to come (RULES J242), and no word on when they are at home (J250). */
export const daySlot = (clause: string): Slot => {
  if (asksWhenHome(clause)) return 'asked-home';
  return PAST_DAY.test(clause) ? 'asked-what' : 'asked-when';
};

/** 想了解哪方面, 您要咨询什么: what the customer would like to hear of. */
const WISH_TO_HEAR = /(?:了解|咨询|问|知道)(?:一?下|点)?(?:的是)?(?:哪(?:方面|一?[块个点些样])|什么|啥)/;

/** Whether a clause asks what the customer would like to hear: nobody has forgotten that (RULES J241). */
export const asksTheirWish = (clause: string): boolean => WISH_TO_HEAR.test(clause);

/** 是哪里要我帮忙, 养生壶怎么了, 什么情况: what brings the customer here. */
const MATTER =
  /(?:哪[里儿块些样]|什么|啥).{0,4}(?:帮|处理|看看)|(?:帮|处理|看).{0,5}(?:什么|啥|哪)|(?:怎么|咋)[了啦]|(?:什么|啥)(?:情况|问题|事|毛病)/;

/** Whether a text asks what the customer’s matter is. */
export const asksTheirMatter = (text: string): boolean => MATTER.test(text);

/** Whether a clause asks how many people there are. */
export const asksPeople = (clause: string): boolean => PEOPLE.test(clause);

/** Whether a clause asks how something is now: nobody has forgotten that. */
export const asksHowItIs = (clause: string): boolean => HOW_IT_IS.test(clause);

const isBeyondKnowing = (clause: string): boolean => TO_COME.test(clause) || OF_OTHERS.test(clause);

/** Whether a clause asks for what is the customer's own, a name or a door. */
export const isOwnData = (clause: string): boolean => OWN_DATA.test(clause);

/** The words for a question that has none of its own. */
export const putOffSlot = (clause: string): Slot => {
  if (isBeyondKnowing(clause)) return 'dont-know';
  if (asksTheirWish(clause)) return 'asked-more';
  return SUPPOSES.test(clause) && !isOwnData(clause) ? 'asked-supposed' : 'asked-own';
};

/** Whose words are said where somebody has none for a slot, as content stored before them hasn't. */
const INSTEAD: { readonly [slot in Slot]?: Slot } = {
  'asked-own': 'dont-know',
  'asked-supposed': 'dont-know',
  'asked-either': 'asked-whether',
  'asked-picture': 'asked-own',
  'asked-home': 'asked-when',
};

/** The reaction of a slot, else that of the one which stands for it. */
export const reactionIn =
  (slot: Slot) =>
  ({ slots }: Reactions): Reaction | undefined => {
    const instead = INSTEAD[slot];
    return slots[slot] ?? (instead && reactionIn(instead)({ slots } as Reactions));
  };
