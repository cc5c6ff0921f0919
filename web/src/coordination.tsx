// 庁内調整: who leads and who supports, by department and by pair.
import { Control, assigned, head, pairs, words } from './data';
import { T, names, say, wordOf } from './language';
import { href } from './route';
import { Column, ControlLink, DataTable, Filters, Heading, Select, StatusMark, departmentsOf, levelText, useFilters, whenText } from './parts';

const leads = (c: Control, name: string) => c.leads.includes(name);
const supports = (c: Control, name: string) => !c.leads.includes(name) && c.supports.includes(name);
const rolesOf = (name: string) => words.roles.filter((_, i) => head.departments[i].includes(name)).map(wordOf);

function columns(): Column<Control>[] {
  return [
    { title: say('項目', 'Control'), head: true, text: (c) => c.index, cell: (c) => <><span class="over"><T of={c.framework.short} /></span><br /><ControlLink of={c} /></> },
    { title: say('レベル', 'Level'), narrow: true, text: levelText, cell: levelText },
    { title: say('状況', 'Status'), narrow: true, text: (c) => c.status, cell: (c) => (c.item ? <StatusMark of={c} /> : '') },
    { title: say('主担当', 'Lead'), text: (c) => names(c.leads), cell: (c) => (c.leads.length ? <T of={names(c.leads)} /> : say('未定', 'nobody')) },
    { title: say('関係課', 'Supporting'), text: (c) => names(c.supports), cell: (c) => <T of={names(c.supports)} /> },
    { title: say('期限', 'Due'), narrow: true, text: (c) => c.from, cell: (c) => (c.item ? whenText(c) : '') },
  ];
}
const brief = (): Column<Control>[] => columns().filter((_, i) => i < 3);

function List({ title, rows, short = false }: { title: string; rows: Control[]; short?: boolean }) {
  return <section><h3>{title}{say(`　${rows.length} 件`, ` (${rows.length})`)}</h3><DataTable columns={short ? brief() : columns()} rows={rows} caption={title} /></section>;
}

// Two departments beside each other: whose move it is.
function Two({ a, b }: { a: string; b: string }) {
  const both = assigned.filter((c) => supports(c, a) && supports(c, b));
  return (
    <>
      <div class="two">
        <List short title={say(`${a}が主担当、${b}が関係課`, `${a} leads, ${b} supports`)} rows={assigned.filter((c) => leads(c, a) && supports(c, b))} />
        <List short title={say(`${b}が主担当、${a}が関係課`, `${b} leads, ${a} supports`)} rows={assigned.filter((c) => leads(c, b) && supports(c, a))} />
      </div>
      <List title={say('両方が関係課（主担当は別の課）', 'Both support (another leads)')} rows={both} />
      {assigned.some((c) => leads(c, a) && leads(c, b)) && <List title={say('両方が主担当', 'Both lead')} rows={assigned.filter((c) => leads(c, a) && leads(c, b))} />}
    </>
  );
}

export function CoordinationPage() {
  const [query, put, reset] = useFilters(['a', 'b', 'department', 'lead']);
  const choices = departmentsOf(assigned);
  const role = (machine: string) => head.departments[words.roles.findIndex((r) => r.machine === machine)]?.[0] ?? '';
  const a = query.a || role('ict');
  const b = query.b || role('bousai');
  const nobody = assigned.filter((c) => !c.leads.length);
  const shown = query.department;
  return (
    <>
      <Heading>{say('庁内調整', 'Between departments')}</Heading>
      <p class="lead">{say(`複数の課で進める項目です。主担当の決まっていない項目は `, 'Controls that departments share. Without a lead: ')}<a href={href(['coordination'], { lead: 'none' })}>{nobody.length}{say(' 件', '')}</a>{say('あります。', '.')}</p>
      {query.lead === 'none' && <section><h2>{say('主担当の未定', 'Without a lead')}</h2><p class="note">{say('役割を持つ課が、プロフィールに書かれていません: ', 'The profile names no department for: ')}{[...new Set(nobody.map((c) => wordOf(words.roles[c.lead])))].join(say('、', ', '))}</p>
        <List title={say('主担当の未定', 'Without a lead')} rows={nobody} /><p><button type="button" class="plainly" onClick={reset}>{say('庁内調整の全体へ', 'Back to all')}</button></p></section>}
      {query.lead !== 'none' && <>
        <section>
          <h2>{say('二つの課を並べて見る', 'Two departments side by side')}</h2>
          <Filters count="" reset={reset} active={Boolean(query.a || query.b)}>
            <Select label={say('課', 'Department')} value={a} all={say('（選ぶ）', '(choose)')} onChange={(v) => put('a', v)} choices={choices} />
            <Select label={say('課', 'Department')} value={b} all={say('（選ぶ）', '(choose)')} onChange={(v) => put('b', v)} choices={choices} />
          </Filters>
          {!query.a && !query.b && a && b && <p class="note">{say('はじめは、情報政策と危機管理・防災の課を並べています。', 'To begin with: the departments of ICT and of disaster prevention.')}</p>}
          {a && b && a !== b ? <Two a={a} b={b} /> : <p class="empty">{say('異なる二つの課を選んでください。', 'Choose two different departments.')}</p>}
        </section>
        <section>
          <h2>{say('課ごと', 'By department')}</h2>
          <DataTable rows={choices.map((c) => c.value)} caption={say('課ごと', 'By department')} columns={[
            { title: say('課', 'Department'), head: true, text: (n) => n, cell: (n) => <a href={href(['coordination'], { department: n }) } onClick={() => setTimeout(() => document.getElementById('department')?.scrollIntoView())}><T of={n} /></a> },
            { title: say('役割', 'Roles'), cell: (n) => rolesOf(n).join(say('、', ', ')) },
            { title: say('主担当', 'Leads'), number: true, text: (n) => assigned.filter((c) => leads(c, n)).length, cell: (n) => assigned.filter((c) => leads(c, n)).length },
            { title: say('関係課', 'Supports'), number: true, text: (n) => assigned.filter((c) => supports(c, n)).length, cell: (n) => assigned.filter((c) => supports(c, n)).length },
          ]} />
        </section>
        {shown && <section id="department"><h2><T of={shown} /></h2>
          <List title={say('主担当の項目', 'Leads')} rows={assigned.filter((c) => leads(c, shown))} />
          <List title={say('関係課として加わる項目', 'Supports')} rows={assigned.filter((c) => supports(c, shown))} /></section>}
        <section>
          <h2>{say('課の組', 'Pairs of departments')}</h2>
          <DataTable rows={pairs} caption={say('課の組', 'Pairs of departments')} columns={[
            { title: say('組', 'Pair'), head: true, text: (p) => p.first + p.second, cell: (p) => <a href={href(['coordination'], { a: p.first, b: p.second })}><T of={p.first} />{say('と', ' and ')}<T of={p.second} /></a> },
            { title: say('前者が主担当', 'First leads'), number: true, text: (p) => p.firstLeads.length, cell: (p) => p.firstLeads.length },
            { title: say('後者が主担当', 'Second leads'), number: true, text: (p) => p.secondLeads.length, cell: (p) => p.secondLeads.length },
            { title: say('計', 'Total'), number: true, text: (p) => p.firstLeads.length + p.secondLeads.length, cell: (p) => p.firstLeads.length + p.secondLeads.length },
          ]} />
        </section>
      </>}
    </>
  );
}
