import './strings.ts';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { PartState, SeatProject } from '#contract/plans/projects.ts';

export const STATE_TONES: Readonly<Record<PartState, TagTone>> = {
  waits: 'line',
  due: 'accent',
  here: 'accent',
  over: 'warn',
  handed: 'good',
  done: 'good',
  ended: 'bad',
};

/** Where each conversation of the own group is, for a seat that waits or is done. Screen readers are told of a change. */
export const WhereItIs = ({ project }: { project: SeatProject }) => {
  const { t } = useTranslation('project-task');
  if (project.roles.length === 0)
    return (
      <p role="status" className="text-ink-2">
        <b>{t('where.none')}</b> {t('where.noneText')}
      </p>
    );
  return (
    <section aria-label={t('where.label')} role="status" className="grid gap-12 text-left">
      {project.tasks.map(({ title, customer, parts }) => (
        <div key={title} className="grid gap-6">
          <p lang="zh-CN" className="text-12 text-ink-3">
            {title} · {customer}
          </p>
          <ol className="flex flex-wrap items-center gap-6">
            {parts.map(({ role, name, mine, state }, index) => (
              <li key={role} className="flex items-center gap-6">
                {index === 0 ? null : <ChevronRight size={14} className="text-ink-3" aria-hidden="true" />}
                <span lang="zh-CN" className={mine ? 'font-semibold' : 'text-ink-2'}>
                  {role} {mine ? t('where.mine') : (name ?? t('where.nobody'))}
                </span>
                <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
};
