import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

const ROWS = ['a', 'b', 'c', 'd'];

export const HomeSkeleton = () => (
  <Skeleton>
    <Panel className="flex h-200 flex-col gap-12 p-24">
      <SkeletonBar className="w-[12%]" />
      <SkeletonBar className="w-[38%]" />
      <SkeletonBar className="w-[26%]" />
    </Panel>
    <Panel className="mt-64">
      {ROWS.map((row) => (
        <div key={row} className="flex h-82 flex-col justify-center gap-8 border-line border-b px-16 last:border-b-0">
          <SkeletonBar className="w-[20%]" />
          <SkeletonBar className="w-[30%]" />
        </div>
      ))}
    </Panel>
  </Skeleton>
);
