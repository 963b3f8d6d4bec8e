/** The words and values by which every point of a case is recognised, as lines an author can read beside the file. */
import { listed, say } from '#i18n/say.ts';
import type { DescribedWording, Frame } from '#language/points/wordings/describe-wordings.ts';
import { describePoint } from '#library/describe.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { pointsOf } from '#library/view/case-view.ts';

/** The payer, as `describePoint` names the two sides. */
const SIDES = { 店铺: 'shop', 买家: 'buyer' } as const;

/**
 * One block per point: first what decides by itself (a value, who pays, yes or no), then each wording with the words,
 * values, denial and side by which it is recognised. `exemplars`: by point, what the testplan's good trainees say.
 */
export const wordingsShown = (
  authored: AuthoredScenario,
  exemplars: ReadonlyMap<string, readonly string[]>,
): string[] => {
  return pointsOf(authored).flatMap(({ beat, point }) => {
    const { compiled } = describePoint(point, exemplars.get(point.id));
    return [
      say('commands:wordings.point', { case: authored.id, place: `${beat.id}/${point.id}`, says: point.says }),
      ...frameShown(compiled.frame).map((line) => `  ${line}`),
      ...compiled.right.map((key) => `  ✓ ${shown(key)}`),
      ...compiled.exemplars.map(
        (text) => `  ✓ ${say('commands:wordings.exemplar', { text: text.replaceAll('\n', ' ') })}`,
      ),
      ...compiled.wrong.map((key) => `  ✗ ${shown(key)}`),
      ...compiled.about.map((key) => `  ${say('commands:wordings.about', { wording: shown(key) })}`),
      ...compiled.unless.map((key) => `  ${say('commands:wordings.unless', { wording: shown(key) })}`),
    ];
  });
};

/** What the point's values, payer or denial decide by themselves, in an author's words. */
export const frameShown = ({ values, payer, split, denied }: Frame): string[] => {
  const kinds = [...new Set(values.map(({ kind }) => kind))].map((kind) => say(`commands:wordings.kind.${kind}`));
  const texts = values.map(({ text }) => text);
  return [
    ...(values.length > 0 ? [say('commands:wordings.values', { values: listed(texts), kinds: listed(kinds) })] : []),
    ...(split ? [say('commands:wordings.split')] : []),
    ...(payer && !split ? [say(`commands:wordings.payer.${SIDES[payer]}`)] : []),
    ...(denied === true ? [say('commands:wordings.denied')] : []),
    ...(denied === false ? [say('commands:wordings.affirmed')] : []),
    ...(values.length === 0 && !payer && !split ? [say('commands:wordings.nothing')] : []),
  ];
};

const shown = ({ text, words, values, denied, side }: DescribedWording): string => {
  const heard = [
    ...words,
    ...values,
    ...(denied ? [say('commands:wordings.no')] : []),
    ...(side ? [say(`commands:wordings.side.${SIDES[side]}`)] : []),
  ];
  return `${text}  ← ${heard.join(' · ')}`;
};
