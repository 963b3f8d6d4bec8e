import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { kindIn } from '#client/features/typing/model/bout-address.ts';
import { inOrder } from '#client/features/typing/model/in-order.ts';
import { useSeed } from '#client/lib/hooks/use-seed.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TypingTexts } from '#contract/wire/typing.ts';
import { BoutRun } from './bout-run.tsx';
import { LoadedTexts } from './loaded-texts.tsx';

/** Two minutes of typing. The address says which texts and in which order: a reload begins again with the same ones. */
export const BoutPage = () => {
  const { t } = useTranslation('typing');
  const seed = useSeed();
  useTitle(t('title'));
  return (
    <div className="mx-auto max-w-1040">
      <h1 className="sr-only">{t('title')}</h1>
      <BackLink />
      <LoadedTexts>{(texts) => (seed === null ? null : <Bout texts={texts} seed={seed} />)}</LoadedTexts>
    </div>
  );
};

const Bout = ({ texts, seed }: { texts: TypingTexts; seed: string }) => {
  const [search] = useSearchParams();
  const kind = kindIn(search);
  const ordered = useMemo(() => inOrder(texts[kind], seed), [texts, kind, seed]);
  return <BoutRun key={`${kind} ${seed}`} kind={kind} seed={seed} texts={ordered} rates={texts.rates} />;
};

export const BackLink = () => {
  const { t } = useTranslation('typing');
  return (
    <Link
      to="/typing"
      className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:mb-2 max-pane:min-h-44"
    >
      <ArrowLeft size={14} aria-hidden="true" />
      {t('back')}
    </Link>
  );
};
