import '#client/drill/status/practice-strings.ts';
import type { ReactNode } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Section } from '#client/lib/shop-search.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';

/** One section of the shop page; hidden when nothing was found in it. */
export const ShopSection = ({ id, count, children }: { id: Section; count: number; children: ReactNode }) => {
  const { t } = useTranslation('practice');
  if (count === 0) return null;
  return (
    <section id={id} aria-labelledby={`${id}-head`} className="[&+section]:mt-28">
      <SectionHeader id={`${id}-head`} title={t(`shop.section.${id}`)} note={t(`shop.note.${id}`, { count })} isFirst />
      <Panel>{children}</Panel>
    </section>
  );
};
