import { useTranslation } from 'react-i18next';
import { money } from '#client/lib/format.ts';
import type { SelfTestCard } from '#contract/self-test.ts';

/** What is said, as one line of words. */
export const Statement = ({ statement }: Pick<SelfTestCard, 'statement'>) => {
  const { t } = useTranslation('selftest');
  switch (statement.kind) {
    case 'price':
      return t('price', { name: statement.product, text: money(statement.price) });
    case 'fact':
      return t('of', { name: statement.product, text: statement.text });
    case 'policy':
      return statement.title === null ? statement.text : t('of', { name: statement.title, text: statement.text });
    case 'phrase':
      return <q>{statement.text}</q>;
    case 'authority':
      return t(`authority.${statement.level}`, {
        text: money(statement.amount).replace(/\.00$/, ''),
        what: statement.what ?? t('pay'),
      });
  }
};
