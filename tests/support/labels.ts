/** The words on buttons and headings that several folders of tests look for, as the locale files have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../messages/zh');

const namespaces: ReadonlyMap<string, unknown> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path): [string, unknown] => [basename(path, '.json'), JSON.parse(readFileSync(join(FOLDER, path), 'utf8'))]),
);

/** The word at `desk:end.button`. A key that is gone throws, so no test looks for nothing. */
const label = (key: string): string => {
  const [namespace = '', path = ''] = key.split(':');
  const found = path
    .split('.')
    .reduce<unknown>(
      (tree, part) => (typeof tree === 'object' && tree !== null ? Reflect.get(tree, part) : undefined),
      namespaces.get(namespace),
    );
  if (typeof found !== 'string') throw new Error(`no word at ${key}`);
  return found;
};

/** What many pages' buttons and links say, each the same everywhere. */
export const BUTTON = {
  cancel: label('ui:cancel'),
  save: label('ui:save'),
  withdraw: label('ui:withdraw'),
  print: label('ui:print'),
  again: label('ui:again'),
  close: label('ui:close'),
  fold: label('ui:fold'),
  home: label('ui:home'),
  toClass: label('ui:toClass'),
  refresh: label('ui:refresh'),
  reload: label('app:outdated.reload'),
  logIn: label('ui:logIn'),
  add: label('ui:add'),
  backToExam: label('ui:backToExam'),
  ownTerms: label('ui:ownTerms'),
  start: label('ui:start'),
  send: label('ui:send'),
  seeReport: label('ui:seeReport'),
  certificates: label('ui:certificates'),
};

/** A puzzle 接手题. */
export const PUZZLE = { begin: BUTTON.start, again: label('puzzles:again') } as const;

/** The trainee's desk 接待台. */
export const DESK = {
  ready: label('desk:ready.title'),
  start: BUTTON.start,
  send: BUTTON.send,
  list: label('desk:list.label'),
  backToList: label('desk:thread.back'),
  find: label('desk:palette.open'),
  palette: label('desk:palette.title'),
  phrases: label('desk:phrases.found'),
  sendAsIs: label('desk:phrases.direct'),
  pause: label('desk:pause.pause'),
  resume: label('desk:pause.resume'),
  takeOver: label('desk:strip.takeOver'),
  end: label('desk:end.button'),
  close: label('desk:close.button'),
  endFromMore: label('desk:palette.end'),
  endAsk: label('desk-dialogs:end.title'),
  endDo: label('desk-dialogs:end.confirm'),
  stay: label('desk-dialogs:end.stay'),
  ended: label('desk:ended.title'),
  toReport: BUTTON.seeReport,
  toSeat: label('desk:toSeat'),
  toServing: label('desk:call.toServing'),
  toRedo: label('desk:call.toRedo'),
  toAgain: label('desk:call.toAgain'),
  redoDone: label('desk:redo.done'),
};

/** The teacher's wall 巡视墙. */
export const WALL = {
  freeze: label('wall:freeze.do'),
  freezeAsk: label('wall:freeze.ask'),
  goOn: label('wall:freeze.goOn'),
  incident: label('wall:incident.do'),
  incidentTitle: label('wall:incident.title'),
  say: label('wall:say.do'),
  sayTitle: label('wall:say.title'),
  whisper: BUTTON.send,
  putAway: label('wall:putAway'),
  mark: label('wall:marking.do'),
  markDo: label('wall:marking.save'),
  endAsk: label('wall:end.drillTitle'),
  endDo: label('wall:end.drillDo'),
};

/** The page of a trainee's seat 席位. */
export const SEAT = {
  joined: label('join:wait.join'),
  watch: label('join:debrief.title'),
  toServing: label('join:serving.go'),
  toRedo: label('join:redo.go'),
  redoDone: label('join:redo.done'),
  again: label('join:again.go'),
};

/** Practice: home, start card, shop. */
export const PRACTICE = {
  toDesk: label('practice:now.go'),
  start: BUTTON.start,
  goBack: label('practice:now.goBack'),
  toSeat: label('practice:now.toSeat'),
  toCard: label('practice:shop.back'),
};

/** Classes and runs, before a lesson and after it. */
export const RUN = {
  undo: label('classroom:member.undo'),
  add: label('classroom:newRun.title'),
  open: label('classroom:form.go'),
  answers: label('results:redo.answers'),
  collect: label('results:redo.collect'),
};

export const REPORT = {
  title: label('report:title'),
  toSeat: label('report:toSeat'),
  toDesk: label('report:toDesk'),
};
