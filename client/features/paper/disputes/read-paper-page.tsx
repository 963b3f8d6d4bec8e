import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import type { ReadPaper } from '#contract/papers/appeals.ts';
import { ReadQuestionRow } from './read-question.tsx';

/** One trainee's paper as their teacher reads it: each answer with the key, and a ruling where the marking was wrong. */
export const ReadPaperPage = () => {
  const { seat = '' } = useParams();
  return (
    <OnlyFor who="staff">{(person) => <Loaded key={seat} seat={seat} mayRule={isTeacher(person.role)} />}</OnlyFor>
  );
};

const Loaded = ({ seat, mayRule }: { seat: string; mayRule: boolean }) => {
  const { t } = useTranslation('paper');
  const { id = '' } = useParams();
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/seats/:id/paper/read', { id: seat }));
  const paper = loaded.state === 'ready' ? loaded.value : null;
  useTitle(paper === null ? t('title') : t('read.title', { name: paper.seat.name }));
  if (paper !== null) return <Read paper={paper} run={id} mayRule={mayRule} refresh={refresh} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state !== 'failed' ? (
        <PanelSkeleton />
      ) : ['unknown-seat', 'paper-none', 'paper-sat'].includes(loaded.error.code) ? (
        <EmptyState title={t('read.unknown')} text={t('read.unknownText')} />
      ) : (
        <LoadFailed title={t('read.failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

type Filter = 'all' | 'lost' | 'appeal';
type Props = { paper: ReadPaper; run: string; mayRule: boolean; refresh: () => void };

const Read = ({ paper, run, mayRule, refresh }: Props) => {
  const { t } = useTranslation('paper');
  const numbered = paper.questions.map((question, index) => ({ question, at: index + 1 }));
  const of = {
    all: numbered,
    lost: numbered.filter(({ question }) => question.credit < 1),
    appeal: numbered.filter(({ question }) => question.dispute !== null),
  };
  const waits = of.appeal.some(({ question }) => question.dispute?.waits === true);
  const [filter, setFilter] = useState<Filter>(waits ? 'appeal' : 'all');
  const { isPart, name, className } = paper.run;
  return (
    <div className="mx-auto max-w-720">
      <p className="mb-8">
        <Link className="link" to={isPart ? `/exams/runs/${run}` : `/runs/${run}/paper`}>
          {t(isPart ? 'ui:backToExam' : 'read.back')}
        </Link>
      </p>
      <Panel>
        <header className="flex flex-wrap items-end gap-x-16 gap-y-8 border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
          <div className="min-w-0 flex-1">
            <p className="text-12 text-ink-3">{clauses([className, name])}</p>
            <h1 className="mt-2 font-semibold text-18 wrap-anywhere">{clauses([paper.seat.no, paper.seat.name])}</h1>
          </div>
          <p className="flex items-baseline gap-6">
            <b className="text-22">{marks(paper.mark.mark)}</b>
            <span className="text-ink-3">{t('result.of')}</span>
          </p>
        </header>
        <div className="px-24 py-12 max-pane:px-14">
          <Segmented
            label={t('read.filter')}
            value={filter}
            options={(['all', 'lost', 'appeal'] as const).map((value) => ({
              value,
              label: t(`read.filters.${value}`, { n: of[value].length }),
            }))}
            onChange={setFilter}
          />
          {of[filter].length === 0 ? <p className="py-16 text-ink-2">{t('read.empty')}</p> : null}
          <ol className="mt-8">
            {of[filter].map(({ question, at }) => (
              <ReadQuestionRow
                key={question.id}
                {...{ seat: paper.seat, question, at, mayRule, of: numbered.length }}
                onRuled={refresh}
              />
            ))}
          </ol>
        </div>
      </Panel>
    </div>
  );
};
