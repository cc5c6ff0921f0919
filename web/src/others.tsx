// Pages of evidence and sources, of listings, of search, and of everything.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Control, findControl, frameworks, head, regimes, tables, words } from './data';
import { T, day, language, of, say, wordOf } from './language';
import { Missing, itemColumns } from './items';
import { ControlLink, DataTable, Filters, Heading, OnlyJapanese, TextField, useFilters } from './parts';
import { fold, search, termsOf } from './search';

export function SourcesPage() {
  const bound = regimes.filter((r) => r.applies > 0 && r.framework).map((r) => r.framework!);
  const used = [...new Set([...bound, ...frameworks.filter((f) => f.shown)])];
  const rest = frameworks.filter((f) => !used.includes(f));
  return (
    <>
      <Heading>{say('証拠と出典', 'Evidence and sources')}</Heading>
      <p class="lead">{say('どの文書の、どの版を、どこまで読んで書いたかを示します。所在は文字だけで示し、この報告書は通信をしません。', 'Which edition of which document was read, and how far. Addresses are text only: this report makes no connection.')}</p>
      <h2>{say('確かさの印', 'Marks of evidence')}</h2>
      <dl class="key">{words.evidences.map((e, i) => <div><dt>{wordOf(e)}</dt><dd>{[
        say('施行中の原文の全体を読んだ', 'the whole wording in force was read'), say('案の段階の文章を読んだ', 'read in a draft'),
        say('見出しだけを読んだ', 'only the heading was read'), say('位置や数は裏付けがあるが、文言は見ていない', 'position or count is supported, the wording was not read'),
        say('一般的な知識による', 'general knowledge'), say('文書の項目ではなく、独自の論点', 'our own topic, no item of a document')][i]}</dd></div>)}</dl>
      {used.map((f) => {
        const shown = f.controls.filter((c) => c.applies > 0);
        return (
          <section>
            <h2><T of={f.title} /></h2>
            <dl class="facts">
              <div><dt>{say('発行', 'Publisher')}</dt><dd><T of={f.publisher} /></dd></div>
              <div><dt>{say('版', 'Edition')}</dt><dd><T of={f.edition} />{f.published && say(`　公表 ${day(f.published)}`, `, published ${f.published}`)}{f.inForce && say(`　施行 ${day(f.inForce)}`, `, in force ${f.inForce}`)}</dd></div>
              <div><dt>{say('拘束力', 'Binding')}</dt><dd>{wordOf(words.bindings[f.binding])}</dd></div>
              <div><dt>{say('出どころ', 'Sourcing')}</dt><dd><T of={f.sourcing} /></dd></div>
              <div><dt>{say('確かさ', 'Evidence')}</dt><dd>{f.shown && shown.length ? words.evidences.map((e, i) => {
                const n = shown.filter((c) => c.evidence === i).length;
                return n > 0 && <span class="fact">{wordOf(e)} <b>{n}</b></span>;
              }) : say('項目はまだありません（本文未取込）', 'no controls yet (text not imported)')}</dd></div>
              <div><dt>{say('利用条件', 'Licence')}</dt><dd><T of={f.licence} /></dd></div>
              <div><dt>{say('所在', 'Where')}</dt><dd>{f.sources.map((source) => <div><code>{source}</code></div>)}</dd></div>
            </dl>
          </section>
        );
      })}
      {rest.length > 0 && <section><h2>{say('この団体の比較に使っていない基準', 'Not compared for this organisation')}</h2>
        <DataTable rows={rest} caption={say('そのほかの基準', 'Other frameworks')} columns={[
          { title: say('名称', 'Title'), head: true, cell: (f) => <T of={f.title} /> }, { title: say('版', 'Edition'), cell: (f) => <T of={f.edition} /> },
          { title: say('出どころ', 'Sourcing'), cell: (f) => <T of={f.sourcing} /> }]} /></section>}
    </>
  );
}

// What a listing is for.
const abouts = (): Record<string, string> => ({
  audit: say('監査のときに順に見る一覧です。見る書類と確かめ方は目安で、基準が求めるものではありません。所見は report.xlsx の監査表に書き込めます。', 'What to go through in an audit. Documents and checks are suggestions, no requirement. Findings go into the audit sheet of report.xlsx.'),
  regimes: say('どの法令・基準が、何を根拠に、どこまで及ぶかの一覧です。', 'Which regimes apply, on what legal basis, and how far they reach.'),
  role_pairs: say('二つの役割が、どの基準の何件をともに担うかの一覧です。課の組で見るには「庁内調整」を開いてください。', 'How many controls two roles share, by framework; “Departments” has pairs of departments.'),
  transitions: say('使用中のシステムと契約が、いつから新しい規則に従うかの一覧です。', 'From when systems and contracts come under the new rule.'),
  models: say('ネットワークモデルによって変わる対策です。どのモデルがよいかは述べません。', 'Measures that depend on the network model. It recommends none.'),
});
const anyFramework = (name: string) => frameworks.find((f) => f.id === name || f.short.includes(name));

export function TablePage({ name }: { name: string }) {
  const table = tables.find((t) => t.name === name);
  const [query, put, reset] = useFilters(['text']);
  const rows = table?.rows[language() === 'ja' ? 0 : 1] ?? [];
  const found = useMemo(() => {
    const terms = termsOf(query.text);
    return terms.length ? rows.filter((row) => terms.every((term) => fold(row.join('\n')).includes(term))) : rows;
  }, [query.text, rows]);
  if (!table) return <Missing what={name} />;
  const at = (machine: string) => table.columns.findIndex((c) => c.machine === machine);
  const controlOf = (row: string[]): Control | undefined => findControl(anyFramework(row[at('framework')])?.id ?? '', row[at('control')]);
  // Number and title of a control stand in one cell, as everywhere.
  const whole = at('control') >= 0 && at('framework') >= 0 && at('title') >= 0;
  const kept = table.columns.map((column, i) => ({ column, i })).filter(({ column, i }) =>
    rows.some((row) => row[i] !== '') && !(whole && ['label', 'title', 'gist'].includes(column.machine)));
  const head = whole ? 'control' : at('title') >= 0 ? 'title' : at('name') >= 0 ? 'name' : kept[0]?.column.machine;
  const plain = (row: string[], machine: string) => row[at(machine)] ?? '';
  return (
    <>
      <Heading><T of={table.title} /></Heading>
      {abouts()[name] && <p class="lead">{abouts()[name]}</p>}
      <OnlyJapanese />
      <Filters count={say(`${found.length} 行 ／ 全 ${rows.length} 行`, `${found.length} of ${rows.length} rows`)} reset={reset} active={Boolean(query.text)}>
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      <DataTable rows={found} caption={of(table.title)} columns={kept.map(({ column, i }) => {
        const { machine, type } = column;
        return {
          title: whole && machine === 'control' ? say('項目', 'control') : of(column.title), head: machine === head, number: type === 1,
          narrow: type !== 1 && rows.every((row) => row[i].length < 9),
          text: (row: string[]) => (type === 1 ? Number(row[i]) : row[i]),
          cell: (row: string[]) => {
            if (whole && machine === 'control') {
              const control = controlOf(row);
              return <>{control ? <ControlLink of={control} /> : <T of={[plain(row, 'label') || row[i], plain(row, 'title')].join(' ')} />}{plain(row, 'gist') && <div class="gist"><T of={plain(row, 'gist')} /></div>}</>;
            }
            if (machine === 'framework') return <T of={anyFramework(row[i])?.short ?? row[i]} />;
            return <T of={type === 2 ? row[i].split(';').join(say('、', ', ')) : row[i].replace(/\d{4}-\d\d-\d\d/g, day)} />;
          },
        };
      })} />
    </>
  );
}

export function SearchPage({ query }: { query: string }) {
  const found = useMemo(() => search(query), [query]);
  return (
    <>
      <Heading>{query ? say(`「${query}」を含む項目`, `Controls with “${query}”`) : say('項目をさがす', 'Search')}</Heading>
      <p class="count" role="status">{query ? say(`${found.length} 件`, `${found.length} found`) : say('番号、見出し、要旨、課の名前でさがせます。', 'By number, title, gist or department.')}</p>
      {query && <DataTable rows={found} columns={itemColumns()} caption={say('検索の結果', 'Search results')} empty={say('見つかりません。語句を減らすか、別の言い方でさがしてください。', 'Nothing found. Try fewer or other words.')} />}
    </>
  );
}

// The plain report, as it stands for those who run no script.
export function AllPage() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const plain = document.getElementById('plain');
    if (plain && box.current) box.current.innerHTML = plain.textContent!;
    box.current?.querySelectorAll('h1').forEach((h) => h.replaceWith(Object.assign(document.createElement('p'), { className: 'title', textContent: h.textContent })));
    box.current?.querySelectorAll('main').forEach((main) => main.replaceWith(...main.childNodes));
  }, []);
  return (
    <>
      <Heading>{say('全部を一枚で（印刷用）', 'Everything on one page (to print)')}</Heading>
      <p class="lead noprint">{head.language === 'ja' ? say('報告書の全部です。', 'The whole report, in Japanese.') : say('報告書の全部です（英語）。', 'The whole report.')} <button type="button" onClick={() => print()}>{say('印刷する', 'Print')}</button></p>
      <div class="whole" lang={head.language} ref={box} />
    </>
  );
}
