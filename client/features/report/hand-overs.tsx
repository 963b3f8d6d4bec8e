import '#client/drill/hand-overs/strings.ts';
import { NoteJudged } from '#client/drill/hand-overs/note-judged.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { HandOver } from '#contract/plans/projects.ts';

/** Of a project task: what the next one had to ask again, and what was in the note one got. Nothing in any other drill. */
export const HandOvers = ({ drillId }: { drillId: string }) => {
  const { t } = useTranslation('project-task');
  const { loaded, reload } = useLoad(pathTo('GET /api/drills/:id/hand-overs', { id: drillId }));
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <LoadFailed title={t('board.failed')} error={loaded.error} onRetry={reload} />;
  const handOvers = loaded.value;
  if (handOvers === null || handOvers.given.length + handOvers.got.length === 0) return null;
  return (
    <section aria-label={t('report.title')}>
      <SectionHeader title={t('report.title')} />
      <div className="grid gap-12">
        {handOvers.given.map(({ customer, to, handOver }) => (
          <One
            key={`given ${customer} ${to}`}
            title={t('report.given', { customer, to })}
            text={t('report.givenText')}
            handOver={handOver}
          />
        ))}
        {handOvers.got.map(({ customer, from, handOver }) => (
          <One
            key={`got ${customer} ${from}`}
            title={t('report.got', { customer, from })}
            text={t('report.gotText')}
            handOver={handOver}
          />
        ))}
      </div>
    </section>
  );
};

const One = ({ title, text, handOver }: { title: string; text: string; handOver: HandOver }) => (
  <Panel className="px-18 py-12 max-pane:px-14 print:break-inside-avoid">
    <h3 lang="zh-CN" className="font-semibold">
      {title}
    </h3>
    <p className="mb-8 text-12 text-ink-3">{text}</p>
    <NoteJudged handOver={handOver} />
  </Panel>
);
