// 項目一覧: the items of the self-inspection; and the outline of a framework.
import { useMemo } from 'preact/hooks';
import { Control, findFramework, head, kConfirm, words } from './data';
import { T, names, of, say, wordOf } from './language';
import { href } from './route';
import { fold, termsOf } from './search';
import { inspected, isDuty, isOpen, isToConfirm } from './summary';
import {
  Column, ControlLink, DataTable, EvidenceMark, Filters, Heading, Select, StatusMark, TextField,
  controlText, departmentsOf, frameworkChoices, leadText, levelText, useFilters, whenText,
} from './parts';

export function itemColumns(withFramework = true): Column<Control>[] {
  return [
    ...(withFramework ? [{ title: say('基準', 'Framework'), cell: (c: Control) => <T of={c.framework.short} />, text: (c: Control) => of(c.framework.short) }] : []),
    { title: say('項目', 'Item'), head: true, text: (c) => c.index, cell: (c) => <><ControlLink of={c} />{of(c.gist) && <div class="gist"><T of={c.gist} /></div>}</> },
    { title: say('レベル', 'Level'), narrow: true, text: levelText, cell: levelText },
    { title: say('状況', 'Status'), narrow: true, text: (c) => c.status, cell: (c) => (c.item ? <StatusMark of={c} /> : '') },
    { title: say('主担当', 'Lead'), text: leadText, cell: (c) => <T of={leadText(c)} /> },
    { title: say('関係課', 'Supporting'), text: (c) => names(c.supports), cell: (c) => <T of={names(c.supports)} /> },
    { title: say('期限', 'Due'), narrow: true, text: (c) => c.from, cell: (c) => (c.applies === kConfirm ? say('要確認', 'to confirm') : c.item ? whenText(c) : '') },
    { title: say('確かさ', 'Evidence'), narrow: true, text: (c) => c.evidence, cell: (c) => <EvidenceMark of={c} /> },
  ];
}

export function ItemsPage() {
  const [query, put, reset] = useFilters(['group', 'framework', 'level', 'status', 'lead', 'due', 'confirm', 'open', 'text']);
  const all = inspected();
  const rows = useMemo(() => {
    const terms = termsOf(query.text);
    return all.filter((c) =>
      (!query.group || (query.group === 'duty' ? isDuty(c) : query.group === 'topics' ? c.framework.topics : !c.framework.topics)) &&
      (!query.framework || c.framework.id === query.framework) &&
      (!query.level || words.levels[0][c.level].machine === query.level) &&
      (!query.status || words.statuses[c.status].machine === query.status) &&
      (!query.lead || (query.lead === '-' ? !c.leads.length : c.leads.includes(query.lead))) &&
      (!query.due || c.from === query.due) && (!query.confirm || isToConfirm(c)) && (!query.open || isOpen(c)) &&
      (!terms.length || terms.every((term) => fold(controlText(c)).includes(term))));
  }, [JSON.stringify(query)]);
  const days = [...new Set(all.map((c) => c.from).filter(Boolean))].sort();
  const departments = departmentsOf(all.map((c) => ({ ...c, supports: [] })));
  return (
    <>
      <Heading>{say('項目一覧（自己点検）', 'Items (self-inspection)')}</Heading>
      <p class="lead">{say('法令と助言が求める項目と、独自の論点です。行を選ぶと、要旨・根拠・他の基準との関係が見られます。', 'What law and guidance ask for, and our own topics. Each leads to its gist, basis and relations.')}</p>
      <Filters count={say(`${rows.length} 件 ／ 全 ${all.length} 件`, `${rows.length} of ${all.length}`)} reset={reset} active={Object.values(query).some(Boolean)}>
        <Select label={say('区分', 'Group')} value={query.group} onChange={(v) => put('group', v)} choices={[
          { value: 'inspected', word: say('自己点検の合計に入るもの', 'in the totals') }, { value: 'duty', word: say('法令上の義務', 'duties under law') },
          { value: 'topics', word: say('独自の論点（別掲）', 'own topics (apart)') }]} />
        <Select label={say('基準', 'Framework')} value={query.framework} onChange={(v) => put('framework', v)} choices={frameworkChoices(head.compared)} />
        <Select label={say('状況', 'Status')} value={query.status} onChange={(v) => put('status', v)} choices={words.statuses.map((s) => ({ value: s.machine, word: wordOf(s) }))} />
        <Select label={say('完了', 'Done')} value={query.open} onChange={(v) => put('open', v)} choices={[{ value: 'yes', word: say('まだ終わっていないもの', 'not done yet') }]} />
        <Select label={say('主担当', 'Lead')} value={query.lead} onChange={(v) => put('lead', v)} choices={[{ value: '-', word: say('未定', 'nobody') }, ...departments]} />
        <Select label={say('期限', 'Due')} value={query.due} onChange={(v) => put('due', v)} choices={days.map((d) => ({ value: d, word: whenText({ from: d }) }))} />
        <Select label={say('適用', 'Applies')} value={query.confirm} onChange={(v) => put('confirm', v)} choices={[{ value: 'yes', word: say('要確認', 'to confirm') }]} />
        <Select label={say('レベル', 'Level')} value={query.level} onChange={(v) => put('level', v)} choices={[{ value: 'must', word: say('義務・必須', 'must') }, { value: 'should', word: say('努力義務・推奨', 'should') }]} />
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      <DataTable columns={itemColumns()} rows={rows} caption={say('項目一覧', 'Items')} />
    </>
  );
}

export function FrameworkPage({ id }: { id: string }) {
  const framework = findFramework(id);
  if (!framework || !framework.shown) return <Missing what={id} />;
  const applying = framework.controls.filter((c) => c.applies > 0);
  const out = framework.controls.length - applying.length;
  return (
    <>
      <Heading over={wordOf(words.bindings[framework.binding]) + '　' + framework.edition}><T of={framework.title} /></Heading>
      <p class="lead"><T of={framework.sourcing} /></p>
      <p>{say(`適用される（または要確認の）項目 ${applying.length} 件。`, `${applying.length} controls apply or are to be confirmed. `)}{out > 0 && say(`適用のない ${out} 件は載せていません。`, `${out} that do not apply are left out.`)}</p>
      <DataTable columns={itemColumns(false)} rows={applying} caption={of(framework.title)} />
    </>
  );
}

export function Missing({ what }: { what: string }) {
  return <><Heading>{say('見つかりません', 'Not found')}</Heading><p>{say('この報告書にはありません: ', 'Not in this report: ')}{what}</p><p><a href={href([])}>{say('要約へ', 'To the summary')}</a></p></>;
}
