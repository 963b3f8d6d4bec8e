import { Skeleton, SkeletonBar } from './skeleton.tsx';

/** A panel to come: a name and what stands under it. */
export const PanelSkeleton = () => (
  <Skeleton className="min-h-320">
    <div className="flex flex-col gap-14 p-24">
      <SkeletonBar className="w-[30%]" />
      <SkeletonBar className="w-[70%]" />
    </div>
  </Skeleton>
);
