import { PlaceTag } from '#client/drill/thread/place-words.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';

type Props = Pick<ReplayTaskBoard, 'customer' | 'before'> & {
  /** The place the turn is written in; undefined in a private chat. */
  place: ReplayTaskBoard['place'] | undefined;
  /** Open while the class writes; closed afterwards, since the answers need the room. */
  isOpen: boolean;
};

/** The words to answer, always in sight above the answers, with what was said before them. */
export const ReplayContext = ({ customer, before, place, isOpen }: Props) => {
  const { t } = useTranslation('results');
  return (
    <section className="border-t-4 border-t-accent-solid bg-surface px-20 py-12 max-pane:px-14">
      {before.length === 0 ? null : (
        <details open={isOpen} className="mb-8 text-[clamp(13px,0.95vw,18px)] text-ink-2 leading-[1.6]">
          <summary className="w-fit cursor-pointer max-pane:min-h-44">{t('redo.before', { n: before.length })}</summary>
          <ol className="mt-6 flex flex-col gap-4">
            {before.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice
              <li key={index} className={cx('wrap-anywhere', line.by === 'action' && 'text-ink-3')}>
                <b className="mr-8">
                  {line.by === 'bystander' ? t('ui:bystander', { name: line.name }) : t(`redo.by.${line.by}`)}
                </b>
                <PlaceTag place={line.place ?? 'private'} /> {line.text}
              </li>
            ))}
          </ol>
        </details>
      )}
      <h3 className="text-[clamp(12px,0.9vw,18px)] text-ink-2 leading-[1.5]">
        {t('turn.customer')} <PlaceTag place={place ?? 'private'} />
      </h3>
      <div className="font-semibold text-[clamp(18px,1.7vw,34px)] leading-[1.45] wrap-anywhere">
        {customer.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a customer may say the same twice
          <p key={index}>{line}</p>
        ))}
      </div>
    </section>
  );
};
