import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';

type Props = { report: Report; offeredCards: readonly ScenarioCard[] | null };

/** What they were chosen by: the server asks the same (`familyToPractise`). */
const basisOf = ({ first, findings }: Report): 'first' | 'doubts' | 'score' => {
  if (first !== null) return 'first';
  const isDoubted = findings.some(({ unsure, ruling, severity }) => unsure && ruling === null && severity !== 'merit');
  return isDoubted ? 'doubts' : 'score';
};

/** What to practise next, each with its reason. The library gives the titles; until it is there the id stands there. */
export const NextCases = ({ report, offeredCards }: Props) => {
  const { t } = useTranslation('report');
  const cards = offeredCards ?? [];
  // A case that is no longer offered can't be practised: the school may have withdrawn it.
  const nextCases =
    offeredCards === null ? report.next : report.next.filter((next) => cards.some(({ id }) => id === next.scenario));
  if (nextCases.length === 0) return null;
  return (
    <section aria-labelledby="next" className="print:break-inside-avoid">
      <SectionHeader id="next" title={t('next.title')} note={t(`next.note.${basisOf(report)}`)} />
      <Panel>
        <ol>
          {nextCases.map((nextCase, index) => {
            const card = cards.find((candidate) => candidate.id === nextCase.scenario);
            const title = card?.title ?? nextCase.scenario;
            return (
              <li
                key={nextCase.scenario}
                className="grid grid-cols-[22px_minmax(0,1fr)_auto] items-center gap-x-10 border-line border-b px-14 py-9 last:border-b-0"
              >
                <b>{index + 1}</b>
                <div>
                  <b>{title}</b>
                  <p className="text-12 text-ink-2">
                    {card === undefined
                      ? nextCase.why
                      : t('next.why', { type: card.typeName, level: card.level, why: nextCase.why })}
                  </p>
                </div>
                <ButtonLink
                  size="s"
                  kind={index === 0 ? 'primary' : 'plain'}
                  to={`/start?scenarios=${nextCase.scenario}`}
                  aria-label={t('next.startOf', { title })}
                  className="print:hidden"
                >
                  {t('ui:start')}
                </ButtonLink>
              </li>
            );
          })}
        </ol>
      </Panel>
    </section>
  );
};
