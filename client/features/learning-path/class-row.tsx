import { useState } from 'react';
import { day, longDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { ClassPathRow, Evaluation } from '#contract/practice/learning-path.ts';
import { EvaluateDialog } from './evaluate-dialog.tsx';
import { figureText, needsText } from './figure-text.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Props = { row: ClassPathRow; onChanged: () => void };

/** A trainee: the stage, since when, the conditions that are open, and what was said of them. */
export const ClassRow = ({ row, onChanged }: Props) => {
  const { t } = useTranslation('learning-path');
  const [isEvaluating, setIsEvaluating] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Evaluation | null>(null);
  const { person, no, name, stages, current, since, evaluations } = row;
  const stage = current === null ? undefined : stages[current];
  const openConditions = stage?.conditions.filter(({ met }) => !met) ?? [];
  return (
    <div className="flex flex-wrap items-center gap-x-12 gap-y-4">
      <span className="text-ink-3 tabular-nums">{no}</span>
      <b className="wrap-anywhere min-w-0">{name}</b>
      <span className="text-ink-2">
        {stage === undefined ? t('allDone') : stage.name}
        {since === null ? null : t('since', { date: day(since) })}
      </span>
      <Button
        size="s"
        className="ml-auto"
        aria-label={t('evaluation.of', { name })}
        onClick={() => setIsEvaluating(true)}
      >
        {t('evaluation.add')}
      </Button>
      <ul className="w-full text-12">
        {openConditions.map((condition) => (
          <li key={condition.id} className="text-ink-2">
            {condition.figure === null
              ? t('class.openNone', { name: condition.name, needs: needsText(condition) })
              : t('class.open', {
                  name: condition.name,
                  figure: figureText(condition.measure, condition.figure),
                  needs: needsText(condition),
                })}
          </li>
        ))}
        {evaluations.map((evaluation) => (
          <li key={evaluation.id} className="flex flex-wrap items-center gap-x-8 text-ink-3">
            <span className={evaluation.withdrawn === null ? '' : 'line-through'}>
              {t('evaluation.line', {
                ...{ mark: evaluation.mark, note: evaluation.note, by: evaluation.by, date: longDate(evaluation.at) },
              })}
            </span>
            {evaluation.withdrawn === null ? (
              <Button size="s" onClick={() => setWithdrawn(evaluation)}>
                {t('ui:withdraw')}
              </Button>
            ) : (
              <span>
                {t('evaluation.withdrawnBy', {
                  by: evaluation.withdrawn.by,
                  date: longDate(evaluation.withdrawn.at),
                  why: evaluation.withdrawn.why,
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {isEvaluating ? (
        <EvaluateDialog person={person} name={name} onClose={() => setIsEvaluating(false)} onDone={onChanged} />
      ) : null}
      {withdrawn === null ? null : (
        <WithdrawDialog
          person={person}
          evaluation={withdrawn.id}
          onClose={() => setWithdrawn(null)}
          onDone={onChanged}
        />
      )}
    </div>
  );
};
