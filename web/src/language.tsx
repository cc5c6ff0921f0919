// The language of the page, and texts in it.
import type { Language, Pair, Word } from './data';

let current: Language = 'ja';
export const language = () => current;
export function setLanguage(to: Language) {
  current = to;
  document.documentElement.lang = to;
}
export const say = (ja: string, en: string) => (current === 'ja' ? ja : en);
export const of = (pair: Pair | string[]) => (current === 'ja' ? pair[0] : pair[1]);
export const wordOf = (word: Word) => of(word.words);
// Joined as a list of names.
export const names = (list: string[]) => list.join(say('、', ', '));

const kJapanese = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
// Text of the data, marked as Japanese where it is and the page is not.
export function T({ of: value }: { of: Pair | string }) {
  const shown = typeof value === 'string' ? value : of(value);
  return current === 'en' && kJapanese.test(shown) ? <span lang="ja">{shown}</span> : <>{shown}</>;
}

const kEras: [string, number, string][] = [['2019-05-01', 2018, 'R'], ['1989-01-08', 1988, 'H']];
// A day as an office writes it: R9.7.1, or ISO in English.
export function day(iso: string) {
  if (current === 'en' || !/^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
  const era = kEras.find(([from]) => iso >= from);
  const [y, m, d] = iso.split('-').map(Number);
  return era ? `${era[2]}${y - era[1]}.${m}.${d}` : iso;
}
