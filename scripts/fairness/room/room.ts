/**
 * The room of a blind play: a player's requests and their answers. A player gets what a trainee sees (shop, start card,
 * thread up to the customer's next burst) and nothing else. A step that was sent can't be taken back.
 */
import { z } from 'zod';
import { MESSAGE_MAX } from '#contract/commands.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { contentFor, type Library } from '#library/load.ts';
import { type AuthoredReply, repliesFile, toReplies } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { KINDS } from '#scripts/fairness/stored.ts';
import { responseLine, startLine, stateLine } from '#scripts/play/as-trainee.ts';
import { faultIn, scenarioId } from '#scripts/play/replies-fit.ts';
import { shopLines } from '#scripts/play/shop-lines.ts';
import { type Performance, performer, trainedIn } from './performance.ts';
import { type PlayFile, playName, playsIn, readPlay, writePlay } from './play-file.ts';

const name = z.string().min(1).max(80);
const asked = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('cases') }),
  z.strictObject({ ask: z.literal('shop'), case: name }),
  z.strictObject({ ask: z.literal('open'), play: playName, case: name, kind: z.enum(KINDS) }),
  z.strictObject({ ask: z.literal('plant'), play: playName, says: z.string().trim().min(1).max(500) }),
  z.strictObject({ ask: z.literal('step'), play: playName, entry: z.unknown() }),
  z.strictObject({ ask: z.literal('thread'), play: playName }),
  z.strictObject({ ask: z.literal('leave'), play: playName }),
]);
export type RoomRequest = z.input<typeof asked>;

export type RefusalCode =
  | 'ask-invalid'
  | 'unknown-case'
  | 'unknown-play'
  | 'play-exists'
  | 'case-known'
  | 'reply-invalid'
  | 'action-refused'
  | 'not-sent'
  | 'play-over';
/** `lines`: those the player hasn't seen yet; `state`: whether the conversation goes on. */
export type Answer = { lines: readonly string[]; state: string };
export type Refusal = { code: RefusalCode; message: string };
export type Room = (value: unknown) => Answer | Refusal;

const OVER = '（这一场到头了）';
/** An hour is more than any customer waits. */
const LONGEST_WAIT_S = 3600;

/** A room whose plays lie in `folder`. Its answers depend on the folder alone, so it may be stopped and started again. */
export const openRoom = (library: Library, folder: string): Room => {
  const perform = performer(library);
  const state = ({ ended, shown }: Performance): string => (ended ? OVER : stateLine(shown));

  const cases = (): Answer => ({
    lines: [...library.scenarios.values()].map(({ id, shop: of }) => `${id}  ${library.shops.get(of)?.name ?? ''}`),
    state: '',
  });

  const shop = (named: string): Answer | Refusal => {
    const dealt = dealtCase(library, named);
    if (dealt === undefined) return noCase(named);
    const { data } = contentFor(library, [dealt.scenario], cardOfSeed(dealt.card));
    const lines = data.scenarios.flatMap((scenario) => {
      const body = shopBody(data, scenario.shop);
      return [startLine(scenario), responseLine(data.rubric), ...(body === null ? [] : shopLines(body))];
    });
    return { lines, state: '' };
  };

  const open = (play: string, named: string, kind: PlayFile['kind']): Answer | Refusal => {
    const dealt = dealtCase(library, named);
    if (dealt === undefined) return noCase(named);
    const { scenario, card } = dealt;
    if (readPlay(folder, play) !== null) return refuse('play-exists', `${play} 已经开过了，换一个场次名`);
    const [player = ''] = play.split('/');
    const known = playsIn(folder, player).find((play) => play.play.scenario === scenario);
    if (known) return refuse('case-known', `这个案例 ${known.name} 演过了：第二回就不是没看过的人了`);
    const opened: PlayFile = { scenario, card, kind, replies: [], plants: [], left: false };
    writePlay(folder, play, opened);
    const now = perform(opened);
    return { lines: [...now.content.data.scenarios.map(startLine), ...now.lines], state: state(now) };
  };

  const going = (play: string): PlayFile | Refusal => readPlay(folder, play) ?? noPlay(play);

  const step = (play: string, file: PlayFile, value: unknown): Answer | Refusal => {
    const before = perform(file);
    if (before.ended) return over(play);
    const entry = entryOf(value);
    if ('code' in entry) return entry;
    const fault = faultIn(before.content.data, toReplies([entry]));
    if (fault !== null) return refuse('reply-invalid', fault);
    const longer = { ...file, replies: [...file.replies, entry] };
    const after = performed(longer);
    if ('code' in after) return after;
    if (trainedIn(after.events) === trainedIn(before.events)) return refuse('not-sent', '没发出去：客户已经不在了');
    writePlay(folder, play, longer);
    return { lines: after.lines.slice(before.lines.length), state: state(after) };
  };

  const performed = (file: PlayFile): Performance | Refusal => {
    try {
      return perform(file);
    } catch (error) {
      if (!(error instanceof Error && /: action \S+ is refused$/.test(error.message))) throw error;
      return refuse('action-refused', '这一步操作点不了：栏位没填全，或者填的这张单没有；这一条都没有发出去');
    }
  };

  const plant = (play: string, file: PlayFile, says: string): Answer | Refusal => {
    if (perform(file).ended) return over(play);
    writePlay(folder, play, { ...file, plants: [...file.plants, { says, before: file.replies.length }] });
    return { lines: [], state: `记下了，是第 ${file.plants.length + 1} 处` };
  };

  const leave = (play: string, file: PlayFile): Answer | Refusal => {
    const before = perform(file);
    if (before.ended) return over(play);
    const left = { ...file, left: true };
    writePlay(folder, play, left);
    const after = perform(left);
    return { lines: after.lines.slice(before.lines.length), state: state(after) };
  };

  const thread = (file: PlayFile): Answer => {
    const now = perform(file);
    return { lines: [...now.content.data.scenarios.map(startLine), ...now.lines], state: state(now) };
  };

  return (value) => {
    const parsed = asked.safeParse(value);
    if (!parsed.success) return refuse('ask-invalid', z.prettifyError(parsed.error));
    const { data } = parsed;
    if (data.ask === 'cases') return cases();
    if (data.ask === 'shop') return shop(data.case);
    if (data.ask === 'open') return open(data.play, data.case, data.kind);
    const file = going(data.play);
    if ('code' in file) return file;
    if (data.ask === 'step') return step(data.play, file, data.entry);
    if (data.ask === 'plant') return plant(data.play, file, data.says);
    return data.ask === 'leave' ? leave(data.play, file) : thread(file);
  };
};

/** `CASE` or `CASE@CARD`, the case by its id or its last part: the usual variant, or the one of that card. */
const dealtCase = (library: Library, named: string): Pick<PlayFile, 'scenario' | 'card'> | undefined => {
  const [, name = '', card = '0'] = /^([^@]+?)(?:@(\d{1,4}))?$/.exec(named) ?? [];
  const scenario = scenarioId(library, name);
  return scenario === undefined ? undefined : { scenario, card: Number(card) };
};

const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });
const noCase = (named: string): Refusal => refuse('unknown-case', `没有案例 ${named}，用 cases 看单子`);
const noPlay = (play: string): Refusal => refuse('unknown-play', `没有开过 ${play}，先 open`);
const over = (play: string): Refusal => refuse('play-over', `${play} 到头了，发不出去了`);

/**
 * One reply in the format of a testplan. Only `to: any` without `repeat` is allowed: ids of beats would give the answer
 * key away, and a reply that repeats by itself isn't written for what the customer said.
 */
const entryOf = (value: unknown): AuthoredReply | Refusal => {
  const parsed = repliesFile.safeParse([value]);
  if (!parsed.success) return refuse('reply-invalid', z.prettifyError(parsed.error));
  const [entry] = parsed.data;
  if (entry === undefined || entry.to !== 'any') return refuse('reply-invalid', 'to 只能写 any');
  if (entry.repeat !== undefined) return refuse('reply-invalid', 'repeat 不能写');
  const [reply] = toReplies([entry]);
  if (reply && reply.afterS > LONGEST_WAIT_S) return refuse('reply-invalid', `after 最多 ${LONGEST_WAIT_S}s`);
  const long = reply?.say.some((part) => 'text' in part && part.text.length > MESSAGE_MAX);
  return long ? refuse('reply-invalid', `一条最多 ${MESSAGE_MAX} 字`) : entry;
};
