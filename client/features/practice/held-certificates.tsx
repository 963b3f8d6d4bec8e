import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { day } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';

/** The certificates of whoever uses this device. Nothing where there is none, or it couldn't be asked. */
export const HeldCertificates = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/certificates'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="certificates" className="mb-16">
      <SectionHeader id="certificates" title={t('certificates.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map(({ code, at, exam, school, grade, place }) => (
            <li key={code} className="border-line border-b last:border-b-0">
              <Link
                to={`/certificates/${code}`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="wrap-anywhere min-w-0">{exam}</b>
                <Tag tone="good">
                  {place === undefined ? t(`certificates.${grade}`) : t('certificates.place', { place })}
                </Tag>
                <span className="text-12 text-ink-2">{school}</span>
                <span className="ml-auto text-12 text-ink-3 tabular-nums">{day(at)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
