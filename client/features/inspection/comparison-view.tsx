import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Comparison, InspectionBody } from '#contract/practice/inspections.ts';
import { AgreementFigures } from './agreement-figures.tsx';
import { FaultTable } from './fault-table.tsx';
import { LevelTable } from './level-table.tsx';

type Props = {
  inspection: InspectionBody;
  comparison: Comparison | null;
  error: Trouble | null;
  numbers: ReadonlyMap<string, number | string>;
  onRetry: () => void;
};

/** Own marks beside the program's and people's: figures, levels, faults, and the answers on the complaint. */
export const ComparisonView = ({ inspection, comparison, error, numbers, onRetry }: Props) => {
  const { t } = useTranslation('inspection');
  if (error !== null) return <LoadFailed title={t('failed')} error={error} onRetry={onRetry} />;
  if (comparison === null)
    return (
      <Skeleton className="min-h-320">
        <div className="flex flex-col gap-14 p-24">
          <SkeletonBar className="w-[24%]" />
          <SkeletonBar className="w-[70%]" />
        </div>
      </Skeleton>
    );
  const { ruled } = comparison;
  return (
    <section
      aria-label={t('compare')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-surface focus-visible:-outline-offset-2"
    >
      <AgreementFigures comparison={comparison} />
      {ruled === null ? null : (
        <p className="border-line border-b px-16 py-8 text-ink-2 max-pane:px-12">{t('ruled', ruled)}</p>
      )}
      <LevelTable scorecard={inspection.scorecard} parties={comparison.parties} />
      <FaultTable parties={comparison.parties} numbers={numbers} />
      {comparison.complaint === null ? null : <ComplaintResult complaint={comparison.complaint} />}
      <div className="border-line border-t px-16 py-10 text-12 text-ink-3 max-pane:px-12">
        <p>{t('formula.kappa')}</p>
        <p>{t('formula.difference')}</p>
        <p>{t('formula.small', { n: comparison.agreements[0]?.agreement.lines ?? 0 })}</p>
        <p>{t('formula.source')}</p>
      </div>
    </section>
  );
};

const QUESTIONS = ['responsible', 'rule', 'remedy'] as const;

const ComplaintResult = ({ complaint }: { complaint: NonNullable<Comparison['complaint']> }) => {
  const { t } = useTranslation('inspection');
  return (
    <section aria-label={t('complaint.title')} className="border-line border-t px-16 py-10 max-pane:px-12">
      <h3 className="font-semibold">
        {t('complaint.right', { n: QUESTIONS.filter((question) => complaint[question].isRight).length })}
      </h3>
      <dl>
        {QUESTIONS.map((question) => {
          const { given, right, isRight } = complaint[question];
          return (
            <div key={question} className="py-4">
              <dt className="text-12 text-ink-3">{t(`complaint.${question}`)}</dt>
              <dd lang="zh-CN">
                <b className={isRight ? 'text-good' : 'text-bad'}>{t(isRight ? 'complaint.yes' : 'complaint.no')}</b>{' '}
                {given}
                {isRight ? null : <span className="block text-ink-2">{t('complaint.key', { text: right })}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      <p lang="zh-CN" className="text-pretty text-ink-2">
        {complaint.why}
      </p>
    </section>
  );
};
