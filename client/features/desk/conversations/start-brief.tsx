import '#client/drill/status/practice-strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { DrillSummary } from '#contract/bodies.ts';

/** What the case trains, above 开始: whoever came by 进接待台 has seen no start card. */
export const StartBrief = ({ scenarios }: { scenarios: DrillSummary['scenarios'] }) => {
  const { t } = useTranslation('practice');
  // What each of a round asks is a surprise; the title would say it.
  if (scenarios.every(({ short }) => short)) return <p className="mt-8">{t('startCard.roundTrains')}</p>;
  return (
    <ul className="mt-4">
      {scenarios.map(({ id, title, typeName, trains }) => (
        <li key={id} className="border-line border-b py-10 last:border-b-0">
          <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
            <b lang="zh-CN">{title}</b>
            {typeName === '' ? null : <Tag tone="line">{typeName}</Tag>}
          </div>
          {trains === '' ? null : <p className="mt-4 text-pretty">{trains}</p>}
        </li>
      ))}
    </ul>
  );
};
