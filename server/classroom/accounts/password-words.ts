/** Words that passwords are made of here, in lower case: with a few digits behind them they are tried first. */

const SURNAMES = `wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng
  xie han tang feng yu dong xiao cheng cao yuan deng xu fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan
  pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao
  meng long wan duan lei qian yin yi chang wen`.split(/\s+/);
const GIVEN = `wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiuying xia ping gang gui ying
  hong hui bin bo hao jian peng ting xin yu yue xue hua lan dan mei long fei kai rui xuan zihan yuxuan haoran zixuan
  chen meng jia qi xiaoming xiaohong`.split(/\s+/);
const PLAIN =
  `password passwd pass admin administrator root user test guest welcome letmein login master qwerty abc abcd
  super hello iloveyou love sunshine princess dragon monkey computer woaini woaiwo woainima aini nihao mima wodemima
  wodejia laoshi jiaoshi teacher student xuesheng xuexiao school class banji zhongguo china beijing shanghai guangzhou
  shenzhen chengdu wuhan hangzhou kefu kefudrill kefulianbingchang taobao tmall tianmao pinduoduo pdd jingdong douyin
  weixin huawei xiaomi alibaba dianshang shouhou shouqian zhijiao zhongzhi gaozhi peixun baobei laopo laogong mama baba
  qq asdf zxcv qwer asd qwe zxc aaa abcabc caonima wocao haha hehe xixi niubi`.split(/\s+/);

/** Surnames, the commonest full names in pinyin, and words of trade and school. */
export const PASSWORD_WORDS: ReadonlySet<string> = new Set([
  ...PLAIN,
  ...SURNAMES,
  ...SURNAMES.flatMap((surname) => GIVEN.map((given) => surname + given)),
]);
