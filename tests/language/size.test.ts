/** What the language core may cost a reader, and where its thresholds stand. The ceilings only fall, but for what is new: 500 lines and 215 alternatives hold promises above the desk's authority and figures against cards, 166 lines the facts asked for by meaning, 36 lines and 14 alternatives the figure told in place of the right one and what is wrong by likeness alone, 233 lines and 139 alternatives vows, haste and verdicts that a card leaves open and promises without a sum and what is another person’s deed, 21 a flood of values in linear time, 100 lines and 66 alternatives what is no wrong answer (RULES T29), 110 lines and 41 alternatives the table of rude words and its reader, 29 lines and 27 alternatives the question what was given to somebody else, 181 lines and 298 alternatives vows of outcomes, damages without a sum and figures taken back or denied, 48 lines and 58 alternatives a time to come back, closings and four rows of rude words, 2 lines the threshold of what an ask is about, 77 lines and 10 alternatives rows of everyday words and what crosses no red line (RULES T47), 87 lines the imports of files that hold shapes alone, 6 lines and 1 alternative kin spoken of (RULES T55), 29 lines the field's longer names, 26 lines a text folded once for many comparisons, 98 lines parties and axes by name in place of numbers and a clause read in steps, 105 lines thresholds, word lists and features by the field's names, 36 lines and 5 alternatives the names of goods (RULES T56), 69 lines and 70 alternatives questions inside statements (RULES T57), 5 lines 一块 for together, 705 lines fields, parameters and steps of the whole core under names that say what they are, 39 lines and 2 alternatives figures in goods' names (RULES T58), 10 lines and 17 alternatives advice that urges nobody (RULES T59), 15 lines and 1 alternative 毛 and 分 behind a sum, 11 lines and 6 alternatives what the shop sends (RULES T60), 49 lines and 5 alternatives times from now, days that are needed and what others did (RULES T62, T63), 9 lines and 2 alternatives a question said back inside a statement, 25 lines and 29 alternatives what is looked up in a whole clause and sums agreed to, 3 lines a denial said whole, 9 lines and 4 alternatives a deed that waits for the customer, 48 lines and 71 alternatives figures told aside (RULES T65), 158 lines and 34 alternatives holds that name no figure, counters of scarcity and from when days are counted (RULES T68, T69, T70), 73 lines and 3 alternatives figures told as about so much (RULES T75), 4 lines and 15 alternatives money back to who buys first, 1 alternative what asks by an outcome (揭开没有), 18 lines side facts (RULES T71), 136 lines and 165 alternatives operations undertaken (RULES T72), 44 lines days by the calendar and what is asked aside (RULES T73, T74), 78 lines a classifier of times to come back (RULES T77), 37 lines and 38 alternatives from when a warranty runs (RULES T79), 5 lines weights unpacked into one array, 180 lines and 17 alternatives what is right on another card or of another level and a figure right by itself (RULES T85, T86), 7 lines rows of haste, of sending customers off and of leaving them to find it themselves, 10 lines and 11 alternatives a price told without its unit and the law’s multiple for what is no fraud (RULES T90), 2 lines the worse of two tones, 9 lines and 3 alternatives a question told back to who asked it (RULES M49), 11 lines and 6 alternatives the bubble that a clause stands for (RULES T105), 42 lines and 13 alternatives from when days are counted where no number of them is told (RULES T107), 4 lines and 9 alternatives a reproach that is denied (RULES T108), 34 lines and 30 alternatives a refusal left open and what a sparing no leaves to the customer (RULES T99, T101), 63 lines what functions as constants take more, 48 lines and 68 alternatives where money goes back to (RULES T115), 55 lines and 71 alternatives a wish taken up in the customer’s words (RULES T116), 29 lines and 26 alternatives operations offered (RULES T117), 82 lines and 130 alternatives an undertaking to look up and come back (RULES T120), 65 lines verdicts on points had alone and readings kept, 28 lines and 44 alternatives operations spoken of (RULES M67), 75 lines what nobody on the desk can know (RULES T122), 86 lines and 30 alternatives hours gone by, of another half of the day or beside the asked one (RULES T121, T123, T124), 38 lines and 68 alternatives by which way money goes back and nothing else (RULES T130), and a check answered in its own verb (RULES T132), 168 lines and 41 alternatives names in place of others, weights as they are told and figures beside the one that answers (RULES M76), 53 lines paraphrases of one meaning and what is taken off behind a comma (RULES T141, T145), 7 lines and 1 alternative numbers of places, 1 line what was told to do before, 20 lines and 3 alternatives lacks that are denied (RULES T146), 60 lines and 8 alternatives remedies that are denied (RULES T147), 10 lines and 2 alternatives a goodbye in words of leave told to the engine (RULES T148), 19 lines and 21 alternatives conditions without 如果 (RULES T149), 7 lines and 5 alternatives counts beside a denied shortage (RULES T150), 77 lines and 44 alternatives what leaves the answer to another rule and which clause is put to the customer (RULES Q89, Q93), 22 lines and 57 alternatives what is being looked up in this moment, a break-in that corrects, a slip of an earlier message and lengths without a unit (RULES T7, T33, T85), 11 lines a moment at the desk and figures that right and wrong wordings share, 3 alternatives that were written as another sign, 36 lines and 58 alternatives vows of what others decide, of when money comes and behind the day goods come, sums vowed once they were reported (RULES T153, T154), and 4 lines and 7 alternatives what follows once others have succeeded, 18 lines and 14 alternatives what belongs to an hour that is over (RULES T124), 9 lines and 7 alternatives what names a code or hands one over (RULES T169). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
      return { path, text: readFileSync(path, 'utf8') };
    });

describe('the language core', () => {
  const core = sources('server/language');

  it('has no more lines than its ceiling', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)).toBeLessThanOrEqual(13345);
  });

  it('has no more alternatives in patterns than their ceiling', () => {
    expect(core.reduce((sum, { text }) => sum + text.split('|').length - 1, 0)).toBeLessThanOrEqual(7154);
  });
});

it('the readers of a judgement take its thresholds from the policy', () => {
  const compared = /\b\w*[cC](?:onfidence|hance)\s*(?:>=|<=|<|>)\s*[\w.]+/g;
  const found = ['engine', 'scoring', 'wall', 'drills', 'classroom']
    .flatMap((folder) => sources(`server/${folder}`))
    .flatMap(({ path, text }) => [...text.matchAll(compared)].map(([each]) => `${path}: ${each}`))
    .filter((each) => !/VERDICT_THRESHOLDS\.|leastOf$/.test(each));
  expect(found).toEqual([]);
});

it('the core names and compares no share anywhere but in the policy', () => {
  const named = /\bconst [A-Z_]+(?:: number)? = 0?\.\d+|(?:[<>]=?) 0?\.\d+/g;
  const found = sources('server/language')
    // Numbers are read in `reading`; how much characters, pairs and concepts weigh in a likeness isn't a threshold.
    .filter(
      ({ path }) => !/\/reading\/|\/thresholds\.ts$|\/points\/features\/(?:windows|match-features)\.ts$/.test(path),
    )
    .flatMap(({ path, text }) => [...text.matchAll(named)].map(([each]) => `${path}: ${each}`));
  expect(found).toEqual([]);
});
