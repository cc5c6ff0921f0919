// The data of the page, read once from the JSON block; docs/report_html.md
// describes it.  Texts and controls are named by their places.

export type Language = 'ja' | 'en';
export type Pair = [ja: string, en: string];
export type Word = { machine: string; words: Pair };

export interface Framework {
  index: number;
  id: string;
  title: Pair;
  short: Pair;
  publisher: Pair;
  edition: string;
  published: string;
  inForce: string;
  licence: string;
  sourcing: Pair;
  sources: string[];
  binding: number;
  topics: boolean;
  shown: boolean;
  controls: Control[];
}

export interface Control {
  index: number;
  framework: Framework;
  parent: Control | null;
  children: Control[];
  id: string;
  label: string;
  title: Pair;
  gist: Pair;
  level: number;
  lead: number;
  support: number[];
  evidence: number;
  applies: number; // see kNo, kConfirm, kYes
  from: string; // ISO day when it begins later, or ''
  note: string;
  item: boolean; // of the self-inspection
  confirm: [string[], string[]];
  status: number;
  regime: number;
  place: number; // in its framework
  leads: string[];
  supports: string[];
  assigned: boolean;
  links: Link[]; // from it, alone or with others
  answer: Answer | null;
  inferred: Inferred | null;
}

export interface Row {
  place: string;
  source: Control[];
  relation: number;
  target: Control[];
  confidence: number;
  basis: number;
  rationale: string;
  review: number; // the user's decision, or 0
}
export type Step = { row: Row } | { kind: number; a: Control[]; b: Control[] };
export interface Link {
  sourceFramework: Framework;
  source: Control[];
  targetFramework: Framework;
  target: Control[];
  relation: number;
  how: number; // 0 table, 1 table seen from the other side, 2 derived
  confidence: number;
  steps: Step[];
}
export interface Answer { evidence: string; file: string; digest: string; date: string; by: string }
// Why a state is known of a control that has no answer, or another one.
export interface InferredStep { from: Control[]; to: Control[]; answer: boolean; proof: Step[] }
export interface Inferred { kind: number; steps: InferredStep[] }
export interface Comparison {
  framework: Framework;
  against: Framework;
  state(place: number): number;
  counted(place: number): boolean;
  links: Map<number, Link[]>;
}
export interface Topic {
  control: Control;
  members: { control: Control; link: Link | null; strictest: boolean }[];
  states: number[];
}
export interface Regime {
  framework: Framework | null;
  title: Pair;
  binding: number;
  stands: Pair;
  scope: string;
  ministry: string;
  basis: string;
  submit: string;
  desk: string;
  from: string;
  note: string;
  confirm: [string[], string[]];
  applies: number;
  size: number;
  when: Pair;
}
export interface Group { title: Pair; count: number[]; size: number; topics: boolean }
export interface TransitionClause {
  on: [string, string, string];
  controls: Control[];
  note: Pair;
  holdings: { name: string; state: Pair; from: string }[];
}
export interface DepartmentPair { first: string; second: string; firstLeads: Control[]; secondLeads: Control[] }
export interface Table {
  name: string;
  title: Pair;
  columns: { machine: string; title: Pair; type: number }[];
  rows: [string[][], string[][]];
}

const element = document.getElementById('data')!;
const raw = JSON.parse(element.textContent!);
const S: string[] = raw.strings;
const text = (n: number): string => S[n];
const texts = (list: number[]): string[] => list.map(text);
const pair = (list: number[]): Pair => [S[list[0]], S[list[1]] || S[list[0]]];
const word = (list: number[]): Word => ({ machine: S[list[0]], words: [S[list[1]], S[list[2]]] });

// Truth of the program: 0 false, 1 unknown, 2 true.
export const kNo = 0;
export const kConfirm = 1;
export const kUnanswered = 5;
export const kConflict = 6; // of inferences

export const frameworks: Framework[] = raw.frameworks.map((f: any[], index: number) => ({
  index, id: S[f[0]], title: pair(f[1]), short: pair(f[2]), publisher: pair(f[3]), edition: S[f[4]],
  published: S[f[5]], inForce: S[f[6]], licence: S[f[7]], sourcing: pair(f[8]), sources: texts(f[9]),
  binding: f[10], topics: f[11] === 1, shown: f[12] === 1, controls: [],
}));
export const head = {
  version: raw.head.version as string,
  language: raw.head.language as Language,
  organization: pair(raw.head.organization),
  on: texts(raw.head.on),
  hub: (raw.head.hub < 0 ? null : frameworks[raw.head.hub]) as Framework | null,
  compared: raw.head.compared.map((n: number) => frameworks[n]) as Framework[],
  status: raw.head.status as boolean,
  consistent: raw.head.consistent as boolean,
  departments: raw.head.departments.map(texts) as string[][], // by role
};
const list = (key: string): Word[] => raw.words[key].map(word);
export const words = {
  levels: raw.words.levels.map((levels: number[][]) => levels.map(word)) as Word[][],
  bindings: list('bindings'), roles: list('roles'), evidences: list('evidences'),
  confidences: list('confidences'), bases: list('bases'), reviews: list('reviews'), statuses: list('statuses'),
  states: list('states'), relations: list('relations'), inferences: list('inferences'),
};

export const controls: Control[] = raw.controls.map((c: any[], index: number) => ({
  index, framework: frameworks[c[0]], parent: c[1], children: [], id: S[c[2]], label: S[c[3]] || S[c[2]],
  title: pair([c[4], c[5]]), gist: pair([c[6], c[7]]), level: c[8], lead: c[9], support: c[10],
  evidence: c[11], applies: c[12], from: S[c[13]], note: S[c[14]], item: c[15] === 1,
  confirm: [texts(c[16]), texts(c[17])], status: c[18], regime: c[19], place: 0, leads: [], supports: [],
  assigned: false, links: [], answer: null, inferred: null,
}));
const all = (numbers: number[]): Control[] => numbers.map((n) => controls[n]);
export const shownControls: Control[] = controls.slice(0, raw.head.shown);
const byId = new Map<string, Control>();
for (const c of controls) {
  c.parent = (c.parent as unknown as number) < 0 ? null : controls[c.parent as unknown as number];
  c.parent?.children.push(c);
  if (c.index < raw.head.shown) {
    c.place = c.framework.controls.push(c) - 1;
    byId.set(c.framework.id + '\n' + c.id, c);
  }
}
export const findControl = (framework: string, id: string) => byId.get(framework + '\n' + id);
export const findFramework = (id: string) => frameworks.find((f) => f.id === id);

const rows: Row[] = raw.rows.map((r: any[]) => ({
  place: S[r[0]], source: all(r[1]), relation: r[2], target: all(r[3]), confidence: r[4], basis: r[5],
  rationale: S[r[6]], review: r[7] ?? 0,
}));
const stepOf = (s: any): Step => (typeof s === 'number' ? { row: rows[s] } : { kind: s[0], a: all(s[1]), b: all(s[2]) });
export const links: Link[] = raw.links.map((l: any[]) => ({
  sourceFramework: frameworks[l[0]], source: all(l[1]), targetFramework: frameworks[l[2]], target: all(l[3]),
  relation: l[4], how: l[5], confidence: l[6],
  steps: l[7].map(stepOf),
}));
for (const link of links) for (const c of link.source) c.links.push(link);

export const comparisons: Comparison[] = raw.gaps.map((g: any[]) => ({
  framework: frameworks[g[0]], against: frameworks[g[1]],
  state: (place: number) => g[2].charCodeAt(place) - 48,
  counted: (place: number) => g[3][place] === '1',
  links: new Map(g[4].map((row: number[]) => [row[0], row.slice(1).map((n) => links[n])])),
}));
export const topics: Topic[] = raw.topics.map((t: any[]) => ({
  control: controls[t[0]],
  members: t[1].map((m: number[]) => ({ control: controls[m[0]], link: links[m[1]] ?? null, strictest: m[2] === 1 })),
  states: t[2],
}));
for (const i of raw.inferred) {
  controls[i[0]].inferred = { kind: i[1], steps: i[2].map((s: any[]) => ({ from: all(s[0]), to: all(s[1]), answer: s[2] === 1, proof: s[3].map(stepOf) })) };
}
// The rows and totals of answers.csv; null when nothing was answered.
export const inspection: { totals: Record<string, number>; items: Control[] } | null =
  raw.inspection.items ? { totals: raw.inspection.totals, items: all(raw.inspection.items) } : null;
for (const a of raw.answers) {
  const [evidence, file, digest, date, by] = texts(a[1]);
  controls[a[0]].answer = { evidence, file, digest, date, by };
}
for (const a of raw.assignments) {
  const c = controls[a[0]];
  c.leads = texts(a[1]);
  c.supports = texts(a[2]);
  c.assigned = true;
}
export const assigned: Control[] = controls.filter((c) => c.assigned);
export const pairs: DepartmentPair[] = raw.pairs.map((p: any[]) => ({
  first: S[p[0]], second: S[p[1]], firstLeads: all(p[2]), secondLeads: all(p[3]),
}));
export const regimes: Regime[] = raw.regimes.map((r: any[]) => ({
  framework: r[0] < 0 ? null : frameworks[r[0]], title: pair(r[1]), binding: r[2], stands: pair(r[3]), scope: S[r[4]],
  ministry: S[r[5]], basis: S[r[6]], submit: S[r[7]], desk: S[r[8]], from: S[r[9]], note: S[r[10]],
  confirm: [texts(r[11]), texts(r[12])], applies: r[13], size: r[14], when: pair(r[15]),
}));
const s = raw.summary;
export const summary = {
  totals: s.totals as Record<string, number>,
  conclusions: [texts(s.conclusions[0]), texts(s.conclusions[1])],
  groups: s.groups.map((g: any[]) => ({ title: pair(g[0]), count: g[1], size: g[2], topics: g[3] === 1 })) as Group[],
  due: s.due.map((d: any[]) => ({ on: texts(d[0]), count: d[1] })) as { on: string[]; count: number }[],
  urgent: all(s.urgent),
  evidence: s.evidence as number[],
  withoutLead: s.withoutLead as number,
  transitions: s.transitions.map((t: any[]) => ({
    on: texts(t[0]), controls: all(t[1]), note: pair(t[2]),
    holdings: t[3].map((h: any[]) => ({ name: S[h[0]], state: pair(h[1]), from: S[h[2]] })),
  })) as TransitionClause[],
};
export const tables: Table[] = raw.tables.map((t: any[]) => ({
  name: S[t[0]], title: pair(t[1]),
  columns: t[2].map((c: any[]) => ({ machine: S[c[0][0]], title: [S[c[0][1]], S[c[0][2]]], type: c[1] })),
  rows: [t[3].map(texts), t[4].map(texts)],
}));
element.remove();
