import { Link } from 'react-router';
import { dueWords } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { OwnExam } from '#contract/exams/parts.ts';

const TONES: Readonly<Record<OwnExam['phase'], TagTone>> = {
  ...{ before: 'line', open: 'accent', over: 'good', elsewhere: 'plain' },
};

/** Exams of parts of whoever uses this device: how far, and what to do next. Nothing where there is none. */
export const ExamNotices = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/exams'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="exams" className="mb-16">
      <SectionHeader id="exams" title={t('exams.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map((exam) => (
            <li key={exam.seat} className="border-line border-b last:border-b-0">
              <Link
                to={`/exams/seats/${encodeURIComponent(exam.seat)}`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="min-w-0 wrap-anywhere">{exam.name}</b>
                <Tag tone={TONES[exam.phase]}>{t(`exams.state.${exam.phase}`)}</Tag>
                <span className="text-12 text-ink-2">
                  {exam.phase === 'open' || exam.phase === 'before' ? dueWords(exam.dueAt, exam.now) : exam.className}
                </span>
                <PartStates exam={exam} />
                <span className="ml-auto text-accent">
                  {exam.whole !== null
                    ? t('exams.whole', { whole: marks(exam.whole) })
                    : t(exam.phase === 'open' ? 'exams.next' : 'exams.look')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};

const PartStates = ({ exam: { parts } }: { exam: OwnExam }) => {
  const { t } = useTranslation('practice');
  if (parts.length === 0) return null;
  return (
    <span className="text-12 text-ink-2">
      {t('exams.progress', { done: parts.filter(({ state }) => state === 'done').length, of: parts.length })}
    </span>
  );
};
