import { BookOpen, Drama, Play } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { call, type Trouble } from '#client/lib/api.ts';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import type { StartCard } from '#contract/bodies.ts';
import type { OpenDrill } from '#contract/commands.ts';

export const StartActions = ({ card }: { card: StartCard }) => {
  const { t } = useTranslation('practice');
  const navigate = useNavigate();
  const isPhone = usePhone();
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<Trouble | null>(null);
  const scenarios = card.scenarios.map((scenario) => scenario.id);
  const single = scenarios.length === 1 ? (scenarios[0] ?? null) : null;
  const sealed = card.scenarios.find((scenario) => scenario.sealed !== null)?.sealed ?? null;

  const openDrill = async () => {
    setIsOpening(true);
    setError(null);
    const body: OpenDrill = { scenarios, mode: 'practice' };
    const answer = await call('POST /api/drills', {}, body);
    // The desk needs no second press: this one was 开始.
    if (answer.ok) return navigate(`/drills/${answer.value.id}`, { state: { begins: true } });
    setError(answer.error);
    setIsOpening(false);
  };

  const startButton = (
    <Button kind="primary" size="l" disabled={isOpening || sealed !== null} onClick={openDrill}>
      <Play size={16} aria-hidden="true" />
      {t(isOpening ? 'startCard.opening' : 'ui:start')}
    </Button>
  );
  const others = (
    <>
      <ButtonLink size="l" to={`/shop/${card.shop.id}?scenarios=${scenarios.join(',')}`}>
        <BookOpen size={16} aria-hidden="true" />
        {t('startCard.study')}
      </ButtonLink>
      {single === null || sealed !== null ? null : (
        <ButtonLink size="l" to={`/role-play/new?case=${single}`}>
          <Drama size={16} aria-hidden="true" />
          {t('startCard.findPlayer')}
        </ButtonLink>
      )}
      <span className="text-12 text-ink-3 max-pane:col-span-2">{t('startCard.untimed')}</span>
    </>
  );
  const notices = (
    <>
      {sealed === null ? null : (
        <Notice tone="warn">
          {sealed.backAt === null
            ? t('startCard.sealed')
            : t('startCard.sealedUntil', { time: shortDate(sealed.backAt) })}
        </Notice>
      )}
      {error === null ? null : (
        <Notice tone="bad">{t('startCard.notOpened', { message: error.message, code: error.code })}</Notice>
      )}
    </>
  );

  // Only 开始 stands at the foot of a phone: a higher one would hide what it starts. What goes on below it fades.
  if (isPhone)
    return (
      <>
        <div className="grid grid-cols-2 gap-8 border-line border-t px-14 pt-14 pb-20">{others}</div>
        <footer className="sticky bottom-0 border-line border-t bg-surface before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-20 before:bg-linear-to-t before:from-surface before:to-transparent">
          {notices}
          <div className="grid px-14 py-8">{startButton}</div>
        </footer>
      </>
    );
  return (
    <footer className="border-line border-t">
      {notices}
      <div className="flex flex-wrap items-center gap-8 px-24 py-16">
        {startButton}
        {others}
      </div>
    </footer>
  );
};
