import './strings.ts';
import { Link } from 'react-router';
import { useInspectionDevice } from '#client/features/inspection/model/device.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { InspectionMenu } from '#contract/practice/inspections.ts';

/** 质检: the transcripts that ship, which of them were marked here, and how far with the program. */
export const InspectionsPage = () => {
  const { t } = useTranslation('inspection');
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/inspections'));
  return (
    <LoadedPanel
      title={t('title')}
      about={t('about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{ is: ({ inspections }) => inspections.length === 0, title: t('none'), text: t('noneText') }}
    >
      {(menu) => <Loaded menu={menu} />}
    </LoadedPanel>
  );
};

const Loaded = ({ menu }: { menu: InspectionMenu }) => {
  const { t } = useTranslation('inspection');
  const { kept } = useInspectionDevice();
  const open = menu.inspections.filter(({ id, sealed }) => !sealed && kept[id]?.isHandedIn !== true);
  const figures = menu.inspections.flatMap(({ id }) => kept[id]?.figures ?? []);
  const sum = (of: (one: (typeof figures)[number]) => number) => figures.reduce((total, one) => total + of(one), 0);
  const next = open.find(({ id }) => kept[id] !== undefined) ?? open[0];
  return (
    <>
      <div className="flex border-line border-b py-8">
        <Figure
          label={t('marked')}
          value={figures.length}
          unit={t('ofAll', { n: menu.inspections.length })}
          className="pl-24 max-pane:pl-14"
        />
        <Figure
          label={t('withProgram')}
          value={figures.length === 0 ? '–' : `${sum(({ agreed }) => agreed)} / ${sum(({ lines }) => lines)}`}
          unit={t('lines')}
          className="border-r-0"
        />
      </div>
      <div className="flex flex-col items-start gap-10 border-line border-b px-24 py-14 max-pane:px-14">
        <p className="text-ink-2">{t('how')}</p>
        {next === undefined ? null : (
          <ButtonLink kind="primary" size="l" to={`/inspect/${next.id}`}>
            {t(kept[next.id] === undefined ? 'start' : 'goOn', { n: next.no })}
          </ButtonLink>
        )}
      </div>
      <ul>
        {menu.inspections.map(({ id, no, typeName, replies, isComplaint, sealed }) => {
          const own = kept[id];
          const text = t('row', { type: typeName, n: replies });
          return (
            <li
              key={id}
              className="flex min-h-44 items-center gap-10 border-line border-b px-24 last:border-b-0 max-pane:px-14"
            >
              <span className="w-64 shrink-0 whitespace-nowrap text-ink-3">{t('no', { n: no })}</span>
              {sealed ? (
                <span className="min-w-0 flex-1 text-ink-3">{text}</span>
              ) : (
                <Link to={`/inspect/${id}`} className="min-w-0 flex-1 py-10 hover:underline">
                  {text}
                </Link>
              )}
              {isComplaint ? <Tag tone="line">{t('complaint.title')}</Tag> : null}
              <span className="shrink-0 text-12 text-ink-3">
                {sealed
                  ? t('sealed')
                  : own === undefined
                    ? t('fresh')
                    : own.figures === null
                      ? t('begun')
                      : t('agreedOf', { n: own.figures.agreed, of: own.figures.lines })}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="border-line border-t px-24 py-12 text-12 text-ink-3 max-pane:px-14">{t('kept')}</p>
    </>
  );
};
