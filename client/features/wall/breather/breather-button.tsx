import { Wind } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import type { RunBody } from '#contract/runs.ts';
import { takeBreather } from './breather.ts';

/** 停一停, beside the freeze; an exam has none. */
export const BreatherButton = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('wall');
  if (run.plan.mode === 'exam' || run.frozen) return null;
  return (
    <Button size="l" title={t('breather.text')} onClick={() => void takeBreather()}>
      <Wind size={16} aria-hidden="true" />
      {t('breather.do')}
    </Button>
  );
};
