// Pieces that several pages use.
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { Control, Framework, head, words } from './data';
import { T, day, language, names, of, say, wordOf } from './language';
import { href, keepQuery, readRoute } from './route';

export const controlHref = (c: Control) => href(['control', c.framework.id, c.id]);

export function ControlLink({ of: c, title = true }: { of: Control; title?: boolean }) {
  const name = title ? <><span class="label"><T of={c.label} /></span> <T of={c.title} /></> : <T of={c.label} />;
  return c.framework.shown ? <a href={controlHref(c)}>{name}</a> : <span>{name}</span>;
}
export function ControlLinks({ of: list }: { of: Control[] }) {
  return <>{list.map((c, i) => <>{i > 0 && <span> ＋ </span>}<ControlLink of={c} /></>)}</>;
}

export const levelText = (c: Control) => wordOf(words.levels[c.framework.binding][c.level]);
export const leadText = (c: Control) => (c.assigned ? (c.leads.length ? names(c.leads) : say('未定', 'nobody')) : '');
// The day by which a duty that begins later is to be met.
export const whenText = (c: { from: string }) => (c.from ? day(c.from) : say('施行済', 'in force'));
export const statusText = (c: Control) => wordOf(words.statuses[c.status]);

// A state in a word of its own colour; the word alone says it.
export function Mark({ kind, children }: { kind: string; children: ComponentChildren }) {
  return <span class={'mark ' + kind}>{children}</span>;
}
export function StatusMark({ of: c }: { of: Control }) {
  return <Mark kind={'s-' + words.statuses[c.status].machine}>{statusText(c)}</Mark>;
}
export function StateMark({ state }: { state: number }) {
  return <Mark kind={'g-' + words.states[state].machine}>{wordOf(words.states[state])}</Mark>;
}
export function EvidenceMark({ of: c }: { of: Control }) {
  return <span class="evidence">{wordOf(words.evidences[c.evidence])}</span>;
}

export interface BarPart { word: string; kind: string; count: number }
// One bar of parts.  The numbers stand beside it, so it is a picture of them.
export function Bar({ parts, label, width = 100 }: { parts: BarPart[]; label: string; width?: number }) {
  const total = parts.reduce((sum, part) => sum + part.count, 0) || 1;
  let at = 0;
  const told = parts.map((part) => `${part.word} ${part.count}`).join(say('、', ', '));
  return (
    <svg class="bar" viewBox={`0 0 ${width} 5`} preserveAspectRatio="none" role="img" aria-label={`${label}: ${told}`}>
      {parts.map((part) => {
        const x = (at / total) * width;
        at += part.count;
        return part.count > 0 && <rect class={'f-' + part.kind} x={x} y="0" width={(part.count / total) * width} height="5"><title>{part.word} {part.count}</title></rect>;
      })}
    </svg>
  );
}
export function Legend({ parts }: { parts: { word: string; kind: string }[] }) {
  return (
    <ul class="legend" aria-hidden="true">
      {parts.map((part) => <li><svg viewBox="0 0 10 10"><rect class={'f-' + part.kind} width="10" height="10" /></svg>{part.word}</li>)}
    </ul>
  );
}

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  text?: (row: Row) => string | number; // to sort by
  number?: boolean;
  head?: boolean; // the cell names its row
  narrow?: boolean;
}
const kPage = 100;
const collators: Record<string, Intl.Collator> = {};
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b
    : (collators[language()] ??= new Intl.Collator(language(), { numeric: true })).compare(String(a), String(b));

// A table that can be sorted.  Long ones grow by pages; all rows are printed.
export function DataTable<Row>({ columns, rows, caption, empty }:
  { columns: Column<Row>[]; rows: Row[]; caption: string; empty?: string }) {
  const [sort, setSort] = useState<{ at: number; up: boolean } | null>(null);
  const [shown, setShown] = useState(kPage);
  useEffect(() => {
    const whole = () => setShown(Infinity);
    addEventListener('beforeprint', whole);
    return () => removeEventListener('beforeprint', whole);
  }, []);
  useEffect(() => setShown((now) => Math.min(now, Math.max(kPage, now === Infinity ? kPage : now))), [rows]);
  const sorted = useMemo(() => {
    const text = sort && columns[sort.at]?.text;
    if (!sort || !text) return rows;
    const order = rows.map((row) => [text(row), row] as const).sort((a, b) => compare(a[0], b[0]) * (sort.up ? 1 : -1));
    return order.map((entry) => entry[1]);
  }, [rows, sort, language()]);
  if (!rows.length) return <p class="empty">{empty ?? say('該当するものはありません。', 'Nothing here.')}</p>;
  return (
    <>
      <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
        <table class={columns.length > 4 ? 'many' : ''}>
          <caption class="away">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, at) => {
                const active = sort?.at === at;
                return (
                  <th scope="col" class={(column.number ? 'n' : '') + (column.narrow ? ' narrow' : '')}
                    aria-sort={column.text ? (active ? (sort.up ? 'ascending' : 'descending') : 'none') : undefined}>
                    {column.text
                      ? <button type="button" class="sort" onClick={() => setSort({ at, up: active ? !sort.up : true })}>
                        {column.title}<span class="arrow" aria-hidden="true">{active ? (sort.up ? '▲' : '▼') : '↕'}</span>
                      </button>
                      : column.title}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((row) => (
              <tr>
                {columns.map((column) => {
                  const kind = (column.number ? 'n' : '') + (column.narrow ? ' narrow' : '');
                  return column.head ? <th scope="row" class={kind}>{column.cell(row)}</th> : <td class={kind}>{column.cell(row)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <p class="more">
          {say(`${rows.length} 件のうち ${shown} 件を表示しています。`, `Showing ${shown} of ${rows.length}.`)}
          <button type="button" onClick={() => setShown(shown + kPage)}>{say('次の100件', '100 more')}</button>
          <button type="button" onClick={() => setShown(Infinity)}>{say('すべて表示', 'Show all')}</button>
        </p>
      )}
    </>
  );
}

export type Query = Record<string, string>;
// Filters that live in the address, so that a link leads to the same rows.
export function useFilters(keys: string[]): [Query, (key: string, value: string) => void, () => void] {
  const read = () => Object.fromEntries(keys.map((key) => [key, readRoute().query.get(key) ?? '']));
  const [query, setQuery] = useState<Query>(read);
  useEffect(() => {
    const again = () => setQuery(read());
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  const put = (next: Query) => {
    setQuery(next);
    keepQuery(next);
  };
  return [query, (key, value) => put({ ...query, [key]: value }), () => put(Object.fromEntries(keys.map((key) => [key, ''])))];
}
export interface Choice { value: string; word: string }
export function Select({ label, value, choices, onChange, all }:
  { label: string; value: string; choices: Choice[]; onChange: (value: string) => void; all?: string }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all ?? say('すべて', 'all')}</option>
        {choices.map((choice) => <option value={choice.value} selected={choice.value === value}>{choice.word}</option>)}
      </select>
    </div>
  );
}
export function TextField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field wide">
      <label for={id}>{label}</label>
      <input id={id} type="search" value={value} autocomplete="off" onInput={(event) => onChange(event.currentTarget.value)} />
    </div>
  );
}
export function Filters({ children, count, reset, active }:
  { children: ComponentChildren; count: string; reset: () => void; active: boolean }) {
  return (
    <div class="filters" role="search" aria-label={say('絞り込み', 'Filters')}>
      <div class="fields">{children}</div>
      <p class="count" role="status">{count}
        {active && <button type="button" class="plainly" onClick={reset}>{say('絞り込みを解除', 'Clear filters')}</button>}</p>
    </div>
  );
}

export const frameworkChoices = (list: Framework[]): Choice[] => list.map((f) => ({ value: f.id, word: of(f.short) }));
export const ownFrameworks = (): Framework[] => (head.hub && !head.compared.includes(head.hub) ? [...head.compared, head.hub] : head.compared);
export function departmentsOf(list: Control[]): Choice[] {
  const found = new Set<string>();
  for (const c of list) for (const name of c.leads.concat(c.supports)) found.add(name);
  return [...found].sort(compare).map((name) => ({ value: name, word: name }));
}
// Every text a person may look for in a row about a control.
export const controlText = (c: Control) => [c.id, c.label, ...c.title, ...c.gist, ...c.leads, ...c.supports].join('\n');

export function Heading({ children, over }: { children: ComponentChildren; over?: ComponentChildren }): VNode {
  return <div class="heading">{over && <p class="over">{over}</p>}<h1 tabIndex={-1}>{children}</h1></div>;
}
export function OnlyJapanese() {
  return language() === 'en' ? <p class="note">Reasons, scopes and legal bases exist in Japanese only.</p> : null;
}
