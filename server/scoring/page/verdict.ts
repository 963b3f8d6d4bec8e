/** The verdict: what the customer met and what was rightly done, in two or three sentences that rest on the lead. */
import type { ReportFinding } from '#contract/report.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { shortened } from '#scoring/log/phrasing.ts';
import type { Lead } from '#scoring/marks/lead.ts';
import type { Replies } from '#scoring/marks/next-goal.ts';
import type { Scorecard } from '#scoring/marks/scorecard.ts';
import { isLost } from '#scoring/opportunities/unfinished.ts';
import { praisedQuotes } from './praised-quotes.ts';
import { isCounted, storyOf } from './story.ts';

type Told = {
  seens: readonly ConversationFacts[];
  card: Scorecard;
  findings: readonly ReportFinding[];
  lead: Lead | null;
  replies: Replies;
  /** Questions that findings are about (praised-quotes.ts). */
  held: ReadonlySet<string>;
};

export function verdictOf(told: Told): string {
  const { seens, card, lead } = told;
  if (seens.every((s) => s.c.spoke.length === 0 && s.c.acted.length === 0)) return silentVerdict(told);
  const good = goodPart(told);
  const kept = good === null ? [] : [good];
  if (lead === null) {
    return sentences([...kept, nothingToChange(seens, card)]);
  }
  const bad = badPart(told, lead);
  const seen = seenOf(seens, lead.worst);
  // Who is lost comes first: what was right is no comfort to them.
  const whole = sentences(seen !== undefined && isLost(seen) ? [bad, ...kept] : [...kept, bad]);
  return whole.length <= LONGEST ? whole : sentences([bad]);
}

/** Said of what was reached alone, where a customer's story was broken off. */
function nothingToChange(seens: readonly ConversationFacts[], card: Scorecard): string {
  const cuts = seens.map(({ road }) => road.cut);
  if (cuts.includes('trainee')) return '客户还没说完，你就结束了；走到的没有要改的';
  if (cuts.some((cut) => cut !== null)) return '没有做完；走到的没有要改的';
  return card.range[0] < card.score ? '还有拿不准的，判了再看' : '没有要改的';
}

/** A verdict longer than this is read by nobody. */
const LONGEST = 88;

const sentences = (parts: readonly string[]): string =>
  parts.map((p) => `${p}${/[。？！]$/.test(p) ? '' : '。'}`).join('');

const seenOf = (seens: readonly ConversationFacts[], { conversation }: ReportFinding): ConversationFacts | undefined =>
  seens.find((s) => s.c.key === conversation);

function silentVerdict({ lead, seens, replies }: Told): string {
  const story = lead === null ? '' : `${storyOf(lead.worst, replies)}${wentOf(seens, lead.worst)}`;
  return sentences(['这一场你没有说话', ...(story === '' ? [] : [story])]);
}

function badPart({ seens, card, replies }: Told, { worst, kind }: Lead): string {
  const one = seens.length > 1 && !isCounted(worst, replies);
  const name = one ? `${seenOf(seens, worst)?.facts.scenario.customer.name ?? ''}那边，` : '';
  // Who left because nobody answered is told of as not answered: one deed.
  const caps = kind.some(({ code }) => code === card.cappedBy) && card.capCosts > 0;
  const capped = caps ? `，总分封顶 ${card.capAt}` : '';
  return `${name}${storyOf(worst, replies)}${capped}${wentOf(seens, worst)}`;
}

/** How the customer went who is lost, as the record has it: said only where the fault came before it. */
function wentOf(seens: readonly ConversationFacts[], worst: ReportFinding): string {
  const seen = seenOf(seens, worst);
  const ending = seen?.c.endings.at(-1);
  if (!seen || !ending || !isLost(seen) || worst.at > ending.at) return '';
  const deeds = seen.c.did.map(({ deed }) => deed.deed);
  if (deeds.includes('open-complaint')) return '，客户投诉了';
  if (deeds.includes('bad-review')) return '，客户给了差评';
  if (ending.outcome === 'lost') return '，客户走了';
  return ending.outcome === 'escalated' ? '，事情闹到了上面' : `，客户只打了 ${ending.rating} 分`;
}

const MOST_NAMED = 2;

/** What was really done: a merit with what came of it, else the things that were told rightly; null where nothing was. */
function goodPart({ seens, findings, held }: Told): string | null {
  const merit = MERITS.flatMap((code) => findings.filter((f) => f.code === code && f.quoteAt !== null))[0];
  if (merit) return meritPart(merit);
  const said = praisedQuotes(seens, held, findings).map((words) => `「${words}」`);
  if (said.length === 0) return null;
  const named = said.slice(0, MOST_NAMED).join('');
  return `${named}${said.length > MOST_NAMED ? '这几样' : ''}你${said.length > 1 ? '都' : ''}说对了`;
}

/** What came of something goes before what was merely done. Who put a fault right has it held at half: no praise beside it. */
const MERITS = ['merit:asked-first', 'merit:calmed', 'merit:kept-promise'];

/** What came of it, the customer's words no longer than a glance. */
const toldShort = (why: string): string =>
  why
    .replace('你这一问，', '')
    .replace(/。$/, '')
    .replace(/「([^」]*)」/g, (_, words: string) => `「${shortened(words, MOST_TOLD)}」`);
const MOST_TOLD = 18;

const meritPart = ({ code, quote, why }: ReportFinding): string =>
  `你${code === 'merit:asked-first' ? '问' : '说'}「${shortened(quote)}」，${toldShort(why)}`;
