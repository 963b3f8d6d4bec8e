/** Questions made by a particle alone, as shapes of a clause without the marks before it. */

/** A thing and 呢, all there is of a clause: 地址呢, 那您的券呢. 正查着呢, 还早呢 and 好着呢 tell something. */
export const ELLIPTIC_QUESTION =
  /^(?:那|还有|另外)?(?:[您你](?:的|那边的?|那)?)?[^您你我的了过好\d,?正在着还才可都没不刚得很挺要会想等查看问办催忙弄核说讲盯帮给跟联处马稍]{1,5}(?<![多少大快慢早晚候长儿])呢[?？]?$/;

/**
 * What the customer has done with their own things, or how these are, supposed by the trainee: 箱子没扔吧, 吊牌还在吧. None are
 * guesses of the shop's own doing (应该还没打包吧) and of what both do (还没说完吧).
 */
export const ASSUMED_QUESTION =
  /^(?!.*(?:应该|可能|大概|估计|说不定|也许|我|咱|仓库|系统|快递(?!员)|发(?!票)|出库|打包|揽|派|到仓|审|批|处理|备货|说完|[没不](?:事|关系|问题|影响|啥|什么))).*(?:没(?:有)?(?![问关])[^,]{1,6}|还(?:在|有|留着|没[^,]{1,4})|[都也]是?[^,]{1,8}的)吧[?？]?$/;
