#!/usr/bin/env node
// The player's side of the room: one shell command per step. It imports nothing of the project, so a player needs no other file.
import { parseArgs } from 'node:util';

const ROOM = 'http://127.0.0.1:4711';
const USAGE = `play.mjs cases                          案例单子
play.mjs shop CASE[@3]                  开场卡和店铺页；@3：会变的案例的第三张
play.mjs A/1 open CASE[@3] good|middling|poor  开一场
play.mjs A/1 plant '要埋的错'             发之前记下来
play.mjs A/1 12s '第一泡' '第二泡'         客户说完 12 秒后回
play.mjs A/1 12s --do '{"action":"check-order"}' '…'   先点操作再说话，--do 可以写几个，也可以写一个 […] 单子
play.mjs A/1 12s --quick ID             发话术
play.mjs A/1 thread                     从头看
play.mjs A/1 leave                      不再回了，看到底`;

const stop = (message) => {
  console.error(message);
  process.exit(2);
};

const readLine = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      tokens: true,
      options: { do: { type: 'string', multiple: true }, quick: { type: 'string', multiple: true } },
    });
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

const question = ({ positionals, tokens, values }) => {
  const [play, second, third, fourth] = positionals;
  if (play === 'cases') return { ask: 'cases' };
  if (play === 'shop') return { ask: 'shop', case: second ?? '' };
  if (play === undefined || second === undefined) return stop(USAGE);
  if (second === 'open') return { ask: 'open', play, case: third ?? '', kind: fourth ?? '' };
  if (second === 'plant') return { ask: 'plant', play, says: positionals.slice(2).join(' ') };
  if (second === 'thread' || second === 'leave') return { ask: second, play };
  if (!/^\d+(\.\d+)?s$/.test(second)) return stop(USAGE);
  // Quick replies and words in the order in which they were written.
  const spoken = tokens
    .filter((token) => token.kind === 'positional' || (token.kind === 'option' && token.name === 'quick'))
    .slice(2)
    .map((token) => (token.kind === 'option' ? { 'quick-reply': token.value } : token.value));
  // One operation each time, or a list of them.
  const deeds = (values.do ?? []).flatMap((text) => {
    try {
      return JSON.parse(text);
    } catch {
      return stop(`--do 要写成 JSON：${text}`);
    }
  });
  const say = spoken.length === 0 ? {} : { say: spoken };
  const did = deeds.length === 0 ? {} : { do: deeds };
  return { ask: 'step', play, entry: { to: 'any', after: second, ...did, ...say } };
};

const body = JSON.stringify(question(readLine()));
const headers = { 'content-type': 'application/json' };
const response = await fetch(ROOM, { method: 'POST', headers, body }).catch(() => stop(`房间没开：${ROOM}`));
const answer = await response.json();
if (!response.ok) stop(`${answer.code}: ${answer.message}`);
console.log([...answer.lines, answer.state].filter((line) => line !== '').join('\n'));
