/** Sentences a report recommends, checked for red lines: the program must not accuse what it advises. */
import { say } from '#i18n/say.ts';
import { judge } from '#language/judge.ts';
import { goodsNamesOf } from '#language/whole-reply/goods-names.ts';
import type { Path } from '#library/diagnostics/diagnostics.ts';
import { toBurst, wordsOf } from '#library/reading/lines.ts';
import { beatsOf, type CaseCheck, questionsOf } from '#library/view/case-view.ts';

export const checkModelRedLines: CaseCheck = function* ({ authored, shop }) {
  const goodsNames = goodsNamesOf(shop?.products ?? []);
  const wordsIn = (says: Parameters<typeof toBurst>[0] | undefined): string => wordsOf(toBurst(says ?? ''));
  const models: { text: string | undefined; customer: string; path: Path }[] = [
    ...questionsOf(authored).map(({ beat, question, path }) => ({
      text: question.model,
      customer: wordsIn(beat.says),
      path: [...path, 'model'],
    })),
    ...beatsOf(authored).flatMap(({ beat, path }) => [
      { text: beat.window?.model, customer: wordsIn(beat.says), path: [...path, 'window', 'model'] },
      { text: beat.quiet?.window?.model, customer: wordsIn(beat.says), path: [...path, 'quiet', 'window', 'model'] },
    ]),
    ...Object.entries(authored.customer.knows ?? {}).map(([id, fact]) => ({
      text: fact.model,
      customer: '',
      path: ['customer', 'knows', id, 'model'],
    })),
    ...Object.entries(authored.endings).map(([id, ending]) => ({
      text: ending.model,
      customer: wordsIn(ending.says),
      path: ['endings', id, 'model'],
    })),
  ];
  for (const { text, customer, path } of models) {
    if (text === undefined) continue;
    const [redLine] = judge({ reply: text, customer, goodsNames }).redLines;
    if (redLine === undefined) continue;
    const words = text.slice(redLine.start, redLine.end);
    yield {
      code: 'model-red-line',
      path,
      message: say('checker:model.red-line', { words, rule: redLine.rule }),
    };
  }
};
