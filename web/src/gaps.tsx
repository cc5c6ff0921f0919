// 基準間の差: what one text asks and another does not.
import { useMemo } from 'preact/hooks';
import { Comparison, Control, Link, comparisons, head, words } from './data';
import { T, names, of, say, wordOf } from './language';
import { fold, termsOf } from './search';
import {
  ControlLink, ControlLinks, DataTable, Filters, Heading, OnlyJapanese, Select, StateMark, StatusMark, TextField, controlText,
  departmentsOf, frameworkChoices, leadText, levelText, ownFrameworks, useFilters,
} from './parts';

interface GapRow { control: Control; comparison: Comparison; state: number; counted: boolean; links: Link[] }

let rows: GapRow[] | null = null;
// Every control that says something, in every comparison; as gaps.csv.
function allRows() {
  rows ??= comparisons.flatMap((comparison) => comparison.framework.controls
    .filter((c) => c.gist[0] !== '')
    .map((control) => ({
      control, comparison, state: comparison.state(control.place), counted: comparison.counted(control.place),
      links: comparison.links.get(control.place) ?? [],
    })));
  return rows;
}

function Reason({ link }: { link: Link }) {
  const first = link.steps[0];
  return <li><b class="rel">{wordOf(words.relations[link.relation])}</b> <ControlLinks of={link.target} /> {link.how === 2 ? <small>{say('（表から導出）', ' (derived)')}</small> : 'row' in first && <span class="why"><T of={first.row.rationale} /></span>}</li>;
}

export function GapsPage() {
  const [query, put, reset] = useFilters(['framework', 'against', 'state', 'counted', 'level', 'status', 'department', 'text']);
  const all = allRows();
  const found = useMemo(() => {
    const terms = termsOf(query.text);
    return all.filter(({ control: c, comparison, state, counted }) =>
      (!query.framework || comparison.framework.id === query.framework) && (!query.against || comparison.against.id === query.against) &&
      (!query.state || words.states[state].machine === query.state) && (!query.counted || counted) &&
      (!query.level || words.levels[0][c.level].machine === query.level) &&
      (!query.status || words.statuses[c.status].machine === query.status) &&
      (!query.department || c.leads.includes(query.department) || c.supports.includes(query.department)) &&
      (!terms.length || terms.every((term) => fold(controlText(c)).includes(term))));
  }, [JSON.stringify(query)]);
  const totals = words.states.map((_, state) => found.filter((row) => row.state === state).length);
  const counted = found.filter((row) => row.counted).length;
  return (
    <>
      <Heading>{say('基準間の差', 'Differences between texts')}</Heading>
      <p class="lead">{say('ある基準が求め、ほかの基準が求めていないことを、項目ごとに示します。未実施という意味ではありません。', 'What one framework asks and another does not, control by control. It does not say that anything is undone.')}</p>
      <OnlyJapanese />
      <Filters count={say(`${found.length} 件 ／ 全 ${all.length} 件（合計に数えるもの ${counted}）`, `${found.length} of ${all.length} (${counted} counted in totals)`)} reset={reset} active={Object.values(query).some(Boolean)}>
        <Select label={say('基準', 'Framework')} value={query.framework} onChange={(v) => put('framework', v)} choices={frameworkChoices(head.compared)} />
        <Select label={say('比べる基準', 'Against')} value={query.against} onChange={(v) => put('against', v)} choices={frameworkChoices(ownFrameworks())} />
        <Select label={say('差', 'Difference')} value={query.state} onChange={(v) => put('state', v)} choices={words.states.map((s) => ({ value: s.machine, word: wordOf(s) }))} />
        <Select label={say('集計', 'Totals')} value={query.counted} onChange={(v) => put('counted', v)} choices={[{ value: 'yes', word: say('合計に数えるもの', 'counted in totals') }]} />
        <Select label={say('レベル', 'Level')} value={query.level} onChange={(v) => put('level', v)} choices={[{ value: 'must', word: say('義務・必須', 'must') }, { value: 'should', word: say('努力義務・推奨', 'should') }, { value: 'inform', word: say('参考', 'inform') }]} />
        <Select label={say('実施状況', 'Status')} value={query.status} onChange={(v) => put('status', v)} choices={words.statuses.map((s) => ({ value: s.machine, word: wordOf(s) }))} />
        <Select label={say('課', 'Department')} value={query.department} onChange={(v) => put('department', v)} choices={departmentsOf(all.map((row) => row.control))} />
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      <ul class="tally">{words.states.map((_, i) => <li><StateMark state={i} /> <b>{totals[i]}</b></li>)}</ul>
      <DataTable rows={found} caption={say('基準間の差', 'Differences between texts')} columns={[
        { title: say('基準', 'Framework'), text: (r) => of(r.comparison.framework.short), cell: (r) => <T of={r.comparison.framework.short} /> },
        { title: say('項目', 'Control'), head: true, text: (r) => r.control.index, cell: (r) => <ControlLink of={r.control} /> },
        { title: say('比べる基準', 'Against'), text: (r) => of(r.comparison.against.short), cell: (r) => <T of={r.comparison.against.short} /> },
        { title: say('差', 'Difference'), narrow: true, text: (r) => r.state, cell: (r) => <><StateMark state={r.state} />{!r.counted && <div class="over">{say('集計外', 'not counted')}</div>}</> },
        { title: say('理由', 'Reason'), cell: (r) => r.links.length > 0 && <ul class="reasons">{r.links.slice(0, 2).map((link) => <Reason link={link} />)}{r.links.length > 2 && <li class="over">{say(`ほか ${r.links.length - 2} 行`, `and ${r.links.length - 2} more`)}</li>}</ul> },
        { title: say('レベル', 'Level'), narrow: true, text: (r) => levelText(r.control), cell: (r) => levelText(r.control) },
        { title: say('実施状況', 'Status'), narrow: true, text: (r) => r.control.status, cell: (r) => (r.control.item ? <StatusMark of={r.control} /> : '') },
        { title: say('主担当・関係課', 'Lead, supporting'), text: (r) => leadText(r.control), cell: (r) => <><T of={leadText(r.control)} />{r.control.supports.length > 0 && <div class="over"><T of={names(r.control.supports)} /></div>}</> },
      ]} />
    </>
  );
}
