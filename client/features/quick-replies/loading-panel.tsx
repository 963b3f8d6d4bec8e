import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

export const LoadingPanel = () => (
  <Panel>
    <Skeleton className="min-h-200">
      <div className="flex flex-col gap-14 p-18">
        <SkeletonBar className="w-[40%]" />
        <SkeletonBar className="w-[34%]" />
        <SkeletonBar className="w-[52%]" />
      </div>
    </Skeleton>
  </Panel>
);
