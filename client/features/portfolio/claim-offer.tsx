import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { declineDrills, declinedDrills } from '#client/lib/claim-memory.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ClaimOffer } from '#contract/portfolio.ts';

type Props = { claim: ClaimOffer; onClaimed: () => void };

/**
 * Offers once to give this device's practice to the person who signed in. It is given only on a clear yes; after a no
 * the offer is a link.
 */
export const ClaimOfferPanel = ({ claim, onClaimed }: Props) => {
  const { t } = useTranslation('portfolio');
  const { person, drills } = claim;
  const [isOpen, setIsOpen] = useState(() => {
    const declined = declinedDrills(person.id);
    return drills.some(({ drill }) => !declined.has(drill));
  });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const chosen = drills.filter(({ drill }) => !leftOut.has(drill));
  if (!isOpen) {
    return (
      <p className="mb-12 print:hidden">
        <Button kind="bare" size="s" onClick={() => setIsOpen(true)}>
          {t('claim.later', { count: drills.length })}
        </Button>
      </p>
    );
  }
  const refuse = () => {
    declineDrills(
      person.id,
      drills.map(({ drill }) => drill),
    );
    setIsOpen(false);
  };
  const accept = async () => {
    setIsBusy(true);
    const answer = await call(
      'POST /api/portfolio/claim',
      {},
      {
        person: person.id,
        drills: chosen.map(({ drill }) => drill),
      },
    );
    setIsBusy(false);
    if (!answer.ok) return showToast(t('claim.failed', { message: answer.error.message }), 'bad');
    // Drills left unticked are never offered again.
    declineDrills(person.id, [...leftOut]);
    showToast(t('claim.done', { count: answer.value.claimed }));
    setIsOpen(false);
    onClaimed();
  };
  const toggle = (drill: string) => {
    const nextLeftOut = new Set(leftOut);
    if (!nextLeftOut.delete(drill)) nextLeftOut.add(drill);
    setLeftOut(nextLeftOut);
  };
  return (
    <Panel className="mb-12 print:hidden">
      <section aria-labelledby="claim" className="px-24 py-16 max-pane:px-14">
        <h2 id="claim" className="font-semibold text-15">
          {t('claim.title', { name: person.name, count: drills.length })}
        </h2>
        <p className="mt-2 max-w-640 text-ink-2">{t('claim.text')}</p>
        <ul className="mt-8 max-h-200 overflow-auto">
          {drills.map(({ drill, endedAt, titles, score }) => (
            <li key={drill}>
              <label className="flex min-h-28 items-center gap-8 max-pane:min-h-44">
                <input
                  type="checkbox"
                  checked={!leftOut.has(drill)}
                  onChange={() => toggle(drill)}
                  className="size-16 shrink-0 accent-accent-solid"
                />
                {t('claim.drill', { at: shortDate(endedAt), title: listed(titles), score: marks(score) })}
              </label>
            </li>
          ))}
        </ul>
        <div className="mt-12 flex flex-wrap items-center gap-8">
          <Button
            kind="primary"
            disabled={isBusy}
            disabledReason={chosen.length === 0 ? t('claim.noneChosen') : null}
            onClick={() => void accept()}
          >
            {isBusy ? t('claim.busy') : t('claim.yes', { count: chosen.length })}
          </Button>
          <Button disabled={isBusy} onClick={refuse}>
            {t('claim.no')}
          </Button>
        </div>
      </section>
    </Panel>
  );
};
