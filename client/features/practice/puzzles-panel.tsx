import '#client/drill/model/practice-strings.ts';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

/** The way to the puzzles. */
export const PuzzlesPanel = () => {
  const { t } = useTranslation('practice');
  return (
    <Panel className="mt-16">
      <section className="flex flex-wrap items-center gap-x-24 gap-y-10 px-24 py-14 max-pane:px-14">
        <div className="min-w-240 flex-1">
          <h2 className="font-semibold text-15">{t('puzzles.title')}</h2>
          <p className="text-ink-2">{t('puzzles.text')}</p>
        </div>
        <ButtonLink size="l" to="/puzzles">
          {t('puzzles.start')}
        </ButtonLink>
      </section>
    </Panel>
  );
};
