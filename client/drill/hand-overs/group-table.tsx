import './strings.ts';
import { Link } from 'react-router';
import { clock, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { HandOver, ProjectGroup, ProjectPart, ProjectTaskRow } from '#contract/plans/projects.ts';
import { NoteJudged } from './note-judged.tsx';
import { STATE_TONES } from './where-it-is.tsx';

/** A group's customers, part by part: who had them, for how long, and what each note was worth. */
export const GroupTable = ({ group: { group, tasks } }: { group: ProjectGroup }) => (
  <div className="grid gap-16">
    {tasks.map((task) => (
      <TaskParts key={task.task} group={group} task={task} />
    ))}
  </div>
);

const TaskParts = ({ group, task }: { group: number; task: ProjectTaskRow }) => {
  const { t } = useTranslation('project-task');
  return (
    <section aria-label={`${t('board.group', { n: group + 1 })} ${task.title}`}>
      <h4 lang="zh-CN" className="mb-6 text-12 text-ink-3">
        {task.title} · {task.customer}
      </h4>
      <ol className="grid gap-8">
        {task.parts.map((part, role) => (
          <li key={part.role} className="border-line border-l-2 pl-12">
            {part.handOver === null ? null : (
              <HandedOver handOver={part.handOver} from={task.parts[role - 1]?.role ?? ''} />
            )}
            <PartLine part={part} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const PartLine = ({ part: { role, seat, state, heldMs, place, score } }: { part: ProjectPart }) => {
  const { t } = useTranslation('project-task');
  return (
    <p className="flex min-h-24 flex-wrap items-center gap-x-10 gap-y-4">
      <span lang="zh-CN" className="font-semibold">
        {role}
      </span>
      <span lang="zh-CN">{seat === null ? t('board.nobody') : seat.name}</span>
      <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>
      {heldMs === null ? null : <span className="text-12 text-ink-3">{t('board.held', { time: clock(heldMs) })}</span>}
      {score === null ? null : <span>{t('board.score', { n: marks(score) })}</span>}
      {place === null || score === null ? null : (
        <Link to={`/drills/${encodeURIComponent(place.drill)}/report`}>{t('board.toReport')}</Link>
      )}
    </p>
  );
};

const HandedOver = ({ handOver, from }: { handOver: HandOver; from: string }) => {
  const { t } = useTranslation('project-task');
  const { items, again, broken, waitedMs } = handOver;
  const held = items.filter((item) => item.held).length;
  return (
    <Disclosure
      className="mb-6 border border-line"
      head={
        <span className="flex flex-wrap items-center gap-6">
          <span>{t('note.from', { role: from })}</span>
          {items.length === 0 ? null : (
            <Tag tone={held === items.length ? 'good' : 'warn'}>
              {t('note.held')} {t('table.notes', { held, of: items.length })}
            </Tag>
          )}
          {again.length === 0 ? null : (
            <Tag tone="warn">
              {t('table.again')} {t('table.against', { n: again.length })}
            </Tag>
          )}
          {broken.length === 0 ? null : <Tag tone="bad">{t('table.broken', { n: broken.length })}</Tag>}
          <span className="text-12 text-ink-3">
            {waitedMs === null ? t('board.waiting') : t('board.waited', { time: clock(waitedMs) })}
          </span>
        </span>
      }
    >
      <div className="px-14 py-10">
        <NoteJudged handOver={handOver} />
      </div>
    </Disclosure>
  );
};
