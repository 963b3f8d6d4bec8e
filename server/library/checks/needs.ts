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
  const ways = need.do === undefined ? [] : [need.do, ...(need.or ?? [])];
  for (const [index, way] of ways.entries()) {
    if (!actions.has(way)) continue;
    const at = index === 0 ? [...path, 'do'] : [...path, 'or', index - 1];
    if (shop && !shop.actions.includes(way))
      yield {
        code: 'need-unmeetable',
        path: at,
        message: say('checker:need.not-offered', { shop: shop.id, action: way }),
      };
    // An alternative to a need is met with any fields, so a forbid of some of them may forbid it.
    const forbidden = (authored.forbids ?? []).find(
      (forbid) => forbid.do === way && (index > 0 || forbidsAll(forbid, need.with)),
    );
    if (forbidden)
      yield {
        code: 'need-unmeetable',
        path: at,
        message: say('checker:need.forbidden', { action: way }),
      };
  }
}

/** Whether a forbid hits these fields: it may forbid cancelling the paid order while cancelling the other one is needed. */
function forbidsAll(forbid: AuthoredForbid, fields: AuthoredForbid['with']): boolean {
  return Object.entries(forbid.with ?? {}).every(([name, value]) => String(fields?.[name]) === String(value));
}

function* checkFacts({ authored }: CaseView): Iterable<Fault> {
  const needs = needsOf(authored).map(({ need }) => need);
  const told = new Set(beatsOf(authored).flatMap(({ beat }) => beat.tells ?? []));
  const asked = new Set([
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
    if (fact.cues === undefined && fact.do === undefined && !told.has(id))
      yield { code: 'fact-undrawable', path, message: say('checker:fact.undrawable', { id }) };
    else if (fact.cues !== undefined && fact.model === undefined && asked.has(id))
      yield { code: 'fact-without-model', path, message: say('checker:fact.model', { id }) };
    else if (!asked.has(id) && !told.has(id))
      yield { code: 'fact-unused', path, message: say('checker:fact.unused', { id }) };
  }
}
