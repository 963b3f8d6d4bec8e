import { CustomerPicture } from '#client/drill/thread/customer-picture.tsx';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { WireBubble, WireOrder } from '#contract/wire-events.ts';

type Props = {
  bubble: WireBubble;
  orders: readonly WireOrder[];
  isMine?: boolean;
  isBystander?: boolean;
  isFaulty?: boolean;
};

/** A message, large enough to read in passing; cards in one line. */
export const SeatBubble = ({ bubble, orders, isMine = false, isBystander = false, isFaulty = false }: Props) => {
  const { t } = useTranslation('wall');
  if (bubble.kind === 'picture') return <CustomerPicture picture={bubble} />;
  const text =
    bubble.kind === 'text'
      ? bubble.text
      : bubble.kind === 'product'
        ? t('card.product', { name: bubble.name, price: money(bubble.price) })
        : t('card.order', { no: orders.find((order) => order.id === bubble.order)?.no ?? bubble.order });
  return (
    <p
      className={cx(
        'max-w-full whitespace-pre-wrap rounded-5 border px-12 py-6 text-16 leading-[24px] wrap-anywhere',
        isMine
          ? 'border-tint-line bg-mine'
          : isBystander
            ? 'border-edge border-dashed bg-theirs'
            : 'border-line bg-theirs',
        (isBystander || bubble.kind !== 'text') && 'text-ink-2',
      )}
    >
      <span className={cx(isFaulty && 'underline decoration-2 decoration-bad-solid underline-offset-4')}>{text}</span>
    </p>
  );
};
