// マトリクス: topics of the hub by regimes; and the page of one topic.
import type { VNode } from 'preact';
import { Control, Framework, Link, Topic, head, topics, words } from './data';
import { T, names, of, say, wordOf } from './language';
import { href } from './route';
import { Missing } from './items';
import { ControlLink, DataTable, EvidenceMark, Heading, Mark, Select, StatusMark, TextField, Filters, controlText, leadText, levelText, useFilters } from './parts';
import { fold, termsOf } from './search';

const relation = (link: Link | null) => (link ? words.relations[link.relation].machine : '');
const kInside = ['subset-of', 'within', 'equal-to', 'equivalent-to'];
const regimesOf = () => head.compared.filter((f) => f !== head.hub);
const membersOf = (topic: Topic, f: Framework) => topic.members.filter((m) => m.control.framework === f);

type CellState = 'strictest' | 'contained' | 'overlap' | 'elsewhere' | 'none' | 'unknown';
function stateOf(topic: Topic, framework: Framework): CellState {
  const members = membersOf(topic, framework);
  if (members.some((m) => m.strictest)) return 'strictest';
  if (members.some((m) => kInside.includes(relation(m.link)))) return 'contained';
  if (members.length) return 'overlap';
  const state = words.states[topic.states[head.compared.indexOf(framework)]].machine;
  return state === 'no-counterpart' ? 'none' : state === 'not-reviewed' ? 'unknown' : 'elsewhere';
}
const cellWord = (state: CellState) => ({
  strictest: say('最も厳しい', 'strictest'), contained: say('話題を含む', 'contains the topic'), overlap: say('同じ話題', 'same topic'),
  elsewhere: say('適用なし', 'not applicable'), none: say('対応なし', 'no counterpart'), unknown: say('未検討', 'not reviewed'),
}[state]);
const kStates: CellState[] = ['strictest', 'contained', 'overlap', 'none', 'unknown', 'elsewhere'];
const cellMeaning = (state: CellState) => ({
  strictest: say('この話題で、ほかの基準の項目をすべて含む項目がある', 'has the control that contains those of all others'),
  contained: say('話題の求めることを全部含む項目がある', 'has a control that asks all the topic asks'),
  overlap: say('話題と確かに重なる項目がある（項目どうしが重なるとは限らない）', 'has controls that certainly meet the topic (not necessarily each other)'),
  elsewhere: say('文章には対応があるが、この団体には適用されない', 'the text has one, but it does not apply here'),
  none: say('見比べて、対応する項目がないと分かった', 'somebody looked, and there is none'),
  unknown: say('まだ見比べていない', 'nobody has looked yet'),
}[state]);

function Cell({ topic, framework }: { topic: Topic; framework: Framework }) {
  const state = stateOf(topic, framework);
  const members = membersOf(topic, framework);
  return (
    <td class={'cell c-' + state}>
      <span class="cellword">{cellWord(state)}</span>
      {members.length > 0 && <span class="cellcount">{members.length === 1 ? <ControlLink of={members[0].control} title={false} /> : say(`${members.length} 項目`, `${members.length} controls`)}</span>}
    </td>
  );
}

export function MatrixPage() {
  const [query, put, reset] = useFilters(['state', 'framework', 'text']);
  const frameworks = regimesOf();
  if (!head.hub || !topics.length) return <><Heading>{say('話題と基準のマトリクス', 'Topics by framework')}</Heading><p class="empty">{say('共通の話題とする枠組みがありません。', 'No framework of topics was chosen.')}</p></>;
  const terms = termsOf(query.text);
  const rows = topics.filter((topic) =>
    (!query.state || frameworks.some((f) => (!query.framework || f.id === query.framework) && stateOf(topic, f) === query.state)) &&
    (!terms.length || terms.every((term) => fold(controlText(topic.control) + topic.members.map((m) => m.control.label + of(m.control.title)).join()).includes(term))));
  const lines: VNode[] = [];
  let group: Control | null = null;
  for (const topic of rows) {
    if (topic.control.parent !== group) {
      group = topic.control.parent;
      const over = group?.parent;
      if (group) lines.push(<tr class="grouping"><th scope="rowgroup" colSpan={frameworks.length + 1}>{over && <><T of={over.title} /> › </>}<T of={group.title} /> <span class="label">{group.id}</span></th></tr>);
    }
    lines.push(
      <tr>
        <th scope="row"><a href={href(['topic', topic.control.id])}><span class="label">{topic.control.id}</span> <T of={topic.control.title} /></a></th>
        {frameworks.map((f) => <Cell topic={topic} framework={f} />)}
      </tr>);
  }
  return (
    <>
      <Heading>{say('話題と基準のマトリクス', 'Topics by framework')}</Heading>
      <p class="lead">{say('話題は ', 'Topics are those of ')}<T of={head.hub.short} />{say(' の末端の項目です。話題を選ぶと、関わる項目が並びます。', '. Choose one to see the controls that meet it.')}</p>
      <dl class="key">{kStates.map((state) => <div><dt class={'cell c-' + state}><span class="cellword">{cellWord(state)}</span></dt><dd>{cellMeaning(state)}</dd></div>)}</dl>
      <Filters count={say(`話題 ${rows.length} ／ 全 ${topics.length}`, `${rows.length} of ${topics.length} topics`)} reset={reset} active={Object.values(query).some(Boolean)}>
        <Select label={say('基準', 'Framework')} value={query.framework} onChange={(v) => put('framework', v)} choices={frameworks.map((f) => ({ value: f.id, word: of(f.short) }))} />
        <Select label={say('状態', 'State')} value={query.state} onChange={(v) => put('state', v)} choices={kStates.map((s) => ({ value: s, word: cellWord(s) }))} />
        <TextField label={say('語句', 'Text')} value={query.text} onChange={(v) => put('text', v)} />
      </Filters>
      <div class="scroll tall" role="region" tabIndex={0} aria-label={say('話題と基準のマトリクス', 'Topics by framework')}>
        <table class="matrix">
          <caption class="away">{say('話題と基準のマトリクス', 'Topics by framework')}</caption>
          <thead><tr><th scope="col">{say('話題', 'Topic')}</th>{frameworks.map((f) => <th scope="col"><T of={f.short} /></th>)}</tr></thead>
          <tbody>{lines}</tbody>
        </table>
      </div>
    </>
  );
}

export function TopicPage({ id }: { id: string }) {
  const topic = topics.find((t) => t.control.id === id);
  if (!topic || !head.hub) return <Missing what={id} />;
  const at = topics.indexOf(topic);
  const c = topic.control;
  return (
    <>
      <Heading over={<><a href={href(['matrix'])}>{say('マトリクス', 'Matrix')}</a> › {c.parent && <T of={c.parent.title} />}</>}><span class="label">{c.id}</span> <T of={c.title} /></Heading>
      {of(c.gist) && <p class="gist large"><T of={c.gist} /></p>}
      <p><a href={href(['control', c.framework.id, c.id])}>{say('この話題の項目のページ', 'The control of this topic')}</a></p>
      <p class="note">{say('同じ話題の項目でも、互いに重なるとは限りません。「話題から見た関係」は、話題とその項目の関係です。', 'Controls of one topic need not overlap each other. The relation is that of the topic to the control.')}</p>
      {regimesOf().map((f) => {
        const members = membersOf(topic, f);
        const state = stateOf(topic, f);
        return (
          <section>
            <h2><T of={f.short} /> <Mark kind={'c-' + state}>{cellWord(state)}</Mark></h2>
            {members.length === 0 ? <p class="empty">{cellMeaning(state)}</p> : <DataTable rows={members} caption={of(f.short)} columns={[
              { title: say('項目', 'Control'), head: true, text: (m) => m.control.index, cell: (m) => <><ControlLink of={m.control} />{m.strictest && <> <Mark kind="c-strictest">{say('最も厳しい', 'strictest')}</Mark></>}{of(m.control.gist) && <div class="gist"><T of={m.control.gist} /></div>}</> },
              { title: say('話題から見た関係', 'Topic’s relation'), text: (m) => m.link?.relation ?? -1, cell: (m) => m.link && <>{wordOf(words.relations[m.link.relation])}{m.link.how === 2 && <small>{say('（導出）', ' (derived)')}</small>}</> },
              { title: say('レベル', 'Level'), narrow: true, text: (m) => levelText(m.control), cell: (m) => levelText(m.control) },
              { title: say('状況', 'Status'), narrow: true, text: (m) => m.control.status, cell: (m) => (m.control.item ? <StatusMark of={m.control} /> : '') },
              { title: say('主担当', 'Lead'), text: (m) => leadText(m.control), cell: (m) => <T of={leadText(m.control)} /> },
              { title: say('関係課', 'Supporting'), cell: (m) => <T of={names(m.control.supports)} /> },
              { title: say('確かさ', 'Evidence'), narrow: true, cell: (m) => <EvidenceMark of={m.control} /> },
            ]} />}
          </section>
        );
      })}
      <nav class="around" aria-label={say('前後の話題', 'Topics around')}>
        {at > 0 && <a href={href(['topic', topics[at - 1].control.id])}>← {topics[at - 1].control.id}</a>}
        {at + 1 < topics.length && <a href={href(['topic', topics[at + 1].control.id])}>{topics[at + 1].control.id} →</a>}
      </nav>
    </>
  );
}
