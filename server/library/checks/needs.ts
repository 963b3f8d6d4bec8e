/** Needs, duties and facts: somebody must be able to do what is asked, and some need must ask for each hidden fact. */

import { say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredForbid } from '#library/schema/parts.ts';
import { beatsOf, type CaseCheck, type CaseView, type NeedAt, needsOf, questionsOf } from '#library/view/case-view.ts';

export const checkNeeds: CaseCheck = function* (view) {
  for (const at of needsOf(view.authored)) yield* checkNeed(at, view);
  yield* checkFacts(view);
};

function* checkNeed({ need, path }: NeedAt, { authored, shop, actions }: CaseView): Iterable<Fault> {
  const operations = need.do === undefined ? [] : [need.do, ...(need.or ?? [])];
  for (const [index, operation] of operations.entries()) {
    if (!actions.has(operation)) continue;
    const at = index === 0 ? [...path, 'do'] : [...path, 'or', index - 1];
    if (shop && !shop.actions.includes(operation))
      yield {
        code: 'need-unmeetable',
        path: at,
        message: say('checker:need.not-offered', { shop: shop.id, action: operation }),
      };
    // An alternative to a need is met with any fields, so a forbid of some of them may forbid it.
    const forbidden = (authored.forbids ?? []).find(
      (forbid) => forbid.do === operation && (index > 0 || forbidsAll(forbid, need.with)),
    );
    if (forbidden)
      yield {
        code: 'need-unmeetable',
        path: at,
        message: say('checker:need.forbidden', { action: operation }),
      };
  }
}

/** Whether a forbid hits these fields: it may forbid cancelling the paid order while cancelling the other one is needed. */
const forbidsAll = (forbid: AuthoredForbid, fields: AuthoredForbid['with']): boolean => {
  return Object.entries(forbid.with ?? {}).every(([name, value]) => String(fields?.[name]) === String(value));
};

function* checkFacts({ authored }: CaseView): Iterable<Fault> {
  const needs = needsOf(authored).map(({ need }) => need);
  const factsTold = new Set(beatsOf(authored).flatMap(({ beat }) => beat.tells ?? []));
  const factsAsked = new Set([
    ...needs.flatMap(({ ask, after }) => [
      ask,
      ...(after ?? []).map((condition) => ('ask' in condition ? condition.ask : undefined)),
    ]),
    ...questionsOf(authored).flatMap(({ question }) =>
      (question.first ?? []).map((first) => (typeof first === 'string' ? first : undefined)),
    ),
  ]);
  for (const [id, fact] of Object.entries(authored.customer.knows ?? {})) {
    const path = ['customer', 'knows', id];
    if (fact.cues === undefined && fact.do === undefined && !factsTold.has(id))
      yield { code: 'fact-undrawable', path, message: say('checker:fact.undrawable', { id }) };
    else if (fact.cues !== undefined && fact.model === undefined && factsAsked.has(id))
      yield { code: 'fact-without-model', path, message: say('checker:fact.model', { id }) };
    // Without a model it is a side fact (RULES T71): it answers who asks, and nothing has to want it.
    else if (!factsAsked.has(id) && !factsTold.has(id) && fact.model !== undefined)
      yield { code: 'fact-unused', path, message: say('checker:fact.unused', { id }) };
  }
}
