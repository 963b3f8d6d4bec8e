import './strings.ts';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { CaseTable } from './case-table.tsx';
import { GuideLink } from './guide-link.tsx';
import { UploadCase } from './upload-case.tsx';

/** Cases the school's teachers write themselves. */
export const AuthoredPage = () => {
  const { t } = useTranslation('authored');
  useTitle(t('title'));
  return <OnlyFor who="teacher">{() => <CaseList />}</OnlyFor>;
};

const CaseList = () => {
  const { t } = useTranslation('authored');
  const navigate = useNavigate();
  const { loaded, reload } = useLoad(pathTo('GET /api/authored'));
  const [isUploading, setIsUploading] = useState(false);
  const isEmpty = loaded.state === 'ready' && loaded.value.length === 0;
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-18">{t('title')}</h1>
          <p className="text-ink-2">
            {t('text')} <GuideLink />
          </p>
        </div>
        {isEmpty ? null : (
          <Button kind="primary" aria-expanded={isUploading} onClick={() => setIsUploading(!isUploading)}>
            <Upload size={14} aria-hidden="true" />
            {t('upload.title')}
          </Button>
        )}
      </div>
      {isUploading || isEmpty ? (
        <Panel className="mb-12">
          {isEmpty ? <EmptyState title={t('none')} text={t('noneText')} className="pb-8" /> : null}
          <UploadCase
            caseId={null}
            onCancel={isEmpty ? null : () => setIsUploading(false)}
            onSaved={(saved) => void navigate(`/authored/${saved.case}`)}
          />
        </Panel>
      ) : null}
      {isEmpty ? null : (
        <Panel>
          {loaded.state === 'ready' ? (
            <CaseTable rows={loaded.value} />
          ) : loaded.state === 'failed' ? (
            <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
          ) : (
            <Skeleton className="min-h-120">
              <div className="flex flex-col gap-14 p-18">
                <SkeletonBar className="w-[40%]" />
                <SkeletonBar className="w-[34%]" />
              </div>
            </Skeleton>
          )}
        </Panel>
      )}
    </>
  );
};
