import { Check, Lock } from 'lucide-react';
import type { Draft } from '#client/features/role-play/model/draft.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { PlayerCard, RolePlayState } from '#contract/together/role-plays.ts';

type Props = {
  card: PlayerCard;
  state: RolePlayState;
  mayUse: boolean;
  onUse: (draft: Draft) => void;
  onAsked: (beat: string) => void;
};

/** The role: who the customer is, what they want, what they tell only once they are asked. */
export const CardSide = ({ card, state, mayUse, onUse, onAsked }: Props) => {
  const { t } = useTranslation('role-play');
  const use = (beat: string, lines: readonly string[]) => onUse({ text: lines.join(t('card.between')), beat });
  return (
    <aside aria-label={t('card.label')} className="grid min-w-0 content-start gap-16 px-16 py-14">
      <header>
        <h2 lang="zh-CN" className="font-semibold text-16">
          {card.title}
        </h2>
        <p lang="zh-CN" className="text-ink-2">
          {t('card.who', { customer: card.customer, nature: card.nature, shop: card.shop })}
        </p>
        {card.before.map((words) => (
          <p key={words} lang="zh-CN" className="mt-4 text-12 text-ink-2">
            {t('card.before', { words })}
          </p>
        ))}
        {card.orders.map(({ no, status, total, items }) => (
          <p key={no} lang="zh-CN" className="mt-4 text-12 text-ink-2">
            {t('card.order', {
              ...{ no, total: money(total), status: t(`card.status.${status}`) },
              items: listed(items.map(({ name, qty }) => t('card.item', { name, n: qty }))),
            })}
          </p>
        ))}
      </header>
      {card.aims === null ? null : (
        <section aria-label={t('card.private')} className="rounded-8 bg-tint px-10 py-8">
          <h3 className="flex items-center gap-6 font-semibold">
            <Lock size={14} aria-hidden="true" />
            {t('card.private')}
          </h3>
          <dl className="mt-6 grid gap-6">
            {(['wants', 'accepts', 'leaves'] as const).map((aim) => (
              <div key={aim}>
                <dt className="text-12 text-ink-3">{t(`card.${aim}`)}</dt>
                <dd lang="zh-CN">{card.aims?.[aim]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-label={t('card.goals')}>
        <h3 className="font-semibold">{t('card.goals')}</h3>
        <p className="text-12 text-ink-3">{t('card.goalsHint')}</p>
        <ul className="mt-8 grid gap-8">
          {card.goals.map(({ beat, asks, lines }) => {
            const isSaid = state.said.includes(beat);
            return (
              <li key={beat} className="rounded-8 border border-line px-10 py-8">
                <p lang="zh-CN" className={isSaid ? 'text-ink-3' : 'font-semibold'}>
                  {asks.map((ask) => (
                    <span key={ask} className="block">
                      {isSaid ? <Check size={14} aria-label={t('card.said')} className="mr-4 inline" /> : null}
                      {ask}
                    </span>
                  ))}
                </p>
                <p lang="zh-CN" className="text-12 text-ink-2">
                  {lines.join(t('card.between'))}
                </p>
                {isSaid || !mayUse ? null : (
                  <div className="mt-6 flex flex-wrap gap-6">
                    <Button size="s" onClick={() => use(beat, lines.length > 0 ? lines : asks)}>
                      {t('card.use')}
                    </Button>
                    <Button size="s" kind="bare" onClick={() => onAsked(beat)}>
                      {t('card.asked')}
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      {card.held.length === 0 ? null : (
        <section aria-label={t('card.held')}>
          <h3 className="font-semibold">{t('card.held')}</h3>
          <ul className="mt-6 grid gap-4 text-ink-2">
            {card.held.map((texts) => (
              <li key={texts.join()} lang="zh-CN">
                {texts.join(t('card.between'))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.more.length === 0 ? null : (
        <section aria-label={t('card.more')}>
          <h3 className="font-semibold">{t('card.more')}</h3>
          <ul className="mt-6 grid gap-6">
            {card.more.map(({ beat, lines }) => (
              <li key={beat} className="flex flex-wrap items-center gap-6">
                <span lang="zh-CN" className="flex-1 text-ink-2">
                  {lines.join(t('card.between'))}
                </span>
                {mayUse ? (
                  <Button size="s" kind="bare" onClick={() => use(beat, lines)}>
                    {t('card.use')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="text-12 text-ink-3">{t('card.manner')}</p>
    </aside>
  );
};
