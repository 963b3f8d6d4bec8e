import type { Clause, Reading } from '#language/reading/clause.ts';
import { holdsQuestion } from '#language/reading/embedded.ts';
import { folded } from '#language/reading/folded.ts';
import { memoize } from '#language/reading/memoize.ts';
import { isParticle } from '#language/reading/particles.ts';
import { readReply } from '#language/reading/read-reply.ts';
import { SIMILARITY_THRESHOLDS } from '#language/terms/thresholds.ts';

/** Characters: a shorter echo (几码？) asks what was meant. */
const MIN_CHARS = 4;
/** This many characters of one's own, outside questions, make it more than an echo. */
const MIN_OWN_CHARS = 4;

/** Whether a reply only says the customer's question again, both as they were typed. */
export const repeatsQuestion = (reply: string, customer: string): boolean => {
  return parrotsQuestion(readReply(reply).reading, folded(customer));
};

/**
 * Whether the reply only repeats the customer's question as a question: 您问这双穿几码是吧? An answer in the words of the
 * question (这双穿39码) states something, so it isn't one; 哪天到也不说 word for word as the customer typed it does not. `customer` is
 * folded.
 */
export const parrotsQuestion = (reading: Reading, customerText: string): boolean => {
  const isEcho = ({ isQuestion, start, end }: Clause): boolean => {
    const clauseText = reading.text.slice(start, end);
    return isQuestion || (holdsQuestion(clauseText) && customerText.includes(clauseText));
  };
  if (!reading.clauses.some(isEcho)) return false;
  let echo = '';
  let ownCount = 0;
  for (const clause of reading.clauses) {
    const words = contentChars(reading.text.slice(clause.start, clause.end));
    if (isEcho(clause)) echo += words;
    else ownCount += words.replace(COURTESY, '').length;
    if (ownCount >= MIN_OWN_CHARS) return false;
  }
  if (echo.length < MIN_CHARS) return false;
  const questionContent = contentOfCustomer(customerText);
  let shared = 0;
  for (const char of echo) if (questionContent.includes(char)) shared += 1;
  return shared / echo.length >= SIMILARITY_THRESHOLDS.parroted;
};

const COURTESY = /您好|你好|亲|好|收到|明白|问|想|稍等|请/g;

const contentChars = (text: string): string => {
  let out = '';
  for (const char of text) if (!isParticle(char) && /[\u3400-\u9fffa-z0-9]/.test(char)) out += char;
  return out.replace(/请问|问|说|想|知道|意思|[是会能可]不([是会能可])|是吗|是吧|是/g, '$1');
};

const contentOfCustomer = memoize(contentChars);
