import { BookOpen, Drama, Play } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
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

  return (
    <footer className="border-line border-t max-pane:sticky max-pane:bottom-0 max-pane:bg-surface">
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
      <div className="flex flex-wrap items-center gap-8 px-24 py-16 max-pane:grid max-pane:grid-cols-2 max-pane:px-14 max-pane:py-10">
        <Button
          kind="primary"
          size="l"
          className="max-pane:col-span-2"
          disabled={isOpening || sealed !== null}
          onClick={openDrill}
        >
          <Play size={16} aria-hidden="true" />
          {t(isOpening ? 'startCard.opening' : 'ui:start')}
        </Button>
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
      </div>
    </footer>
  );
};
