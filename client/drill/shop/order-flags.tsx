import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { FlagColour } from '#contract/wire/flags.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { FlagMark, flagsOf } from './flag-mark.tsx';

type Props = { orders: readonly WireOrder[]; shop: ShopBody | null };

/** 红旗：退换、补发在办: the flag's name, with what it means in the shop. */
export const useFlagWords = (shop: Pick<ShopBody, 'flags'> | null): ((colour: FlagColour) => string) => {
  const { t } = useTranslation('desk');
  return (colour) => {
    const meaning = shop?.flags?.[colour];
    const name = t(`flag.${colour}`);
    return meaning === undefined ? name : t('flag.means', { name, meaning });
  };
};

/** The flags on a customer's orders; nothing where none is set. */
export const OrderFlags = ({ orders, shop }: Props) => {
  const wordsOf = useFlagWords(shop);
  return flagsOf(orders).map((colour) => <FlagMark key={colour} colour={colour} words={wordsOf(colour)} />);
};
