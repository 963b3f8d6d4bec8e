/** What can be said instead of each red line (docs/trade.md §6). */

import { inLanguage } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import type { RedLine } from '#language/terms/verdicts.ts';
import type { Suggestion } from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';

/**
 * For these red lines a sentence on the line itself comes before the answer, unless the answer says it (`said`). For
 * the others the answer alone is enough.
 */
const LEADS: { readonly [code in RedLine]?: { lead: string; said: RegExp } } = {
  offsite: { lead: '就在这里说就行，聊天都有记录。', said: /这里说|微信|私下|收款码|二维码/ },
  'paid-review': { lead: '评价您照实写就好。', said: /评价|照实写|[一五]星/ },
  'block-complaint': { lead: '投诉是您的权利，我不拦。', said: /投诉|平台|视频|不拦/ },
};
/** Longest line in characters; a longer one is shown without that sentence. */
const MAX_CHARS = 60;

/** `answer`: what could be said on what the customer was waiting for, if anything was. */
export const redLineInstead = (code: RedLine, caseFacts: CaseFacts, answer: Suggestion | null = null): Suggestion => {
  if (answer === null) return general(code, caseFacts);
  const lead = LEADS[code];
  if (typeof answer !== 'string') {
    if (lead === undefined) return answer;
    const afterLead = (steps: string): string => say('suggestions:step.sayFirst', { words: lead.lead, steps });
    return { steps: afterLead(answer.steps), comparableAs: inLanguage('zh', () => afterLead(answer.comparableAs)) };
  }
  const withLead = lead && !lead.said.test(answer) ? `${lead.lead}${answer}` : answer;
  return withLead.length > MAX_CHARS ? answer : withLead;
};

const general = (code: RedLine, caseFacts: CaseFacts): string => {
  const repliesByRedLine: Record<RedLine, string> = {
    offsite: `就在这里说就行，${caseFacts.shop.name}的事这里都能办，聊天也都有记录`,
    insult: '这件事让您费心了。我现在能办的是这一步，办到哪我都在这里告诉您',
    threat: '您的决定我尊重，我这边能做的先给您办了',
    privacy: '这些信息我只能跟下单的账号说，请本人用下单的账号来找我，我马上接着办',
    credential: '验证码、密码、卡号都不用发，退款原路回到您付款的地方',
    'false-claim': '商品页上写的我照实说，页面没写的我不敢保证，您看这几样合不合用',
    'paid-review': '评价您照实写就好，您遇到的问题我先给您解决',
    'unauthorised-promise': '这一项我定不了，我现在报上去，主管两小时内在这里给您答复，不算数的话我先不说',
    'block-complaint': '投诉是您的权利，我不拦，您这件事我照样接着办',
    'final-interpretation': '这件事按规则卡上写的来，我把那一条和日期发给您看',
  };
  return repliesByRedLine[code];
};
