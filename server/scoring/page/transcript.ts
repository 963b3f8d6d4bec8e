/** What was said and done, in order, with the findings that rest on each line. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { Bubble, CustomerDeed, OpenPlace, Outcome } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText, yuan } from '#scoring/log/phrasing.ts';

type Line = Report['transcript'][number];

/** What an outcome is called in the language of the request. */
export const outcomeName = (outcome: Outcome): string => say(`page:outcome.${outcome}`);

/** The names of all outcomes. */
export const outcomeNames = (): Readonly<Record<Outcome, string>> => ({
  paid: outcomeName('paid'),
  kept: outcomeName('kept'),
  returned: outcomeName('returned'),
  exchanged: outcomeName('exchanged'),
  lost: outcomeName('lost'),
  escalated: outcomeName('escalated'),
});

function deedText(deed: CustomerDeed): string {
  switch (deed.deed) {
    case 'place-order':
      return say(`page:deed.${deed.pays ? 'ordered-paid' : 'ordered-unpaid'}`, { money: yuan(deed.amount) });
    case 'pay':
      return say('page:deed.paid');
    case 'open-refund':
      return deed.amount === null ? say('page:deed.refund') : say('page:deed.refund-of', { money: yuan(deed.amount) });
    case 'open-complaint':
      return say('page:deed.complaint', { level: deed.level });
    case 'bad-review':
      return say('page:deed.bad-review');
  }
}

/** The drawing beside its words; nothing for other bubbles and for a name that has none. */
function pictureIn(bubble: Bubble, facts: CaseFacts): Pick<Line, 'picture'> {
  const drawn = bubble.kind === 'picture' ? facts.picture(bubble.picture) : null;
  if (drawn === null) return {};
  const { picture, alt, width, height } = drawn;
  return { picture: { picture, alt, width, height } };
}

/** The public place where the trainee's words at this place in the log were read: that of the customer's last words. */
export function placeAt(c: ConversationHistory, index: number): { place?: OpenPlace } {
  const place = c.said.findLast((s) => s.index < index)?.place;
  return place ? { place } : {};
}

export function transcriptOf(seen: ConversationFacts, findings: readonly ReportFinding[]): Line[] {
  const { conversation: c, facts } = seen;
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
      const title = titleOfDeed(facts, a.action);
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
    // Without this row a reader takes words said days later for the same conversation.
    ...c.jumps
      .filter((j) => j.text !== '')
      .map((j) => line(`${c.key}-jump-${j.index}`, j.at, j.index, 'event', j.text, [])),
    ...c.endings.map((e) =>
      line(
        `${c.key}-end-${e.index}`,
        e.at,
        e.index,
        'event',
        say('page:ended', { outcome: outcomeName(e.outcome), rating: e.rating }),
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
