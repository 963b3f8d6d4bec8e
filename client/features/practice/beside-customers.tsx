import '#client/drill/status/practice-strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

const WAYS = [
  { id: 'path', to: '/path' },
  { id: 'puzzles', to: '/puzzles' },
  { id: 'readings', to: '/policy-readings' },
  { id: 'questions', to: '/questions' },
  { id: 'inspection', to: '/inspection' },
  { id: 'typing', to: '/typing' },
] as const;

/** The ways to what is practised without a whole customer: side by side, on a phone one below the other. */
export const BesideCustomers = () => {
  const { t } = useTranslation('practice');
  return (
    <Panel className="mt-16 grid grid-cols-6 divide-x divide-line max-side:grid-cols-3 max-pane:grid-cols-1 max-pane:divide-x-0 max-pane:divide-y">
      {WAYS.map(({ id, to }) => (
        <section
          key={id}
          className="flex flex-col items-start gap-10 px-16 py-14 max-pane:flex-row max-pane:items-center max-pane:gap-14 max-pane:px-14"
        >
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold text-15">{t(`${id}.title`)}</h2>
            <p className="text-ink-2">{t(`${id}.text`)}</p>
          </div>
          <ButtonLink size="l" to={to} className="shrink-0">
            {t(`${id}.start`)}
          </ButtonLink>
        </section>
      ))}
    </Panel>
  );
};
