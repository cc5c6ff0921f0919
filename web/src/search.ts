// Search over all controls: NFKC, no difference between hiragana and katakana,
// wide and narrow, upper and lower case.
import { Control, shownControls, words } from './data';

export function fold(text: string) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[\u2010-\u2015\u2212\u30fc]/g, '-');
}
export const termsOf = (query: string) => fold(query).split(/\s+/).filter(Boolean);

interface Entry { control: Control; name: string; rest: string }
let entries: Entry[] | null = null;

function index() {
  entries ??= shownControls.map((control) => ({
    control,
    name: fold([control.id, control.label, ...control.title].join('\n')),
    rest: fold([...control.gist, ...control.leads, ...control.supports, words.roles[control.lead].words[0],
      control.framework.id, ...control.framework.short].join('\n')),
  }));
  return entries;
}
export const warmUp = () => void index();

// Those that hold every term; where the name has all of them, first.
export function search(query: string): Control[] {
  const terms = termsOf(query);
  if (!terms.length) return [];
  const named: Control[] = [];
  const others: Control[] = [];
  for (const { control, name, rest } of index()) {
    if (terms.every((term) => name.includes(term))) named.push(control);
    else if (terms.every((term) => name.includes(term) || rest.includes(term))) others.push(control);
  }
  return named.concat(others);
}
