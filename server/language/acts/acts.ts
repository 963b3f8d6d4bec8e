import type { Act, Evidence } from '../judgement.ts';
import type { Reading } from '../reading/clauses.ts';
import { askInfo } from './ask-info.ts';
import { apology, thanks } from './courtesy.ts';
import { crossSell } from './cross-sell.ts';
import { empathy } from './empathy.ts';
import { followUp } from './follow-up.ts';
import { goodbye } from './goodbye.ts';
import { greeting } from './greeting.ts';
import { hear, type Span } from './hearing.ts';
import type { Moment } from './moment.ts';
import { orderPrompt } from './order-prompt.ts';
import { paymentReminder } from './payment-reminder.ts';
import { promiseTime } from './promise-time.ts';

export { type Moment, momentOf } from './moment.ts';

type Found = { acts: Act[]; evidence: Evidence[] };

function note(found: Found, act: Act, span: Span | null): boolean {
  if (!span) return false;
  found.acts.push(act);
  found.evidence.push({ what: `act:${act}`, start: span.start, end: span.end });
  return true;
}

/** The acts a reply performs (DESIGN.md), with the words that show each. */
export function actsIn(reading: Reading, moment: Moment, holds: boolean): Found {
  const heard = hear(reading, moment);
  const found: Found = { acts: [], evidence: [] };
  const hello = greeting(heard);
  const follow = followUp(heard);
  // 亲，还在吗 opens nothing new.
  note(found, 'greeting', hello && follow && hello.start === follow.start ? null : hello);
  note(found, 'apology', apology(heard));
  note(found, 'empathy', empathy(heard));
  note(found, 'thanks', thanks(heard));
  if (holds) found.acts.push('hold');
  const reminded = note(found, 'payment-reminder', paymentReminder(heard));
  note(found, 'order-prompt', orderPrompt(heard));
  const reopened = note(found, 'follow-up', follow);
  note(found, 'goodbye', goodbye(heard, reopened));
  note(found, 'ask-info', askInfo(heard, reminded || reopened));
  note(found, 'promise-time', promiseTime(heard));
  note(found, 'cross-sell', crossSell(heard));
  return found;
}
