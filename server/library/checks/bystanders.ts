/** Bystanders' lines: named, short, words only, and where there is somebody to stand by. */

import { LONGEST, unknownVariables } from '#library/checks/words/lines.ts';
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
        message: '私聊里没有旁人：拍子或案例写 place: public 或 group，或删掉',
      };
    const lines =
      typeof beat.others === 'string'
        ? [{ line: beat.others, path: at }]
        : beat.others.map((line, index) => ({ line, path: [...at, index] }));
    for (const one of lines) yield* checkLine(one);
  }
};

function* checkLine({ line, path }: LineAt): Iterable<Fault> {
  for (const { part, who } of bystanderParts(line)) {
    if (/[〔〕]/.test(part)) yield { code: 'bystander-card', path, message: `「${part}」：旁人只说话，把〔…〕拿掉` };
    else if (who === null)
      yield { code: 'bystander-unnamed', path, message: `「${part}」：写成 名字：话，名字 12 字以内` };
    else if ([...who.text].length > LONGEST)
      yield { code: 'bystander-too-long', path, message: `${who.name}的话 ${[...who.text].length} 字：至多 60 字` };
  }
  yield* unknownVariables(line, path);
}
