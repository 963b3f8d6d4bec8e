import { clauses } from '#client/lib/clauses.ts';
import { dueWords } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { RunRow } from '#contract/runs.ts';
import { kindOf, runPath } from './run-path.ts';

/** 482 913: a code is read out and typed in two groups of three. */
const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

const WAYS = { parts: 'lookAtExam', homework: 'look', contest: 'lookAtContest' } as const;

/** A run that is going on: its code, how many are in, and the link to its present stage. */
export const OpenRun = ({ run }: { run: RunRow }) => {
  const { t } = useTranslation('classroom');
  // The list has no codes: only a request for the run itself returns its code.
  const { loaded } = useLoad(pathTo('GET /api/runs/:id', { id: run.id }));
  const kind = kindOf(run);
  const way = kind === null || kind === 'paper' ? 'enter' : WAYS[kind];
  const code = loaded.state === 'ready' ? loaded.value.code : null;
  return (
    <div className="flex flex-wrap items-center gap-x-24 gap-y-8 border-line border-b px-18 py-14 last:border-b-0 max-pane:px-14">
      <div className="min-w-0 flex-[1_1_240px]">
        <p className="flex flex-wrap items-center gap-x-8 gap-y-2">
          <b className="text-15">{run.name}</b>
          <Tag tone="accent">{t(kind === null ? `stage.${run.stage}` : `kind.${kind}`)}</Tag>
          {run.appeals === undefined ? null : <Tag tone="warn">{t('runs.appeals', { n: run.appeals })}</Tag>}
        </p>
        <p className="text-12 text-ink-2">
          {run.homework === undefined
            ? t('teach.openLine', { class: run.className ?? t('teach.noClass'), at: shortDate(run.createdAt) })
            : clauses([run.className ?? t('teach.noClass'), dueWords(run.homework.dueAt, Date.now())])}
        </p>
      </div>
      <p className="whitespace-nowrap">
        <span className="mr-6 text-12 text-ink-3">{t('teach.code')}</span>
        <b className="text-22">{code === null ? t('teach.codeUnknown') : spacedCode(code)}</b>
      </p>
      <p className="whitespace-nowrap text-ink-2">
        {run.seats > 0
          ? t('teach.joinedOf', { joined: run.joined, seats: run.seats })
          : t('teach.joined', { joined: run.joined })}
      </p>
      <ButtonLink kind="primary" to={runPath(run)} aria-label={t(`teach.${way}Of`, { name: run.name })}>
        {t(`teach.${way}`)}
      </ButtonLink>
    </div>
  );
};
