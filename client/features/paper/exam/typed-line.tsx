import { clauses } from '#client/lib/clauses.ts';
import { marks, percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TypedFigures } from '#contract/exams/typing.ts';

/** What a typing mark was made of: 61 字/分，正确率 97.5 %. */
export const TypedLine = ({ typed: { speed, accuracy } }: { typed: TypedFigures }) => {
  const { t } = useTranslation('exams');
  return clauses([
    t('typed.speedOf', { n: speed }),
    accuracy === null ? null : t('typed.accuracyOf', { share: percent(marks(accuracy * 100)) }),
  ]);
};
