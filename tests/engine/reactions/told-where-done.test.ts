/** What was done in a conversation is told to whom it was done for, and nobody is mixed up with who has gone (RULES T184). */
import { describe, expect, it } from 'vitest';
import { answerRequest } from '#engine/judge/answer-request.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { contentFor } from '#library/load.ts';
import { oneTurn } from '#tests/engine/support/one-turn.ts';
import { library } from '#tests/support/library.ts';

const HERE = 'payment-reminder/unpaid-mum-pay';
const THERE = 'complaint-escalation/who-decides-tinghe';
const content = prepare(contentFor(library, [HERE, THERE]).data);
const waits = [...(content.cases.get(THERE)?.points.keys() ?? [])];
const others = [{ conversation: 'c2', scenario: THERE, waits }];
const deeds = { named: content.cases.get(HERE)?.shop.actions ?? [], open: [] };

const crossTalk = (text: string, doneHere: readonly string[]) =>
  answerRequest(content, oneTurn(HERE, text, { customer: '付不了', others, deeds, doneHere })).crossTalk;

describe('[T184] words that tell an operation', () => {
  const text = '这个数要班长定，已经报班长了，10分钟内给您回话';

  it('may be another customer’s where nothing was done here', () => {
    expect(crossTalk(text, [])).toMatchObject({ conversation: 'c2' });
  });

  it('are this customer’s where it was done here', () => {
    expect(crossTalk(text, ['escalate-1'])).toBeNull();
  });
});
