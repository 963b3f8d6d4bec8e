import type { MouseEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { replayBefore } from '#client/lib/reports/replay-path.ts';
import type { Report } from '#contract/report.ts';
import { AXIS_HEAD_HEIGHT, AXIS_LANE_HEIGHT, type AxisLayout } from './axis-layout.ts';

/** A press on the axis opens the replay just before that time, with the customer whose lane was pressed. */
export const useAxisMoment = (report: Report, layout: AxisLayout): ((event: MouseEvent<SVGElement>) => void) => {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  return (event) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const lane = Math.max(0, Math.floor((event.clientY - top - AXIS_HEAD_HEIGHT) / AXIS_LANE_HEIGHT));
    const conversation = report.conversations[lane];
    if (conversation === undefined || event.clientX - left < layout.left) return;
    void navigate(replayBefore(id, layout.timeAt(event.clientX - left), conversation.conversation));
  };
};
