import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment, dueWords } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TFunction } from '#client/lib/messages.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { OwnShopList } from '#client/ui/layout/own-shop-list.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { HomeworkPhase } from '#contract/homework/homework.ts';
import type { RunBody } from '#contract/runs.ts';
import { ExtendDialog } from './extend-dialog.tsx';

type Props = { run: RunBody; mayChange: boolean; refresh: () => void };
type Homework = NonNullable<RunBody['homework']>;

const TONES: Readonly<Record<HomeworkPhase, TagTone>> = { before: 'line', open: 'accent', late: 'warn', over: 'plain' };

/** The class's phase; a seat with more time has its own. */
const phaseOf = ({ opensAt, dueAt, late }: Homework, now: number): HomeworkPhase => {
  if (now > Math.max(dueAt, late?.until ?? 0)) return 'over';
  if (now < opensAt) return 'before';
  return now <= dueAt ? 'open' : 'late';
};

/** 482 913: a code is read out and typed in two groups of three. */
const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** What was set and until when, the code to come in by, and what the teacher may change. */
export const HomeworkHead = ({ run, mayChange, refresh }: Props) => {
  const { t } = useTranslation('homework');
  const [dialog, setDialog] = useState<'due' | 'close' | 'end' | null>(null);
  const { homework } = run;
  if (homework === undefined) return null;
  const phase = phaseOf(homework, run.now);
  const isEnded = run.endedAt !== null;
  const resultsPath = `/runs/${encodeURIComponent(run.id)}/results`;
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-[1_1_260px]">
          <h1 className="flex flex-wrap items-center gap-8 font-semibold text-18 wrap-anywhere">
            {run.name}
            <Tag tone={isEnded ? 'plain' : TONES[phase]}>{t(isEnded ? 'phase.ended' : `phase.${phase}`)}</Tag>
          </h1>
          <p className="text-12 text-ink-3">
            {clauses([
              run.className ?? t('noClass'),
              t(`mode.${run.plan.contest === undefined ? run.mode : 'contest'}`),
            ])}
          </p>
        </div>
        <div className="flex flex-wrap gap-8">
          {run.plan.contest === undefined ? null : (
            <ButtonLink to={`/contests/${run.plan.contest.id}`}>{t('toContest')}</ButtonLink>
          )}
          <ButtonLink to={resultsPath}>{t('results')}</ButtonLink>
          <ButtonLink to={`/runs/${encodeURIComponent(run.id)}/handed-in`}>{t('handedIn')}</ButtonLink>
          {mayChange ? (
            <>
              <Button kind={phase === 'over' ? 'primary' : 'plain'} onClick={() => setDialog('due')}>
                {t(phase === 'over' ? 'reopen' : 'change')}
              </Button>
              {phase === 'over' ? (
                <Button onClick={() => setDialog('end')}>{t('end.go')}</Button>
              ) : (
                <Button onClick={() => setDialog('close')}>{t('close.go')}</Button>
              )}
            </>
          ) : null}
        </div>
      </div>
      <Panel className="mb-12 grid grid-cols-[auto_minmax(0,1fr)] max-pane:grid-cols-1">
        {isEnded ? null : (
          <div className="border-line border-r px-18 py-14 max-pane:border-r-0 max-pane:border-b max-pane:px-14">
            <p className="text-12 text-ink-3">{t('code')}</p>
            <p className="whitespace-nowrap font-semibold text-22">{spacedCode(run.code)}</p>
            <p className="text-12 text-ink-3">{t('codeText')}</p>
          </div>
        )}
        <dl className="grid grid-cols-[72px_minmax(0,1fr)] content-center gap-x-12 gap-y-4 px-18 py-14 max-pane:px-14 [&>dt]:text-ink-3">
          <dt>{t('what')}</dt>
          <dd>
            {whatOf(run, t)}
            {run.ownShops === undefined || run.ownShops.length === 0 ? null : <OwnShopList teams={run.ownShops} />}
          </dd>
          <dt>{t('when')}</dt>
          <dd>
            {phase === 'before' ? `${t('opens', { moment: dueMoment(homework.opensAt, run.now) })} ` : ''}
            {dueWords(homework.dueAt, run.now)}
          </dd>
          <dt>{t('lateRule')}</dt>
          <dd>{lateText(homework, run.now, t)}</dd>
          <dt>{t('counting')}</dt>
          <dd>
            {clauses([
              homework.attempts === null ? t('unlimited') : t('attempts', { n: homework.attempts }),
              homework.attempts === 1 ? null : t(`counts.${homework.counts}`),
              t(`shown.${run.plan.results}`),
            ])}
          </dd>
        </dl>
      </Panel>
      {dialog === 'due' ? <ExtendDialog run={run} onClose={() => setDialog(null)} onDone={refresh} /> : null}
      {dialog === 'close' || dialog === 'end' ? (
        <EndDialog run={run} kind={dialog} onClose={() => setDialog(null)} onDone={refresh} />
      ) : null}
    </>
  );
};

type Say = TFunction<'homework'>;

const whatOf = ({ titles, rush, plan }: RunBody, t: Say): string =>
  clauses([
    ...(rush === undefined
      ? titles.map(({ title }) => title)
      : [t('rush', { name: rush.profileName, shop: rush.shopName })]),
    t('minutes', { n: plan.minutes }),
  ]);

const lateText = ({ late }: Homework, now: number, t: Say): string => {
  if (late === null) return t('late.none');
  const until = dueMoment(late.until, now);
  return late.off === null ? t('late.marked', { until }) : t('late.off', { until, ...late.off });
};

type EndProps = { run: RunBody; kind: 'close' | 'end'; onClose: () => void; onDone: () => void };

/** Closing can be taken back by another due time; putting it away can't. */
const EndDialog = ({ run, kind, onClose, onDone }: EndProps) => {
  const { t } = useTranslation('homework');
  const { isBusy, error, send } = useSubmit();
  const confirm = async () => {
    const route = kind === 'close' ? 'POST /api/runs/:id/homework/close' : 'POST /api/runs/:id/end';
    if ((await send(() => call(route, { id: run.id }))) === null) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={t(`${kind}.title`)}
      description={t(`${kind}.text`)}
      actions={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button kind="danger" disabled={isBusy} onClick={() => void confirm()}>
            {t(`${kind}.go`)}
          </Button>
        </>
      }
    >
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
