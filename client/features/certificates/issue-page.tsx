import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { CertificateRow, RunCertificates } from '#contract/exams/certificates.ts';
import { CertificateRows } from './certificate-rows.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** Who of an exam gets a certificate, and those that were issued. */
export const IssuePage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{() => <LoadedIssue key={id} run={id} />}</OnlyFor>;
};

const LoadedIssue = ({ run }: { run: string }) => {
  const { t } = useTranslation('certificates');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/certificates', { id: run }));
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-720">
      <Link
        to={loaded.state === 'ready' ? boardPath(loaded.value, run) : `/runs/${run}/results`}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('back')}
      </Link>
      <h1 className="mb-4 font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 max-w-720 text-ink-2">{t('intro')}</p>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('loadFailed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <Panel className="flex flex-col gap-20 p-14">
            <SkeletonBar />
            <SkeletonBar />
            <SkeletonBar />
          </Panel>
        </Skeleton>
      ) : (
        <IssueView run={run} certificates={loaded.value} refresh={refresh} />
      )}
    </div>
  );
};

/** Where its marks stand. */
const boardPath = ({ of }: RunCertificates, run: string): string =>
  of === 'contest'
    ? '/contests'
    : of === 'parts'
      ? `/exams/runs/${run}`
      : `/runs/${run}/${of === 'paper' ? 'paper' : 'results'}`;

const REFUSED: Partial<Record<NonNullable<RunCertificates['refused']>, string>> = {
  'exam-only': 'refused.exam-only',
  'exam-not-over': 'refused.exam-not-over',
  'exam-resit': 'refused.exam-resit',
  'report-not-published': 'refused.report-not-published',
};

/** No standard of the list: the words below, or none. */
const OWN_WORDS = '';

const mayHave = ({ passes, certificate }: CertificateRow): boolean => passes && certificate === null;

type Props = { run: string; certificates: RunCertificates; refresh: () => void };

const IssueView = ({ run, certificates: { refused, standard, standards, rows }, refresh }: Props) => {
  const { t } = useTranslation('certificates');
  const person = usePerson();
  const mayIssue = refused === null && person !== null && isTeacher(person.role);
  const [text, setText] = useState(standard);
  const [standardId, setStandardId] = useState(standards.find(({ name }) => name === standard)?.id ?? OWN_WORDS);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [withdrawing, setWithdrawing] = useState<CertificateRow | null>(null);
  const { isBusy, error, send } = useSubmit();
  const chosen = rows.filter((row) => mayHave(row) && !left.has(row.seat)).map(({ seat }) => seat);
  const issue = async () => {
    const reply = await send(() =>
      call(
        'POST /api/runs/:id/certificates',
        { id: run },
        { standard: text, seats: chosen, ...(standardId === OWN_WORDS ? {} : { standardId }) },
      ),
    );
    if (reply === null) return;
    showToast(t('done'));
    refresh();
  };
  if (rows.length === 0)
    return (
      <Panel>
        <EmptyState title={t('none')} />
      </Panel>
    );
  return (
    <>
      {refused === null ? null : (
        <Notice tone="warn" className="mb-12">
          {t(REFUSED[refused] ?? 'refused.other')}
        </Notice>
      )}
      {mayIssue ? (
        <Panel className="mb-12 flex flex-wrap items-start gap-x-12 gap-y-8 p-14">
          <SelectField
            label={t('standard')}
            hint={
              <Link to="/certificates/standards" className="link">
                {t('standards.edit')}
              </Link>
            }
            value={standardId}
            className="min-w-0 flex-1 basis-240"
            choices={[
              { value: OWN_WORDS, label: t('standards.ownWords') },
              ...standards.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setStandardId(event.target.value)}
          />
          {standardId === OWN_WORDS ? (
            <TextField
              label={t('standards.ownWords')}
              hint={t('standardHint')}
              value={text}
              maxLength={200}
              className="min-w-0 flex-1 basis-240"
              onChange={(event) => setText(event.target.value)}
            />
          ) : null}
          <Button
            kind="primary"
            // Beside the fields, whose labels stand above them.
            className="mt-21 max-pane:mt-0"
            disabled={isBusy || chosen.length === 0}
            onClick={() => void issue()}
          >
            {isBusy ? t('issuing') : t('issue', { n: chosen.length })}
          </Button>
          <Refused error={error} className="w-full" />
        </Panel>
      ) : null}
      <CertificateRows
        rows={rows}
        mayIssue={mayIssue}
        isChosen={({ seat }) => chosen.includes(seat)}
        onChoose={({ seat }, isChosen) =>
          setLeft(new Set(isChosen ? [...left].filter((one) => one !== seat) : [...left, seat]))
        }
        onWithdraw={setWithdrawing}
      />
      {withdrawing?.certificate ? (
        <WithdrawDialog
          run={run}
          name={withdrawing.name}
          code={withdrawing.certificate.code}
          onClose={() => setWithdrawing(null)}
          onDone={refresh}
        />
      ) : null}
    </>
  );
};
