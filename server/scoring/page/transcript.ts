/** What was said and done, in order, with the findings that rest on each line. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { Bubble, CustomerDeed, OpenPlace, Outcome } from '#engine/model/content.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText, yuan } from '#scoring/log/phrasing.ts';

type Line = Report['transcript'][number];

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  paid: '付款',
  kept: '办妥',
  returned: '退货',
  exchanged: '换货',
  lost: '走了',
  escalated: '升级',
};

function deedText(deed: CustomerDeed): string {
  switch (deed.deed) {
    case 'place-order':
      return `客户下单${deed.pays ? '并付款' : '，未付款'} ${yuan(deed.amount)}`;
    case 'pay':
      return '客户付款';
    case 'open-refund':
      return `客户申请退款${deed.amount === null ? '' : ` ${yuan(deed.amount)}`}`;
    case 'open-complaint':
      return `客户发起投诉，${deed.level} 级`;
    case 'bad-review':
      return '客户给了差评';
  }
}

/** The drawing beside its words; nothing for other bubbles and for a name that has none. */
function pictureIn(bubble: Bubble, facts: CaseFacts): Pick<Line, 'picture'> {
  const drawn = bubble.kind === 'picture' ? facts.picture(bubble.picture) : null;
  if (drawn === null) return {};
  const { picture, alt, width, height } = drawn;
  return { picture: { picture, alt, width, height } };
}

/** Where the trainee's words of this place in the log were read: where the customer had spoken last. */
export function placeAt(c: ConversationHistory, index: number): { place?: OpenPlace } {
  const place = c.said.findLast((s) => s.index < index)?.place;
  return place ? { place } : {};
}

export function transcriptOf(seen: ConversationFacts, findings: readonly ReportFinding[]): Line[] {
  const { c, facts } = seen;
  const onMessage = (id: string): string[] =>
    findings.filter((f) => [f, ...f.again].some(({ quoteAt }) => quoteAt?.message === id)).map((f) => f.id);
  const placed: (Line & { index: number })[] = [
    ...c.said.map((s) => ({
      ...line(s.id, s.at, s.index, 'customer', bubbleText(s.bubble, facts), []),
      ...pictureIn(s.bubble, facts),
      ...(s.place && { place: s.place }),
    })),
    ...c.bystanders.map((s) => ({
      ...line(s.id, s.at, s.index, 'bystander', s.text, []),
      name: s.name,
      ...(s.place && { place: s.place }),
    })),
    ...c.spoke.map((s) => ({
      ...line(s.id, s.at, s.index, 'trainee', s.text, onMessage(s.id)),
      quickReply: s.made.quickReply,
      ...placeAt(c, s.index),
    })),
    ...c.acted.map((a) => {
      const amount = a.with.amount;
      const title = facts.action(a.action)?.title ?? a.action;
      return line(
        a.id,
        a.at,
        a.index,
        'action',
        `${title}${typeof amount === 'number' ? ` ${yuan(amount)}` : ''}`,
        onMessage(a.id),
      );
    }),
    ...c.did.map((d) => line(`${c.key}-did-${d.index}`, d.at, d.index, 'event', deedText(d.deed), [])),
    // Without it a reader takes what is said days later for the same talk.
    ...c.jumps
      .filter((j) => j.text !== '')
      .map((j) => line(`${c.key}-jump-${j.index}`, j.at, j.index, 'event', j.text, [])),
    ...c.endings.map((e) =>
      line(
        `${c.key}-end-${e.index}`,
        e.at,
        e.index,
        'event',
        `结果：${OUTCOME_NAMES[e.outcome]}，评价 ${e.rating} 分`,
        [],
      ),
    ),
  ];
  return placed.sort((a, b) => a.index - b.index).map(({ index: _, ...rest }) => rest);

  function line(
    id: string,
    at: number,
    index: number,
    by: Line['by'],
    text: string,
    marked: string[],
  ): Line & { index: number } {
    return { id, conversation: c.key, at, by, text, findings: marked, quickReply: null, index };
  }
}
