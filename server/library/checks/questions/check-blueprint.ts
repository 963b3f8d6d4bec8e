/** The bank has what its blueprint promises: of each topic and level, and of each kind. */
import { say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { type AuthoredBlueprint, type AuthoredQuestions, QUESTION_LEVELS } from '#library/schema/questions.ts';

export function* checkBlueprint(
  { kinds, topics }: AuthoredBlueprint,
  files: readonly AuthoredQuestions[],
): Iterable<Fault> {
  const code = 'question-blueprint';
  const questions = files.flatMap(({ topic, questions: ofTopic }) => ofTopic.map((one) => ({ ...one, topic })));
  for (const [index, { id, levels }] of topics.entries())
    for (const [place, level] of QUESTION_LEVELS.entries()) {
      const count = questions.filter((one) => one.topic === id && one.level === level).length;
      const of = levels[place] ?? 0;
      if (count < of)
        yield { code, path: ['topics', index, 'levels', place], message: say('checker:bank.fewer', { count, of }) };
    }
  for (const [kind, of] of Object.entries(kinds)) {
    const count = questions.filter((one) => one.kind === kind).length;
    if (count < of) yield { code, path: ['kinds', kind], message: say('checker:bank.fewer', { count, of }) };
  }
}
