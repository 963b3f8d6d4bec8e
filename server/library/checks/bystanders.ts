/** Bystanders' lines: each names its speaker, is short and only words, and stands where bystanders are present. */

import { say } from '#i18n/say.ts';
import { MAX_BUBBLE_CHARS, unknownVariables } from '#library/checks/sentences/customer-lines.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import { bystanderParts } from '#library/reading/bystanders.ts';
import { beatsOf, type CaseCheck, type LineAt } from '#library/view/case-view.ts';

export const checkBystanders: CaseCheck = function* ({ authored }) {
  for (const { beat, path } of beatsOf(authored)) {
    if (beat.others === undefined) continue;
    const at = [...path, 'others'];
    if ((beat.place ?? authored.place ?? 'private') === 'private')
      yield {
        code: 'bystander-private',
        path: at,
        message: say('checker:bystander.private'),
      };
    const lines =
      typeof beat.others === 'string'
        ? [{ line: beat.others, path: at }]
        : beat.others.map((line, index) => ({ line, path: [...at, index] }));
    for (const line of lines) yield* checkLine(line);
  }
};

function* checkLine({ line, path }: LineAt): Iterable<Fault> {
  for (const { part, who } of bystanderParts(line)) {
    if (/[〔〕]/.test(part)) yield { code: 'bystander-card', path, message: say('checker:bystander.card', { part }) };
    else if (who === null)
      yield { code: 'bystander-unnamed', path, message: say('checker:bystander.unnamed', { part }) };
    else if ([...who.text].length > MAX_BUBBLE_CHARS)
      yield {
        code: 'bystander-too-long',
        path,
        message: say('checker:bystander.long', { name: who.name, n: [...who.text].length }),
      };
  }
  yield* unknownVariables(line, path);
}
