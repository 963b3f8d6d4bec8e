import '#client/drill/status/practice-strings.ts';
import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SchoolTag } from '#client/ui/layout/school-tag.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';

type Props = {
  scenario: ScenarioCard;
  showsTitle: boolean;
  /** Shown beside the size, such as the trainee's own best score. */
  note?: ReactNode;
};

/** What one customer is about and what serving them trains, by the case's type: more would be its answer. A row of a list. */
export const CaseBrief = ({ scenario, showsTitle, note }: Props) => {
  const { t } = useTranslation('practice');
  return (
    <li className="border-line border-b py-10 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        {showsTitle ? <b lang="zh-CN">{scenario.title}</b> : null}
        <Tag tone="line">{scenario.typeName}</Tag>
        <SchoolTag card={scenario} />
        <span className="text-12 text-ink-3">
          {t('startCard.size', { level: scenario.level, minutes: scenario.minutes })}
        </span>
        {note === undefined ? null : <span className="text-12 text-ink-3">{note}</span>}
      </div>
      <p className="mt-4 text-pretty">{scenario.trains}</p>
    </li>
  );
};
