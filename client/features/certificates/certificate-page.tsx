import './strings.ts';
import { CircleCheck, CircleX, Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { longDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Certificate } from '#contract/exams/certificates.ts';
import { CertificateSheet } from './certificate-sheet.tsx';
import { codeText } from './code-text.ts';

/** A certificate by its code, as whoever has it in hand sees it: whether it counts, and what must stand on the paper. */
export const CertificatePage = () => {
  const { code = '' } = useParams();
  return <LoadedCertificate key={code} code={code} />;
};

const LoadedCertificate = ({ code }: { code: string }) => {
  const { t } = useTranslation('certificates');
  const { loaded, reload } = useLoad(pathTo('GET /api/certificates/:code', { code }));
  useTitle(t('page.tab', { code: codeText(loaded.state === 'ready' ? loaded.value.code : code) }));
  return (
    <div className="mx-auto max-w-720">
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('check.failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <SkeletonBar className="mb-16 w-[40%]" />
          <Panel className="flex flex-col gap-20 p-14">
            <SkeletonBar />
            <SkeletonBar />
          </Panel>
        </Skeleton>
      ) : (
        <CheckedCertificate certificate={loaded.value} />
      )}
      <p className="mt-12 print:hidden">
        <ButtonLink kind="bare" to="/certificates">
          {t('check.another')}
        </ButtonLink>
      </p>
    </div>
  );
};

const CheckedCertificate = ({ certificate }: { certificate: Certificate }) => {
  const { t } = useTranslation('certificates');
  const { withdrawn } = certificate;
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8 print:hidden">
        {withdrawn === null ? (
          <span className="flex items-center gap-6 font-semibold text-good">
            <CircleCheck size={18} aria-hidden="true" />
            {t('page.valid')}
          </span>
        ) : (
          <span className="flex items-center gap-6 font-semibold text-bad">
            <CircleX size={18} aria-hidden="true" />
            {t('page.withdrawn')}
          </span>
        )}
        <span className="min-w-0 flex-1 text-12 text-ink-2">{withdrawn === null ? t('page.validText') : null}</span>
        {withdrawn === null ? (
          <Button onClick={() => window.print()} title={t('page.printHint')}>
            <Printer size={16} aria-hidden="true" />
            {t('ui:print')}
          </Button>
        ) : null}
      </div>
      {withdrawn === null ? null : (
        <Notice tone="bad" className="mb-12">
          {t('page.withdrawnText', { date: longDate(withdrawn.at), why: withdrawn.why })}
        </Notice>
      )}
      <CertificateSheet certificate={certificate} />
    </>
  );
};
