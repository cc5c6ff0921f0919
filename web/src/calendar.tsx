// 年間予定: the office's year from April to March, what is done once for
// several regimes, who leads.
import { Table, findControl, findFramework, tables } from './data';
import { T, day, language, names, of, say } from './language';
import { href } from './route';
import { Missing } from './items';
import { ControlLink, Filters, Heading, OnlyJapanese, Select, TextField, useFilters } from './parts';
import { fold, termsOf } from './search';

type Cells = Record<string, string>;
interface Act { number: string; month: string; rows: Cells[] }

export const cellsOf = (table: Table, row: string[]): Cells =>
  Object.fromEntries(table.columns.map((column, i) => [column.machine, row[i]]));
const list = (cell: string) => cell.split(';').filter(Boolean);

function actsOf(table: Table): Act[] {
  const acts: Act[] = [];
  for (const row of table.rows[language() === 'ja' ? 0 : 1]) {
    const cells = cellsOf(table, row);
    if (acts[acts.length - 1]?.number !== cells.act) acts.push({ number: cells.act, month: cells.month, rows: [] });
    acts[acts.length - 1].rows.push(cells);
  }
  return acts;
}

const kEnglish = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
function monthText(month: string) {
  const [year, number] = month.split('-').map(Number);
  return say(`${number}月`, `${kEnglish[number - 1]} ${year}`);
}

function Duty({ of: cells }: { of: Cells }) {
  const control = findControl(cells.framework, cells.control);
  const framework = findFramework(cells.framework);
  return (
    <li>
      {framework && <span class="over"><T of={framework.short} /> </span>}{control ? <ControlLink of={control} /> : <T of={[cells.label, cells.title].filter(Boolean).join(' ')} />}
      <small class="over"> {[cells.level, cells.interval].filter(Boolean).join(say('、', ', '))}{cells.from && say(`、${day(cells.from)}から`, `, from ${cells.from}`)}</small>
      {cells.note && <div class="over"><T of={cells.note} /></div>}
    </li>
  );
}

// The duty that contains the others of its act stands for them.
function ActRow({ of: { rows } }: { of: Act }) {
  const first = rows.find((row) => row.within === '' && rows.some((other) => other.within === `${row.framework}:${row.control}`)) ?? rows[0];
  const joined = first.joined;
  const days = first.day ? day(first.day) : '';
  return (
    <tr>
      <th scope="row">{(rows.length > 1 || !first.control) && <T of={first.title} />}{rows.length > 1 && <small>{say(`（ほか ${rows.length - 1} 件とあわせて）`, ` (with ${rows.length - 1} more)`)}</small>}
        {rows.length > 1 ? <details><summary>{say(`根拠となる項目 ${rows.length}`, `${rows.length} controls that ask for it`)}</summary><ul class="list">{rows.map((row) => <Duty of={row} />)}</ul></details>
          : first.control !== '' ? <ul class="plainlist"><Duty of={first} /></ul> : first.note !== '' && <div class="over"><T of={first.note} /></div>}</th>
      <td class="narrow">{first.kind}</td>
      <td>{days || first.nature}{joined && <div><span class="mark j-mark">{joined}</span></div>}</td>
      <td><T of={names(list(first.lead_departments))} /></td>
      <td><T of={names(list(first.other_departments))} /></td>
    </tr>
  );
}

function Month({ title, acts }: { title: string; acts: Act[] }) {
  return (
    <section class="month">
      <h2>{title}<small>{say(`　${acts.length} 件`, ` (${acts.length})`)}</small></h2>
      <div class="scroll" role="region" tabIndex={0} aria-label={title}>
        <table class="many calendar">
          <caption class="away">{title}</caption>
          <thead><tr><th scope="col">{say('行うこと', 'What')}</th><th scope="col">{say('種類', 'Kind')}</th><th scope="col">{say('期日・時期', 'Day, or why then')}</th>
            <th scope="col">{say('主担当', 'Lead')}</th><th scope="col">{say('関係課', 'Others')}</th></tr></thead>
          <tbody>{acts.map((act) => <ActRow of={act} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

export function CalendarPage() {
  const [query, put, reset] = useFilters(['department', 'framework', 'kind', 'text']);
  const table = tables.find((t) => t.name === 'calendar');
  if (!table) return <Missing what="calendar" />;
  const all = actsOf(table);
  const terms = termsOf(query.text);
  const found = all.filter(({ rows }) => rows.some((row) =>
    (!query.department || list(row.lead_departments).concat(list(row.other_departments)).includes(query.department)) &&
    (!query.framework || row.framework === query.framework) && (!query.kind || row.kind === query.kind) &&
    (!terms.length || terms.every((term) => fold(Object.values(row).join('\n')).includes(term)))));
  const values = (of: (row: Cells) => string[]) => [...new Set(all.flatMap((act) => act.rows.flatMap(of)))].filter(Boolean).sort();
  const months = [...new Set(all.map((act) => act.month))].filter(Boolean).sort();
  const year = months.length ? Number(months[0].slice(0, 4)) - (Number(months[0].slice(5)) < 4 ? 1 : 0) : 0;
  const whole = Array.from({ length: 12 }, (_, i) => (i < 9 ? `${year}-${String(i + 4).padStart(2, '0')}` : `${year + 1}-0${i - 8}`));
  const undated = found.filter((act) => !act.month);
  const once = found.filter((act) => act.rows.length > 1 && act.rows.filter((row) => !row.within).length === 1).length;
  return (
    <>
      <Heading>{year ? say(`年間予定（令和${year - 2018}年度）`, `Year plan (April ${year} to March ${year + 1})`) : of(table.title)}</Heading>
      <p class="lead">{say('法令と基準が求める点検・訓練・研修・報告などを、4月から3月までの順に並べたものです。「提案」の月は、当方の提案で、動かせます。', 'Reviews, drills, training and reports that the regimes ask for, from April to March. Months marked “proposal” are ours and can be moved.')}</p>
      <p class="note">{say('「一度で済む」は、一つの実施がほかの項目の求めを含むと証明できるもの。「重なりあり」は一部が確かに重なるもの。「同じ話題」は話題が同じで、まとめて行えるか確かめるもの。', '“Once does”: one act is proved to contain the others. “Overlap”: some of it certainly overlaps. “Same topic”: see whether they can be done together.')} <a href={href(['table', 'calendar'])}>{say('一つの表で見る', 'As one table')}</a></p>
      <OnlyJapanese />
      <Filters count={say(`${found.length} 件 ／ 全 ${all.length} 件（うち一度で済むもの ${once}）`, `${found.length} of ${all.length} (once does for ${once})`)} reset={reset} active={Object.values(query).some(Boolean)}>
        <Select label={say('課', 'Department')} value={query.department} onChange={(v) => put('department', v)} choices={values((row) => list(row.lead_departments).concat(list(row.other_departments))).map((value) => ({ value, word: value }))} />
        <Select label={say('基準', 'Framework')} value={query.framework} onChange={(v) => put('framework', v)} choices={values((row) => [row.framework]).map((value) => ({ value, word: of(findFramework(value)?.short ?? [value, value]) }))} />
        <Select label={say('種類', 'Kind')} value={query.kind} onChange={(v) => put('kind', v)} choices={values((row) => [row.kind]).map((value) => ({ value, word: value }))} />
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      {whole.map((month) => {
        const acts = found.filter((act) => act.month === month);
        return acts.length > 0 && <Month title={monthText(month)} acts={acts} />;
      })}
      {undated.length > 0 && <Month title={say('月を決めないもの（随時）', 'At no fixed month')} acts={undated} />}
      {found.length === 0 && <p class="empty">{say('該当するものはありません。', 'Nothing here.')}</p>}
    </>
  );
}
