import './strings.ts';
import { useEffect, useState } from 'react';
import { showOwn, streakOn, usePuzzleDevice, watchOtherTabs } from '#client/features/puzzles/model/device.ts';
import { chosenPuzzles, nextPuzzle } from '#client/features/puzzles/model/next-puzzle.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import type { PuzzleMenu } from '#contract/practice/puzzles.ts';
import { TakeOverOffer } from './take-over-offer.tsx';
import { TodayList } from './today-list.tsx';

/** 每日三题: today's three, the own rating and streak, and more to choose from. */
export const PuzzlesPage = () => {
  const { t } = useTranslation('puzzles');
  useTitle(t('title'));
  useEffect(watchOtherTabs, []);
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/puzzles'));
  return (
    <LoadedPanel
      title={t('title')}
      about={t('about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('failed')}
      none={{ is: ({ puzzles }) => puzzles.length === 0, title: t('none'), text: t('noneText') }}
    >
      {(menu) => (
        <>
          {menu.own === null ? null : <TakeOverOffer own={menu.own} onTaken={refresh} />}
          <Loaded menu={menu} />
        </>
      )}
    </LoadedPanel>
  );
};

const ANY = 'any';

const Loaded = ({ menu }: { menu: PuzzleMenu }) => {
  const { t } = useTranslation('puzzles');
  const device = usePuzzleDevice();
  useEffect(() => showOwn(menu.own), [menu.own]);
  const [type, setType] = useState(ANY);
  const [level, setLevel] = useState(ANY);
  const chosen = chosenPuzzles(menu, { type: type === ANY ? null : type, level: level === ANY ? null : level });
  const next = nextPuzzle(chosen, device, menu.today);
  const types = [...new Map(menu.puzzles.map((puzzle) => [puzzle.type, puzzle.typeName]))];
  const fresh = chosen.filter(({ id }) => device.solved[id] === undefined).length;
  return (
    <>
      <div className="flex border-line border-b py-8">
        <Figure
          label={t('rating')}
          value={Math.round(device.rating.rating)}
          unit={t('plusMinus', { n: Math.round(device.rating.rd) })}
          className="pl-24 max-pane:pl-14"
        />
        <Figure label={t('streak')} value={streakOn(device.streak, menu.date)} unit={t('days')} />
        <Figure
          label={t('answered')}
          value={Object.keys(device.solved).length}
          unit={t('puzzles')}
          className="border-r-0"
        />
      </div>
      <TodayList menu={menu} current={null} />
      <section className="flex flex-col items-start gap-12 border-line border-t px-24 py-16 max-pane:px-14">
        <h2 className="font-semibold text-15">{t('chooseTitle')}</h2>
        <SelectField
          label={t('type')}
          value={type}
          className="w-full max-w-360"
          choices={[{ value: ANY, label: t('anyType') }, ...types.map(([value, label]) => ({ value, label }))]}
          onChange={(event) => setType(event.target.value)}
        />
        <Segmented
          label={t('levelLabel')}
          value={level}
          options={[ANY, '1', '2', '3'].map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={setLevel}
        />
        <p className="text-ink-2">{t('offered', { count: chosen.length, fresh })}</p>
        {next === null ? null : (
          <ButtonLink size="l" to={`/puzzles/${next.id}`}>
            {t('start')}
          </ButtonLink>
        )}
        <p className="text-12 text-ink-3">{t(device.isOwn ? 'keptOwn' : 'kept')}</p>
      </section>
    </>
  );
};
