// 点検結果: what was answered, what follows from it, and where answers clash.
import { useMemo } from 'preact/hooks';
import { Control, inspection, kConflict, kUnanswered } from './data';
import { T, day, say } from './language';
import { fold, termsOf } from './search';
import { InferredMark, InferredSteps } from './control';
import { Missing } from './items';
import { ControlLink, DataTable, Filters, Heading, Select, StatusMark, TextField, controlText, departmentsOf, frameworkChoices, leadText, levelText, useFilters } from './parts';

const kKinds = ['conflict', 'stated', 'inferred', 'open'];
// As the program counts them: each item once.
function kindOf(c: Control) {
  if (c.inferred?.kind === kConflict) return 0;
  if (c.status !== kUnanswered) return 1;
  return c.inferred ? 2 : 3;
}

export function AnswersPage() {
  const [query, put, reset] = useFilters(['kind', 'framework', 'lead', 'text']);
  const all = inspection?.items ?? [];
  const found = useMemo(() => {
    const terms = termsOf(query.text);
    const kept = all.filter((c) =>
      (!query.kind || kKinds[kindOf(c)] === query.kind) && (!query.framework || c.framework.id === query.framework) &&
      (!query.lead || c.leads.includes(query.lead)) &&
      (!terms.length || terms.every((term) => fold(controlText(c) + (c.answer?.evidence ?? '')).includes(term))));
    // Conflicts first, else in the order of the texts.
    return kept.filter((c) => kindOf(c) === 0).concat(kept.filter((c) => kindOf(c) !== 0));
  }, [JSON.stringify(query)]);
  if (!inspection) return <Missing what={say('点検結果', 'answers')} />;
  const { totals } = inspection;
  const kinds = [
    say('回答の矛盾', 'conflicts'), say('回答あり', 'answered'), say('ほかの回答から分かる', 'known from other answers'), say('まだ分からない', 'nothing known'),
  ];
  const counts = [totals.conflicts, totals.stated, totals.inferred, totals.open];
  const outside = all.length - totals.items;
  return (
    <>
      <Heading>{say('点検結果', 'Answers')}</Heading>
      <p class="lead">{say('一つの回答は、対応表で証明できる範囲で、ほかの基準の項目にも及びます。どの回答から、どの行で分かるかを示します。', 'One answer also speaks for controls of other frameworks, as far as the tables prove it: from which answer, and by which rows.')}</p>
      <Filters count={say(`${found.length} 件 ／ 全 ${all.length} 件`, `${found.length} of ${all.length}`)} reset={reset} active={Object.values(query).some(Boolean)}>
        <Select label={say('区分', 'Kind')} value={query.kind} onChange={(v) => put('kind', v)} choices={kKinds.map((value, i) => ({ value, word: kinds[i] }))} />
        <Select label={say('基準', 'Framework')} value={query.framework} onChange={(v) => put('framework', v)} choices={frameworkChoices([...new Set(all.map((c) => c.framework))])} />
        <Select label={say('主担当', 'Lead')} value={query.lead} onChange={(v) => put('lead', v)} choices={departmentsOf(all.map((c) => ({ ...c, supports: [] })))} />
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      <ul class="tally">{kinds.map((kind, i) => <li>{kind} <b>{counts[i]}</b></li>)}<li>{say('項目の計', 'items')} <b>{totals.items}</b></li>
        {outside > 0 && <li class="over">{say(`項目ではない見出しへの回答 ${outside}`, `answers to headings: ${outside}`)}</li>}</ul>
      <DataTable rows={found} caption={say('点検結果', 'Answers')} columns={[
        { title: say('項目', 'Item'), head: true, text: (c) => c.index, cell: (c) => <><span class="over"><T of={c.framework.short} /></span><br /><ControlLink of={c} /></> },
        { title: say('レベル', 'Level'), narrow: true, text: levelText, cell: levelText },
        { title: say('回答', 'Answer'), narrow: true, text: (c) => c.status, cell: (c) => <StatusMark of={c} /> },
        { title: say('証拠・理由', 'Evidence or reason'), text: (c) => c.answer?.date ?? '', cell: (c) => c.answer && <><T of={c.answer.evidence} /><div class="over">{day(c.answer.date)} <T of={c.answer.by} /></div></> },
        { title: say('ほかの回答から', 'From other answers'), text: (c) => c.inferred?.kind ?? 0, cell: (c) => c.inferred && <><InferredMark of={c} /><InferredSteps of={c} /></> },
        { title: say('主担当', 'Lead'), text: leadText, cell: (c) => <T of={leadText(c)} /> },
      ]} />
      <p class="note">{say('空欄は、ほかの回答からは何も言えないという意味です。', 'Empty: other answers say nothing of it.')}</p>
    </>
  );
}
