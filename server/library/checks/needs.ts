/** Needs, duties and facts: whether anybody could do what is asked, and whether what is hidden is ever wanted. */

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
        message: `${shop.id} 的接待台没有 ${way}：在 shop.yaml 的 actions 里加上，或换一个操作`,
      };
    // What else serves is met with any fields: a forbid of some of them may hit it.
    const forbidden = (authored.forbids ?? []).find(
      (forbid) => forbid.do === way && (index > 0 || forbidsAll(forbid, need.with)),
    );
    if (forbidden)
      yield {
        code: 'need-unmeetable',
        path: at,
        message: `${way} 又要做又禁做：先后不对用 after，数目不对在 forbids 里写 with（RULES M7）`,
      };
  }
}

/** A forbid with fields only hits the same fields: cancelling the paid order may be forbidden, the other one needed. */
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
      yield { code: 'fact-undrawable', path, message: `${id} 问不出来：写 cues（怎样问算问到），或 do（哪个操作）` };
    else if (fact.cues !== undefined && fact.model === undefined && asked.has(id))
      yield { code: 'fact-without-model', path, message: `${id} 写上 model：模范学员会怎么问，一句能照着说的话` };
    else if (!asked.has(id) && !told.has(id))
      yield { code: 'fact-unused', path, message: `没有一处要 ${id}：在拍子的 needs 里写 {ask: ${id}}，或删掉` };
  }
}
