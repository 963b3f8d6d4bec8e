import '#client/features/paper/exam/strings.ts';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { GRADE_TONES } from '#client/features/paper/exam/exam-mark.tsx';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PrivateExamList, PrivateExamRow } from '#contract/exams/private.ts';
import { PrivateForm } from './private-form.tsx';

/** 个人模拟考: a new one, the best so far, and all that were sat. */
export const PrivateExamsPage = () => {
  const { t } = useTranslation('exams');
  useTitle(t('private.title'));
  const menu = useLoad(pathTo('GET /api/questions'));
  const list = useLoad(pathTo('GET /api/private-exams'));
  const going = list.loaded.state === 'ready' ? list.loaded.value.exams.filter(({ over }) => !over) : [];
  return (
    <>
      {going.length === 0 ? null : (
        <div className="mx-auto mb-16 max-w-720">
          <SectionHeader title={t('private.going')} isFirst />
          <Rows exams={going} />
        </div>
      )}
      <LoadedPanel
        isForm
        title={t('private.title')}
        about={t('private.about')}
        loaded={menu.loaded}
        onRetry={menu.reload}
        failed={t('private.failed')}
        none={{ is: ({ topics }) => topics.length === 0, title: t('private.none'), text: t('private.noneText') }}
      >
        {(value) => <PrivateForm menu={value} />}
      </LoadedPanel>
      <div className="mx-auto mt-16 max-w-720">
        {list.loaded.state === 'failed' ? (
          <Panel>
            <LoadFailed title={t('private.listFailed')} error={list.loaded.error} onRetry={list.reload} />
          </Panel>
        ) : list.loaded.state === 'ready' ? (
          <Past list={list.loaded.value} />
        ) : null}
      </div>
    </>
  );
};

const Past = ({ list: { exams, best } }: { list: PrivateExamList }) => {
  const { t } = useTranslation('exams');
  const over = exams.filter((exam) => exam.over);
  if (over.length === 0) return <p className="text-ink-3">{t('private.noneYet')}</p>;
  return (
    <>
      {best.whole === null ? null : (
        <>
          <SectionHeader title={t('private.best')} isFirst />
          <Panel className="mb-16 flex flex-wrap items-stretch gap-y-10 py-10">
            <Figure label={t('mark.whole')} value={marks(best.whole)} />
            {best.parts.map(({ kind, mark }) =>
              mark === null ? null : <Figure key={kind} label={t(`part.${kind}`)} value={marks(mark)} />,
            )}
            {best.speed === null ? null : <Figure label={t('typed.speed')} value={best.speed} unit={t('typed.unit')} />}
          </Panel>
        </>
      )}
      <SectionHeader title={t('private.past')} aside={<SaveButton />} isFirst />
      <Rows exams={over} />
    </>
  );
};

/** All that were sat, as .xlsx. */
const SaveButton = () => {
  const { t } = useTranslation('exams');
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refusal = await download(pathTo('GET /api/private-exams.xlsx'), 'mock-exams.xlsx');
    setIsBusy(false);
    if (refusal !== null) showToast(t('board.fileFailed', { why: refusal }), 'bad');
  };
  return (
    <Button size="s" disabled={isBusy} onClick={() => void save()}>
      <Download size={14} aria-hidden="true" />
      {t('board.file')}
    </Button>
  );
};

const Rows = ({ exams }: { exams: readonly PrivateExamRow[] }) => {
  const { t } = useTranslation('exams');
  return (
    <Panel>
      <ul>
        {exams.map(({ id, at, over, mark, questions, customers, of }) => (
          <li key={id} className="border-line border-b last:border-b-0">
            <Link
              to={`/exams/private/${encodeURIComponent(id)}`}
              className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
            >
              <b>{shortDate(at)}</b>
              {of === null ? null : <Tag tone="accent">{t('private.resitOf')}</Tag>}
              {mark === null ? null : <Tag tone={GRADE_TONES[mark.grade]}>{t(`mark.grade.${mark.grade}`)}</Tag>}
              <span className="text-12 text-ink-2">
                {clauses([t('new.count', { n: questions }), t('private.customersOf', { n: customers })])}
              </span>
              <span className="ml-auto text-accent">
                {over ? (mark === null ? t('look') : t('private.whole', { whole: marks(mark.whole) })) : t('seat.goOn')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
