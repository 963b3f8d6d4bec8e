/** 催付: who was reminded of an order not paid, and who paid then. */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { type MeasureOf, nameAndFormula, percent, shareWorked } from './measure.ts';

/** The first payment card that was sent. */
const paymentCard = ({ conversation }: ConversationFacts): { index: number } | undefined =>
  conversation.clicks.find(({ action }) => action === 'remind-pay');

/**
 * Counted by unpaid order, not by window: a reminder that came too early and a later one in time belong to one order. Who
 * got a payment card was reminded, whether or not their story has a moment for it (RULES M105).
 */
export const paymentReminders: MeasureOf = (allFacts) => {
  const offered = allFacts
    .map((facts) => ({
      hasCard: paymentCard(facts) !== undefined,
      windows: facts.conversation.windows.filter(
        ({ kind, closed }) => kind === 'payment-reminder' && closed !== null && closed.how !== 'void',
      ),
    }))
    .filter(({ hasCard, windows }) => hasCard || windows.length > 0);
  const takenCount = offered.filter(
    ({ windows }) => windows.length === 0 || windows.some(({ closed }) => closed?.how === 'taken'),
  ).length;
  const earlyCount = offered.filter(({ windows }) => windows.some(({ closed }) => closed?.how === 'spoiled')).length;
  return {
    ...nameAndFormula('payment-reminder'),
    value: percent(takenCount, offered.length),
    unit: 'percent',
    target: offered.length === 0 ? null : '100',
    ok: offered.length === 0 ? null : takenCount === offered.length && earlyCount === 0,
    worked:
      offered.length === 0
        ? say('desk-figures:worked.no-window')
        : say(`desk-figures:worked.${earlyCount > 0 ? 'orders-early' : 'orders'}`, {
            taken: takenCount,
            offered: offered.length,
            early: earlyCount,
          }),
  };
};

/** 催付成功率 = recovered ÷ reminded. A customer who had paid before the reminder wasn't recovered by it. */
export const recovered: MeasureOf = (allFacts) => {
  const reminded = allFacts.flatMap((facts) => {
    const { conversation } = facts;
    const windows = conversation.windows.filter(
      ({ kind, closed }) => kind === 'payment-reminder' && closed !== null && closed.how !== 'void',
    );
    const by =
      windows.length === 0 ? paymentCard(facts) : windows.find(({ closed }) => closed?.how === 'taken')?.closed;
    return by ? [{ c: conversation, index: by.index }] : [];
  });
  const paidCount = reminded.filter(
    ({ c: conversation, index }) =>
      conversation.customerDeeds.some((did) => did.deed.deed === 'pay' && did.index > index) ||
      conversation.endings.some((ending) => ending.outcome === 'paid' && ending.index > index),
  ).length;
  return {
    ...nameAndFormula('recovered'),
    value: percent(paidCount, reminded.length),
    unit: 'percent',
    target: null,
    ok: null,
    worked: shareWorked(paidCount, reminded.length),
  };
};
