import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { OwnPath } from '#contract/practice/learning-path.ts';
import { figureText, needsText } from './figure-text.ts';

/** The next thing to do, for the first open condition: a case by the weakest spot, a paper, or whom to ask. */
export const NextStep = ({ path: { next, stages } }: { path: OwnPath }) => {
  const { t } = useTranslation('learning-path');
  const condition = stages.flatMap(({ conditions }) => conditions).find(({ id }) => id === next?.condition);
  if (next === null || condition === undefined) return null;
  const { suggestion } = next;
  const { name, measure, figure } = condition;
  const reason = suggestion?.reason;
  return (
    <Panel className="mb-12 flex flex-wrap items-center gap-x-16 gap-y-8 px-16 py-14 max-pane:px-14">
      <section aria-labelledby="next" className="min-w-0 flex-1 basis-240">
        <h2 id="next" className="font-semibold text-15">
          {suggestion === null ? t(`next.${measure}`) : t('next.case', { title: suggestion.title })}
        </h2>
        <p className="text-ink-2">
          {figure === null
            ? t('next.forNone', { name, needs: needsText(condition) })
            : t('next.for', { name, figure: figureText(measure, figure), needs: needsText(condition) })}
          {reason?.kind === 'weak' ? t('next.weak', { name: reason.name, of: reason.of, n: reason.count }) : null}
        </p>
      </section>
      {suggestion !== null ? (
        <ButtonLink kind="primary" size="l" to={`/start?scenarios=${suggestion.scenario}`}>
          {t('next.start')}
        </ButtonLink>
      ) : measure === 'paper-best' || measure === 'awareness-best' ? (
        <ButtonLink kind="primary" size="l" to="/questions">
          {t('next.questions')}
        </ButtonLink>
      ) : null}
    </Panel>
  );
};
