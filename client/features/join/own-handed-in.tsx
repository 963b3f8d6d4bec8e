import './handed-in-strings.ts';
import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';

/** Practice that was handed in from this seat, with what the teacher said of it. Nothing while there is none. */
export const OwnHandedIn = ({ seat }: { seat: string }) => {
  const { t } = useTranslation('handed-in');
  const { loaded } = useLoad(pathTo('GET /api/handed-in'));
  const own = loaded.state === 'ready' ? loaded.value.filter((one) => one.seat === seat) : [];
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="handed-in">
      <SectionHeader id="handed-in" title={t('own')} />
      <Panel>
        <ul>
          {own.map(({ drill, titles, at, mark }) => (
            <li
              key={drill}
              className="grid min-h-44 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-12 border-line border-b px-18 py-6 last:border-b-0 max-pane:px-14"
            >
              <Link
                to={`/drills/${encodeURIComponent(drill)}/report`}
                className="link inline-flex min-h-30 items-center max-pane:min-h-44"
                lang="zh-CN"
              >
                {listed([...titles])}
              </Link>
              <span className="text-12 text-ink-3">{shortDate(at)}</span>
              <span className="col-span-2 text-12 text-ink-2 wrap-anywhere">
                {mark === null
                  ? t('waiting')
                  : t('marked', {
                      by: mark.by,
                      what: clauses([
                        mark.score === null ? null : t('score', { n: marks(mark.score) }),
                        mark.note || null,
                      ]),
                    })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
