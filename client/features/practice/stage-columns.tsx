import { Fragment, type ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { CaseType } from './suggest.ts';

const STAGES = ['before', 'during', 'after'] as const;

/** 售前 · 售中 · 售后 side by side; a stage without cases is not shown. */
export const StageColumns = ({
  types,
  children,
}: {
  types: readonly CaseType[];
  children: (type: CaseType) => ReactNode;
}) => {
  const { t } = useTranslation('practice');
  return (
    <Panel className="grid grid-flow-col auto-cols-fr max-pane:block">
      {STAGES.map((stage) => {
        const typesOfStage = types.filter((type) => type.stage === stage);
        if (typesOfStage.length === 0) return null;
        return (
          <section
            key={stage}
            className="min-w-0 border-line border-l first:border-l-0 max-pane:border-l-0 max-pane:[&+section]:border-t"
          >
            <h3 className="flex items-baseline justify-between border-line border-b bg-soft px-16 py-8 font-semibold max-pane:px-14">
              {t(`stage.${stage}`)}
              <span className="font-normal text-12 text-ink-3">
                {t('library.types', { count: typesOfStage.length })}
              </span>
            </h3>
            {typesOfStage.map((type) => (
              <Fragment key={type.id}>{children(type)}</Fragment>
            ))}
          </section>
        );
      })}
    </Panel>
  );
};
