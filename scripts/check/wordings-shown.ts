/** What every point of a case listens for, as lines an author can read beside the file. */
import type { DescribedWording, Frame } from '#language/points/wordings/describe-wordings.ts';
import { describePoint } from '#library/describe.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { pointsOf } from '#library/view/case-view.ts';

const KINDS: Record<Frame['values'][number]['kind'], string> = {
  amount: '钱数',
  duration: '时长',
  clock: '钟点',
  date: '日子',
  percent: '比例',
  size: '尺码',
  measure: '尺寸或重量',
  number: '数',
};

/**
 * One block a point: first what decides by itself (a value, who pays, yes or no), then each wording with the words, values,
 * denial and side that are listened for. `exemplars`: by point what the testplan's good trainees say.
 */
export function wordingsShown(authored: AuthoredScenario, exemplars: ReadonlyMap<string, readonly string[]>): string[] {
  return pointsOf(authored).flatMap(({ beat, point }) => {
    const { compiled } = describePoint(point, exemplars.get(point.id));
    return [
      `${authored.id} ${beat.id}/${point.id} 「${point.says}」`,
      ...frameShown(compiled.frame).map((line) => `  ${line}`),
      ...compiled.right.map((key) => `  ✓ ${shown(key)}`),
      ...compiled.exemplars.map((text) => `  ✓ 剧本里这样答：${text.replaceAll('\n', ' ')}`),
      ...compiled.wrong.map((key) => `  ✗ ${shown(key)}`),
      ...compiled.about.map((key) => `  关于 ${shown(key)}`),
      ...compiled.unless.map((key) => `  除非 ${shown(key)}`),
    ];
  });
}

/** What a closed class decides, in an author's words. */
export function frameShown({ values, payer, split, denied }: Frame): string[] {
  const kinds = [...new Set(values.map(({ kind }) => KINDS[kind]))];
  const texts = values.map(({ text }) => text).join('、');
  return [
    ...(values.length > 0 ? [`要说到 ${texts}：说成别的${kinds.join('、')}是说错，一个都不说算没说到`] : []),
    ...(split ? ['钱两边各出一部分：说成一边全出是说错'] : []),
    ...(payer && !split ? [`钱由${payer}出：说成${payer === '店铺' ? '买家' : '店铺'}出是说错`] : []),
    ...(denied === true ? ['说的是「不」：同样的话说成「能」「有」是反话'] : []),
    ...(denied === false ? ['说的是「是」：同样的话里添了「不」「没」是反话'] : []),
    ...(values.length === 0 && !payer && !split ? ['没有数和谁出钱可以比，靠说法认'] : []),
  ];
}

function shown({ text, words, values, denied, side }: DescribedWording): string {
  const heard = [...words, ...values, ...(denied ? ['否定'] : []), ...(side ? [`${side}承担`] : [])];
  return `${text}  ← ${heard.join(' · ')}`;
}
