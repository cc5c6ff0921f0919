// 仕様・契約: for each system and contract, what goes into its papers.
import { findControl, findFramework, tables } from './data';
import { T, day, language, say } from './language';
import { cellsOf } from './calendar';
import { Missing } from './items';
import { ControlLink, DataTable, Filters, Heading, Select, useFilters } from './parts';

export function ContractsPage() {
  const [query, put, reset] = useFilters(['name']);
  const table = tables.find((t) => t.name === 'contracts');
  if (!table) return <Missing what="contracts" />;
  const rows = table.rows[language() === 'ja' ? 0 : 1].map((row) => cellsOf(table, row));
  const keys = [...new Set(rows.map((row) => row.name))];
  const shown = keys.filter((name) => !query.name || name === query.name);
  return (
    <>
      <Heading>{say('仕様・契約で求めること', 'What goes into contracts')}</Heading>
      <p class="lead">{say('システムと契約ごとに、仕様書・契約書で事業者に求めることと、事業者が関わることを並べたものです。', 'For each system and contract: what to ask of the vendor in specification and contract, and what the vendor takes part in.')}</p>
      <Filters count={say(`${shown.length} 件 ／ 全 ${keys.length} 件、${rows.filter((row) => shown.includes(row.name)).length} 行`, `${shown.length} of ${keys.length}, ${rows.filter((row) => shown.includes(row.name)).length} rows`)} reset={reset} active={Boolean(query.name)}>
        <Select label={say('システム・契約', 'System or contract')} value={query.name} onChange={(v) => put('name', v)} choices={keys.map((value) => ({ value, word: value }))} />
      </Filters>
      {shown.map((name) => {
        const mine = rows.filter((row) => row.name === name);
        const { kind, segment, contract_to: to, next_renewal: renewal } = mine[0];
        return (
          <section>
            <h2><T of={name} /><small>{say(`　${mine.length} 行`, ` (${mine.length} rows)`)}</small></h2>
            <p><span class="fact">{kind}</span>{segment && <span class="fact">{segment}</span>}{to && <span class="fact">{say('契約の終わり ', 'contract ends ')}{day(to)}</span>}{renewal && <span class="fact">{say('次の更新 ', 'next renewal ')}{day(renewal)}</span>}</p>
            <details open={shown.length === 1}><summary>{say(`${mine.length} 行を見る`, `Show ${mine.length} rows`)}</summary>
            <DataTable rows={mine} caption={name} columns={[
              { title: say('扱い', 'Part'), text: (row) => row.part, cell: (row) => row.part },
              { title: say('項目', 'Control'), head: true, cell: (row) => {
                const control = findControl(row.framework, row.control);
                const framework = findFramework(row.framework);
                return <>{framework && <><span class="over"><T of={framework.short} /></span><br /></>}{control ? <ControlLink of={control} /> : <T of={row.label + ' ' + row.title} />}<div class="gist"><T of={row.gist} /></div></>;
              } },
              { title: say('レベル', 'Level'), narrow: true, text: (row) => row.level, cell: (row) => row.level },
              { title: say('系統との関係', 'Segment'), text: (row) => row.concern, cell: (row) => row.concern },
              { title: say('経過措置・適用の時期', 'Transition, from'), text: (row) => row.from, cell: (row) => <>{row.transition}{row.from && <div>{say(`${day(row.from)}から`, `from ${row.from}`)}</div>}</> },
              { title: say('適用', 'Applies'), narrow: true, text: (row) => row.applies, cell: (row) => row.applies },
            ]} />
            </details>
          </section>
        );
      })}
    </>
  );
}
