// 要約: what binds us, what is missing, who does it, by when.
import { Control, Group, assigned, head, kConfirm, pairs, regimes, shownControls, summary, inspection, words } from './data';
import { T, day, language, names, of, say, wordOf } from './language';
import { groups } from './menu';
import { href } from './route';
import { Bar, BarPart, Column, ControlLink, DataTable, Heading, Legend, OnlyJapanese, StatusMark, leadText, whenText } from './parts';

const statusParts = (count: number[]): BarPart[] =>
  words.statuses.map((status, i) => ({ word: wordOf(status), kind: 's-' + status.machine, count: count[i] }));

function Key({ word, count, unit, to, note }: { word: string; count: number; unit: string; to: string; note?: string }) {
  return (
    <li><a href={to}><span class="word">{word}</span><span class="figure">{count.toLocaleString()}<small>{unit}</small></span>
      {note && <span class="under">{note}</span>}</a></li>
  );
}

function Keys() {
  const { totals } = summary;
  const items = say('項目', ' items');
  return (
    <ul class="keys">
      <Key word={say('法令上の義務', 'Duties under law')} count={totals.duties} unit={say('件', '')} to={href(['items'], { group: 'duty' })} />
      {head.status && <Key word={say('未実施', 'Not met')} count={totals.not_met} unit={items} to={href(['items'], { status: 'not-met', group: 'inspected' })}
        note={say(`自己点検 ${totals.items} 項目のうち`, `of ${totals.items} items`)} />}
      {summary.due.map((due) => <Key word={say(`${due.on[1]}までに`, `By ${due.on[2]}`)} count={due.count} unit={say('件', '')}
        to={href(['items'], { group: 'duty', due: due.on[0], open: 'yes' })} note={say('施行される義務で未完了', 'duties beginning then, not done')} />)}
      {totals.to_confirm > 0 && <Key word={say('要確認', 'To confirm')} count={totals.to_confirm} unit={say('件', '')} to={href(['items'], { confirm: 'yes' })}
        note={say('適用の有無が未確定', 'whether it applies')} />}
      {inspection && inspection.totals.conflicts > 0 && <Key word={say('回答の矛盾', 'Conflicting answers')} count={inspection.totals.conflicts} unit={say('件', '')} to={href(['answers'], { kind: 'conflict' })}
        note={say('回答どうしが合わない項目', 'items on which answers disagree')} />}
      {summary.withoutLead > 0 && <Key word={say('主担当の未定', 'Without a lead')} count={summary.withoutLead} unit={say('件', '')} to={href(['coordination'], { lead: 'none' })} />}
    </ul>
  );
}

function Regimes() {
  const columns: Column<(typeof regimes)[0]>[] = [
    { title: say('拘束力', 'Binding'), cell: (r) => (r.framework ? wordOf(words.bindings[r.binding]) : ''), narrow: true },
    { title: say('名称', 'Title'), head: true, cell: (r) => (r.framework && r.size > 0 && r.framework.shown
      ? <a href={href(['framework', r.framework.id])}><T of={r.title} /></a> : <T of={r.title} />) },
    { title: say('対象', 'Scope'), cell: (r) => <T of={r.scope} /> },
    { title: say('所管', 'Ministry'), cell: (r) => <T of={r.ministry} /> },
    { title: say('庁内窓口', 'Our desk'), cell: (r) => <T of={r.desk} /> },
    { title: say('施行・版', 'In force, edition'), cell: (r) => <T of={r.when} /> },
  ];
  return <DataTable columns={columns} rows={regimes.filter((r) => r.applies > 0)} caption={say('適用される法令・基準', 'Regimes that apply')} />;
}

function Progress() {
  const counted = summary.groups.filter((g) => !g.topics);
  const sum: Group = { title: ['合計（自己点検の項目）', 'Total (self-inspection)'], topics: false, size: 0, count: words.statuses.map(() => 0) };
  for (const g of counted) {
    sum.size += g.size;
    g.count.forEach((n, i) => (sum.count[i] += n));
  }
  const line = (g: Group, kind: string, apart: boolean) => (
    <tr class={kind}>
      <th scope="row"><T of={g.title} />{apart && say('（別掲）', ' (apart)')}</th>
      <td class="graph"><Bar parts={statusParts(g.count)} label={of(g.title)} /></td>
      {g.count.map((n) => <td class="n">{n}</td>)}
      <td class="n total">{g.size}</td>
    </tr>
  );
  return (
    <>
      <Legend parts={statusParts(sum.count)} />
      <div class="scroll" role="region" tabIndex={0} aria-label={say('実施状況', 'Status')}>
        <table class="progress">
          <caption class="away">{say('実施状況（項目数）', 'Status (number of items)')}</caption>
          <thead><tr><th scope="col">{say('区分', 'Group')}</th><th scope="col" class="graph">{say('割合', 'Share')}</th>
            {words.statuses.map((s) => <th scope="col" class="n">{wordOf(s)}</th>)}<th scope="col" class="n">{say('計', 'Total')}</th></tr></thead>
          <tbody>{counted.map((g) => line(g, '', false))}{line(sum, 'sum', false)}{summary.groups.filter((g) => g.topics).map((g) => line(g, 'apart', true))}</tbody>
        </table>
      </div>
      {!head.status && <p class="note">{say('実施状況はまだ入力されていません。', 'No status was given yet.')}</p>}
    </>
  );
}

function Urgent() {
  const columns: Column<Control>[] = [
    { title: say('内容', 'What'), head: true, cell: (c) => <a href={href(['control', c.framework.id, c.id])}><T of={c.title} /></a> },
    { title: say('根拠', 'Basis'), cell: (c) => <T of={c.label} /> },
    { title: say('状況', 'Status'), narrow: true, cell: (c) => <StatusMark of={c} /> },
    { title: say('主担当', 'Lead'), cell: (c) => <T of={leadText(c)} /> },
    { title: say('関係課', 'Supporting'), cell: (c) => <T of={names(c.supports)} /> },
    { title: say('期限', 'Due'), narrow: true, cell: (c) => whenText(c) },
  ];
  return (
    <section>
      <h2>{say('急ぐもの', 'Most pressing')}</h2>
      <p class="lead">{say('法令上の義務で、まだ終わっていないもの（上位 ' + summary.urgent.length + ' 件）', `Duties under law that are not done (the first ${summary.urgent.length})`)}
        <a class="onward" href={href(['items'], { group: 'duty', open: 'yes' })}>{say('すべて見る', 'See all')}</a></p>
      <DataTable columns={columns} rows={summary.urgent} caption={say('急ぐもの', 'Most pressing')} />
    </section>
  );
}

function Renewals() {
  return (
    <>
      {summary.transitions.map((clause) => {
        const under = clause.holdings.filter((h) => h.from);
        return under.length > 0 && (
          <section>
            <h2>{say(`${clause.on[1]}以後に更新・契約するもの ${under.length} 件`, `Renewed or contracted on or after ${clause.on[2]}: ${under.length}`)}</h2>
            <p class="lead">{say('対象: ', 'Under: ')}{clause.controls.map((c, i) => <>{i > 0 && say('、', ', ')}<ControlLink of={c} title={false} /></>)}</p>
            <DataTable rows={under} caption={say('更新・契約', 'Renewals')} columns={[
              { title: say('名称', 'Name'), head: true, cell: (h) => <T of={h.name} /> },
              { title: say('新規則の適用', 'New rule from'), cell: (h) => day(h.from), text: (h) => h.from },
              { title: say('経過措置', 'Transition'), cell: (h) => <T of={h.state} /> },
            ]} />
            <p class="note"><T of={clause.note} /> <a href={href(['table', 'transitions'])}>{say('全部の一覧', 'Whole list')}</a></p>
          </section>
        );
      })}
    </>
  );
}

function Coordination() {
  if (!pairs.length) return null;
  const joins = (name: string) => assigned.filter((c) => c.leads.concat(c.supports).includes(name) && c.leads.length + c.supports.length > 1).length;
  const role = (machine: string) => head.departments[words.roles.findIndex((r) => r.machine === machine)] ?? [];
  const both = [...new Set([...role('ict'), ...role('bousai')])].filter((name) => joins(name) > 0);
  return (
    <section>
      <h2>{say('庁内調整', 'Between departments')}</h2>
      <p class="lead">
        {both.map((name) => <span class="fact"><T of={name} />{say('が加わるもの ', ': ')}<b>{joins(name)}</b>{say(' 件', '')}</span>)}
        <span class="fact">{say('主担当の未定 ', 'Without a lead: ')}<b>{summary.withoutLead}</b>{say(' 件', '')}</span>
        <a class="onward" href={href(['coordination'])}>{say('課ごとに見る', 'By department')}</a>
      </p>
      <DataTable rows={pairs.slice(0, 5)} caption={say('共同が多い組', 'Most shared')} columns={[
        { title: say('共同が多い組（上位5）', 'Most shared (first 5)'), head: true, cell: (p) => <a href={href(['coordination'], { a: p.first, b: p.second })}><T of={p.first} />{say('と', ' and ')}<T of={p.second} /></a> },
        { title: say('前者が主担当', 'First leads'), number: true, cell: (p) => p.firstLeads.length },
        { title: say('後者が主担当', 'Second leads'), number: true, cell: (p) => p.secondLeads.length },
        { title: say('計', 'Total'), number: true, cell: (p) => p.firstLeads.length + p.secondLeads.length },
      ]} />
    </section>
  );
}

function Shares({ parts, label, total, unit }: { parts: BarPart[]; label: string; total: string; unit: string }) {
  const sum = parts.reduce((n, part) => n + part.count, 0);
  return (
    <div class="shares">
      <Bar parts={parts} label={label} />
      <dl>{parts.map((part) => <div><dt><svg viewBox="0 0 10 10" aria-hidden="true"><rect class={'f-' + part.kind} width="10" height="10" /></svg>{part.word}</dt><dd>{part.count.toLocaleString()}</dd></div>)}
        <div class="total"><dt>{total}</dt><dd>{sum.toLocaleString()}</dd></div></dl>
      <p class="note">{unit}</p>
    </div>
  );
}

// What else is in this report, and for whom.
function Contents() {
  return (
    <nav class="contents noprint" aria-label={say('この報告書の中', 'In this report')}>
      {groups().filter((group) => group.pages.length > 1).map((group) => (
        <div><h2>{group.title}</h2><ul>{group.pages.map((page) => <li><a href={page.to}>{page.title}</a> <small>{page.about}</small></li>)}</ul></div>
      ))}
    </nav>
  );
}

export function SummaryPage() {
  const sentences = summary.conclusions[language() === 'ja' ? 0 : 1];
  return (
    <>
      <Heading over={<><T of={head.organization} /></>}>{say('サイバーセキュリティ対応状況（要約）', 'Cybersecurity status (summary)')}</Heading>
      {!head.consistent && <p class="warning">{say('対応表どうしが矛盾しています。矛盾につながる部分は、表の行だけで答えています。', 'The crosswalk tables contradict each other; what is connected with that is answered from their rows alone.')}</p>}
      <section>
        <h2>{say('結論', 'Conclusions')}</h2>
        <Keys />
        <ol class="conclusions">{sentences.map((sentence) => <li>{sentence}</li>)}</ol>
      </section>
      <Contents />
      <section><h2>{say('適用される法令・基準', 'Regimes that apply')}</h2><OnlyJapanese /><Regimes /></section>
      <section><h2>{say('実施状況（項目数）', 'Status (number of items)')}</h2><Progress /></section>
      {summary.urgent.length > 0 && <Urgent />}
      <Renewals />
      <Coordination />
      <section>
        <h2>{say('共通化と基準間の差', 'Shared work, and differences between texts')}</h2>
        <p class="lead">{say('一度の実施で複数の基準を満たす組 ', 'Pairs in which meeting one meets the other: ')}<b>{summary.totals.shared_once}</b>
          <a class="onward" href={href(['matrix'])}>{say('話題ごとに見る', 'By topic')}</a> <a class="onward" href={href(['gaps'], { counted: 'yes' })}>{say('差を調べる', 'Look at differences')}</a></p>
        <Shares label={say('基準間の差', 'Differences between texts')} total={say('計', 'Total')}
          parts={words.states.map((s) => ({ word: wordOf(s), kind: 'g-' + s.machine, count: summary.totals[s.machine] }))}
          unit={say('項目×比べる基準の数。基準の文章どうしの差で、未実施という意味ではありません。', 'Controls by frameworks compared. Differences between texts, not work undone.')} />
      </section>
      <section>
        <h2>{say('情報の確かさ', 'How sure this is')}</h2>
        <Shares label={say('情報の確かさ', 'How sure this is')} total={say('計', 'Total')}
          parts={words.evidences.map((e, i) => ({ word: wordOf(e), kind: 'e-' + e.machine, count: summary.evidence[i] }))}
          unit={say('本書は所管省庁の公式見解ではありません。要旨と理由は当方の言葉です。', 'Not an official view of any ministry. Gists and reasons are the project’s own words.')} />
        <p><a class="onward" href={href(['sources'])}>{say('基準ごとの出典を見る', 'Sources of each framework')}</a></p>
      </section>
    </>
  );
}

// What the figures above lead to; the counts are the same.
export const inspected = () => shownControls.filter((c) => c.item);
export const isDuty = (c: Control) => c.framework.binding === 0 && c.level === 0;
export const isOpen = (c: Control) => !['met', 'not-applicable'].includes(words.statuses[c.status].machine);
export const isToConfirm = (c: Control) => c.applies === kConfirm;
