import './strings.ts';
import { Navigate, useParams } from 'react-router';
import { codeDigits } from '#client/features/join/model/seat-code.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { CodeEntry } from './code-entry.tsx';
import { SeatPicker } from './seat-picker.tsx';
import { useJoin } from './use-join.ts';

export const JoinPage = () => {
  const { t } = useTranslation('join');
  const { code } = useParams();
  useTitle(t('code.title'));
  if (code === undefined) return <CodeEntry />;
  // The board shows 482 913 with a space, and some type it so into the address.
  const digits = codeDigits(code);
  if (digits !== code) return <Navigate to={`/join/${digits}`} replace />;
  return <JoinRun key={code} code={code} />;
};

const JoinRun = ({ code }: { code: string }) => {
  const { t } = useTranslation('join');
  const { loaded, reload } = useJoin(code);
  if (loaded.state === 'loading')
    return (
      <Skeleton className="mx-auto max-w-720">
        <SkeletonBar className="mb-14 w-[46%]" />
        <div className="grid grid-cols-3 gap-8 max-pane:grid-cols-2">
          {Array.from({ length: 12 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: twelve alike
            <div key={index} className="h-48 bg-sunken" />
          ))}
        </div>
      </Skeleton>
    );
  if (loaded.state === 'ready')
    return loaded.value.mine === null ? (
      <SeatPicker code={code} body={loaded.value} reload={reload} />
    ) : (
      <Navigate to={`/seats/${loaded.value.mine}`} replace />
    );
  const { error } = loaded;
  if (error.code === 'unknown-code') return <CodeEntry refusedCode={code} refusalText={error.message} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('code.title')}</h1>
      {error.code === 'run-over' ? (
        <EmptyState
          title={t('over.title')}
          text={t('over.text')}
          action={<ButtonLink to="/join">{t('otherCode')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={error} onRetry={reload} />
      )}
    </Panel>
  );
};
