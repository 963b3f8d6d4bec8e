import { type Address, shownAddress } from '#client/features/wall/model/use-addresses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import type { Reachability } from '#contract/wire/addresses.ts';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  reachability: Reachability | null;
  allAddresses: readonly Address[];
  address: Address;
  choose: (id: string) => void;
  askAgain: () => void;
};

const CAUSES = ['wifi', 'firewall', 'isolation', 'proxy'] as const;

/** 没反应？ What the server has heard, and the usual causes in the order in which they are worth trying. */
export const ReachDialog = ({ open, onOpenChange, reachability, allAddresses, address, choose, askAgain }: Props) => {
  const { t } = useTranslation('wall');
  const causes = reachability?.onlyHere === true ? (['host', ...CAUSES] as const) : CAUSES;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('reach.title')}
      description={<ReachabilityText reachability={reachability} />}
      actions={<Button onClick={askAgain}>{t('reach.again')}</Button>}
    >
      <ol className="mt-12 flex list-decimal flex-col gap-10 pl-20">
        {causes.map((cause) => (
          <li key={cause}>
            <b>{t(`reach.${cause}.head`)}</b>
            <p className="text-ink-2">{t(`reach.${cause}.do`)}</p>
          </li>
        ))}
      </ol>
      {allAddresses.length > 1 ? (
        <fieldset className="mt-16 border-line border-t pt-12">
          <legend className="sr-only">{t('address.label')}</legend>
          <p aria-hidden="true" className="mb-4 font-semibold">
            {t('address.other')}
          </p>
          {allAddresses.map((reachAddress) => (
            <label key={reachAddress.id} className="flex min-h-30 items-center gap-8 max-pane:min-h-44">
              <input
                type="radio"
                name="address"
                checked={reachAddress.id === address.id}
                onChange={() => choose(reachAddress.id)}
                className="accent-accent-solid"
              />
              {reachAddress.name}
              <span className="text-ink-3">{shownAddress(reachAddress.url)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </Dialog>
  );
};

const ReachabilityText = ({ reachability }: { reachability: Reachability | null }) => {
  const { t } = useTranslation('wall');
  if (reachability === null) return t('reach.asking');
  if (reachability.onlyHere) return t('reach.onlyHere');
  if (reachability.addresses.length === 0) return t('reach.noNetwork');
  return reachability.others === 0 ? t('reach.nobody') : t('reach.some', { n: reachability.others });
};
