/** `npm run -s doctor [-- --json] [--lang zh|en]` */
import { languageNamed, speak } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { readArguments } from '#scripts/read-arguments.ts';
import { checksText, worst } from './check.ts';
import { examine } from './examine.ts';
import { thisMachine } from './machine.ts';

/** Prints what it found; the process ends with 1 when something must be mended before the server can serve. */
export const doctor = async (top: string, env: Readonly<Record<string, string | undefined>>): Promise<void> => {
  speak(languageNamed(env.UI_LANG) ?? 'zh');
  const { values } = readArguments(() => say('doctor:usage'), {
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string' } },
  });
  const checks = await examine(top, env, thisMachine());
  const isWell = worst(checks) !== 'bad';
  console.log(values.json ? JSON.stringify({ ok: isWell, checks }) : checksText(checks));
  // Not exit(): what is still on its way into a pipe would be lost.
  process.exitCode = isWell ? 0 : 1;
};
