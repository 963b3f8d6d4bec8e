import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { addStrings } from '#client/lib/add-strings.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, percent } from '#client/lib/format.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { DisputeBox } from '#client/ui/dialogs/dispute-box.tsx';
import { disputeItems } from '#client/ui/dialogs/dispute-items.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ReadTyping, TypingDispute } from '#contract/exams/typing.ts';
import zh from '#messages/zh/exams.json';
import { RuleTypingDialog } from './rule-typing-dialog.tsx';
import { TypedCompared } from './typed-compared.tsx';

await addStrings('exams', zh, () => import('#messages/en/exams.json'));

/** What a trainee typed in an exam as their teacher reads it, with what was noted there, and the ruling. */
export const ReadTypingPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{(person) => <Loaded key={id} seat={id} mayRule={isTeacher(person.role)} />}</OnlyFor>;
};

const Loaded = ({ seat, mayRule }: { seat: string; mayRule: boolean }) => {
  const { t } = useTranslation('exams');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/seats/:id/typing/read', { id: seat }));
  const typing = loaded.state === 'ready' ? loaded.value : null;
  useTitle(typing === null ? t('typing.title') : t('read.title', { name: typing.seat.name }));
  if (typing !== null) return <Read typing={typing} mayRule={mayRule} refresh={refresh} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('typing.title')}</h1>
      {loaded.state !== 'failed' ? (
        <PanelSkeleton />
      ) : ['unknown-seat', 'exam-none', 'typing-going'].includes(loaded.error.code) ? (
        <EmptyState title={t('read.unknown')} text={t('read.unknownText')} />
      ) : (
        <LoadFailed title={t('read.failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

type Props = { typing: ReadTyping; mayRule: boolean; refresh: () => void };

const Read = ({ typing, mayRule, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const [isRuling, setIsRuling] = useState(false);
  const { seat, run, mark, texts, dispute } = typing;
  const waits = dispute?.waits === true;
  return (
    <div className="mx-auto max-w-720">
      <p className="mb-8">
        <Link className="link" to={`/exams/runs/${run.id}`}>
          {t('ui:backToExam')}
        </Link>
      </p>
      <Panel>
        <header className="flex flex-wrap items-end gap-x-16 gap-y-8 border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
          <div className="min-w-0 flex-1">
            <p className="text-12 text-ink-3">{clauses([run.className, run.name])}</p>
            <h1 className="mt-2 font-semibold text-18 wrap-anywhere">{clauses([seat.no, seat.name])}</h1>
          </div>
          {mark === null ? null : (
            <p className="flex items-baseline gap-6">
              <b className="text-22">{marks(mark)}</b>
              <span className="text-ink-3">{t('mark.of')}</span>
              {dispute?.ruling?.aside ? <Tag tone="line">{t('mark.aside')}</Tag> : null}
            </p>
          )}
        </header>
        <div className="grid gap-12 px-24 py-12 max-pane:px-14">
          <Facts typing={typing} />
          {dispute === null ? null : <Dispute dispute={dispute} />}
          {mayRule ? (
            <p>
              <Button kind={waits ? 'primary' : 'plain'} onClick={() => setIsRuling(true)}>
                {t(waits ? 'read.answer' : 'read.rule')}
              </Button>
            </p>
          ) : null}
          <section aria-label={t('read.texts')}>
            <h2 className="font-semibold">{t('read.texts')}</h2>
            {texts.every(({ typed }) => typed === '') ? (
              <p className="mt-6 text-ink-2">{t('read.nothing')}</p>
            ) : (
              <>
                <p className="mt-2 text-12 text-ink-3">{t('read.looks')}</p>
                {texts.map(({ text, typed }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a text may come twice, and nothing moves
                  <TypedCompared key={place} text={text} typed={typed} />
                ))}
              </>
            )}
          </section>
        </div>
      </Panel>
      {isRuling ? <RuleTypingDialog typing={typing} onRuled={refresh} onClose={() => setIsRuling(false)} /> : null}
    </div>
  );
};

/** How fast and exactly, when, and what was noted meanwhile. */
const Facts = ({ typing: { figures, begunAt, endedAt, minutes, left, pasted, devices } }: { typing: ReadTyping }) => {
  const { t } = useTranslation('exams');
  const accuracy = figures?.accuracy ?? null;
  const now = Date.now();
  return (
    <p className="text-ink-2">
      {clauses([
        figures === null ? null : t('typed.speedOf', { n: figures.speed }),
        accuracy === null ? null : t('typed.accuracyOf', { share: percent(marks(accuracy * 100)) }),
        begunAt === null || endedAt === null
          ? null
          : t('read.at', { from: dueMoment(begunAt, now), until: dueMoment(endedAt, now), n: minutes }),
        t('read.left', { n: left }),
        t('read.pasted', { n: pasted }),
        devices === 0 ? null : t('read.devices', { n: devices }),
      ])}
    </p>
  );
};

const Dispute = ({ dispute }: { dispute: TypingDispute }) => {
  const { t } = useTranslation('exams');
  const items = disputeItems(dispute, {
    appealed: (text) => t('dispute.appealed', { text }),
    ruled: ({ aside, by, reason }) => t(aside ? 'dispute.aside' : 'dispute.kept', { by, reason }),
    withdrawn: t('dispute.withdrawn'),
  });
  return <DisputeBox items={items} waits={t('dispute.waits')} />;
};
