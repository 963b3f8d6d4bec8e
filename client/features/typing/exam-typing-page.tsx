import './strings.ts';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { isAtEnd } from '#client/features/typing/model/text-run.ts';
import { useExamTyping } from '#client/features/typing/model/use-exam-typing.ts';
import { addStrings } from '#client/lib/add-strings.ts';
import { clock } from '#client/lib/format.ts';
import { useLeftPage } from '#client/lib/hooks/use-left-page.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton } from '#client/ui/layout/skeleton.tsx';
import type { TypingSeat } from '#contract/exams/typing.ts';
import zh from '#messages/zh/exams.json';
import { TypedText } from './typed-text.tsx';
import { TypingField } from './typing-field.tsx';

await addStrings('exams', zh, () => import('#messages/en/exams.json'));

/** An exam's typing part: begun by its button, stored while it is typed, handed in by its clock. */
export const ExamTypingPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('exams');
  const [begun, setBegun] = useState<TypingSeat | null>(null);
  const { loaded, reload } = useLoad(useExamPlace().typingPath(id));
  useTitle(t('typing.title'));
  const body = begun ?? (loaded.state === 'ready' ? loaded.value : null);
  if (body === null)
    return (
      <Panel className="mx-auto max-w-720">
        <h1 className="sr-only">{t('typing.title')}</h1>
        {loaded.state === 'failed' ? (
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        ) : (
          <Skeleton className="min-h-320">{null}</Skeleton>
        )}
      </Panel>
    );
  if (body.phase === 'open') return <Typing key={body.begunAt} body={body} onOver={setBegun} />;
  return <Card body={body} onBegun={setBegun} />;
};

const Card = ({ body, onBegun }: { body: TypingSeat; onBegun: (body: TypingSeat) => void }) => {
  const { t } = useTranslation('exams');
  const place = useExamPlace();
  const { isBusy, error, send } = useSubmit();
  const { id } = body.seat;
  const begin = async () => {
    const begun = await send(() => place.beginTyping(id));
    if (begun !== null) onBegun(begun.value);
  };
  return (
    <Panel className="mx-auto max-w-720 px-24 py-20 max-pane:px-14">
      <p className="text-12 text-ink-3">{body.exam}</p>
      <h1 className="mt-4 font-semibold text-18">{t('typing.title')}</h1>
      {body.phase === 'before' ? (
        <>
          <p className="mt-10">{t('typing.before', { n: Math.round(body.ms / 60_000) })}</p>
          <p className="mt-4 text-ink-2">{t('typing.rules')}</p>
          <Button kind="primary" size="l" className="mt-16" disabled={isBusy} onClick={() => void begin()}>
            {t('typing.begin')}
          </Button>
        </>
      ) : (
        <p role="status" className="mt-10">
          {t(body.phase === 'over' ? 'typing.over' : 'typing.elsewhere')}
        </p>
      )}
      <Refused error={error} className="mt-10" />
      <ButtonLink className="mt-16" kind={body.phase === 'over' ? 'primary' : 'bare'} to={place.page(id)}>
        {t('ui:backToExam')}
      </ButtonLink>
    </Panel>
  );
};

const Typing = ({ body, onOver }: { body: TypingSeat; onOver: (body: TypingSeat) => void }) => {
  const { t } = useTranslation('exams');
  const view = useExamTyping(body, onOver);
  const { run, fieldKey, value, leftMs, isOffline } = view;
  useLeftPage(view.leave);
  // A part is done once: a tap beside the field mustn't end it.
  const [isAsking, setIsAsking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="mx-auto max-w-1040">
      <h1 className="sr-only">{t('typing.title')}</h1>
      <div className="mb-12 flex flex-wrap items-baseline gap-x-16 gap-y-6">
        <p>
          <span className="text-12 text-ink-3">{t('typing.left')}</span>{' '}
          <b role="timer" className="text-22">
            {clock(leftMs)}
          </b>
        </p>
        <p role="status" className="text-warn">
          {isOffline ? t('typing.offline') : null}
        </p>
        <Button className="ml-auto" onClick={() => setIsAsking(true)}>
          {t('typing.finish')}
        </Button>
      </div>
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('typing.finishTitle')}
        description={t('typing.finishText', { left: clock(leftMs) })}
        returnFocusTo={field}
        actions={
          <>
            <Button size="l" onClick={() => setIsAsking(false)}>
              {t('typing.goOn')}
            </Button>
            <Button kind="primary" size="l" onClick={() => void view.finish().then(() => setIsAsking(false))}>
              {t('typing.finishGo')}
            </Button>
          </>
        }
      />
      <TypedText id="exam-text" run={run} ghostPlace={null} />
      <div className="mt-12">
        <TypingField
          label={t('typing.label')}
          hint={isAtEnd(run) ? t('typing.enter') : null}
          describedBy="exam-text"
          fieldKey={fieldKey}
          initialValue={value}
          onValue={view.type}
          onEnter={view.passOn}
          onRefused={view.refusePaste}
          fieldRef={field}
        />
      </div>
    </div>
  );
};
