import { askInfo } from './acts/ask-info.ts';
import { apology, thanks } from './acts/courtesy.ts';
import { crossSell } from './acts/cross-sell.ts';
import { empathy } from './acts/empathy.ts';
import { followUp } from './acts/follow-up.ts';
import { goodbye } from './acts/goodbye.ts';
import { greeting } from './acts/greeting.ts';
import { hear, type Span } from './acts/hearing.ts';
import type { Moment } from './acts/moment.ts';
import { orderPrompt } from './acts/order-prompt.ts';
import { paymentReminder } from './acts/payment-reminder.ts';
import { promiseTime } from './acts/promise-time.ts';
import type { Reading } from './clauses.ts';
import type { Act, Evidence } from './judgement.ts';

export { type Moment, momentOf } from './acts/moment.ts';

/** The acts a reply performs (DESIGN.md), with the words that show each. */
export function actsIn(reading: Reading, moment: Moment, holds: boolean): { acts: Act[]; evidence: Evidence[] } {
  const heard = hear(reading, moment);
  const acts: Act[] = [];
  const evidence: Evidence[] = [];
  const add = (act: Act, span: Span | null): boolean => {
    if (!span) return false;
    acts.push(act);
    evidence.push({ what: `act:${act}`, start: span.start, end: span.end });
    return true;
  };
  const hello = greeting(heard);
  const follow = followUp(heard);
  // 亲，还在吗 opens nothing new.
  add('greeting', hello && follow && hello.start === follow.start ? null : hello);
  add('apology', apology(heard));
  add('empathy', empathy(heard));
  add('thanks', thanks(heard));
  if (holds) acts.push('hold');
  const reminded = add('payment-reminder', paymentReminder(heard));
  add('order-prompt', orderPrompt(heard));
  const reopened = add('follow-up', follow);
  add('goodbye', goodbye(heard, reopened));
  add('ask-info', askInfo(heard, reminded || reopened));
  add('promise-time', promiseTime(heard));
  add('cross-sell', crossSell(heard));
  return { acts, evidence };
}
