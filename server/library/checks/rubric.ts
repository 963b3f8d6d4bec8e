/** A rubric must have a rule for every finding that scoring can give. */
import type { Rubric } from '#engine/model/rubric.ts';
import { listed, say } from '#i18n/say.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { Library } from '#library/load.ts';
import { rulesMissing } from '#scoring/facts/codes.ts';

/** Only the newest rubric is checked: no new drill pins an older one, and an older one needn't know later codes. */
export function* checkRubric(
  rubric: Pick<Rubric, 'id' | 'findings'> | null,
  { rubrics }: Pick<Library, 'rubrics'>,
): Iterable<Fault> {
  if (rubric === null || rubric.id !== rubrics[0]?.id) return;
  const missingCodes = rulesMissing(rubric);
  if (missingCodes.length > 0)
    yield {
      code: 'rubric-rule-missing',
      path: ['findings'],
      message: say('checker:rubric.missing', { codes: listed(missingCodes) }),
    };
}
