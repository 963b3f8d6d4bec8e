import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Person } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { QuestionsPreview } from '#contract/practice/own-questions.ts';
import { ChangeList } from './change-list.tsx';
import { CheckFile } from './check-file.tsx';
import { OwnList } from './own-list.tsx';
import { UploadFile } from './upload-file.tsx';

/** 本校题目: a file is read, looked over and stored; what the school has; what was done and can be taken back. */
export const OwnQuestionsPage = () => {
  const { t } = useTranslation('own-questions');
  useTitle(t('title'));
  return <OnlyFor who="teacher">{(person) => <OwnQuestions me={person} />}</OnlyFor>;
};

type Read = { preview: QuestionsPreview; file: string };

const OwnQuestions = ({ me }: { me: Person }) => {
  const { t } = useTranslation('own-questions');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/own-questions'));
  const [read, setRead] = useState<Read | null>(null);
  const back = () => {
    setRead(null);
    // Somebody may have changed the questions meanwhile: the next file must be compared with those.
    refresh();
  };
  return (
    <>
      <Link
        to="/questions"
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('back')}
      </Link>
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 text-ink-2">{t('text', { school: me.school.name })}</p>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Panel>
          <Skeleton className="min-h-200">
            <div className="flex flex-col gap-14 p-18">
              <SkeletonBar className="w-[40%]" />
              <SkeletonBar className="w-[34%]" />
            </div>
          </Skeleton>
        </Panel>
      ) : read === null ? (
        <>
          <UploadFile mostOfFile={loaded.value.mostOfFile} onRead={setRead} />
          <OwnList body={loaded.value} onChanged={refresh} />
          <ChangeList body={loaded.value} onChanged={refresh} />
        </>
      ) : (
        <CheckFile preview={read.preview} file={read.file} names={loaded.value} onDone={back} />
      )}
    </>
  );
};
