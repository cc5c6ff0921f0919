// One control: what it asks, of whom, how far it is, and how it relates to
// every other framework, with the proofs.
import { Comparison, Control, Framework, Link, Row, Step, comparisons, findControl, head, kConfirm, kConflict, kNo, kUnanswered, regimes, topics, words } from './data';
import { T, day, names, of, say, wordOf } from './language';
import { href } from './route';
import { Missing } from './items';
import { ControlLink, ControlLinks, DataTable, EvidenceMark, Heading, Mark, OnlyJapanese, StateMark, StatusMark, levelText, ownFrameworks } from './parts';

const confidence = (n: number) => wordOf(words.confidences[n]);
const roleText = (role: number) => wordOf(words.roles[role]);

// A row that a user of this office accepted, changed or added.
function ReviewMark({ of: row }: { of: Row }) {
  return row.review === 0 ? null : <> <span class="mark">{say('自団体の判断: ', 'decided here: ')}{wordOf(words.reviews[row.review])}</span></>;
}

function StepText({ step }: { step: Step }) {
  const side = (list: Control[]) => <span class="side"><span class="over">{list.length > 0 && <T of={list[0].framework.short} />}</span> <ControlLinks of={list} /></span>;
  if ('row' in step) {
    const { row } = step;
    return (
      <li>{side(row.source)} <b class="rel">{wordOf(words.relations[row.relation])}</b> {side(row.target)}
        <div class="why"><T of={row.rationale} /></div>
        <div class="over">{say('対応表の行 ', 'Row ')}<code>{row.place}</code>　{say('確度 ', 'confidence ')}{confidence(row.confidence)}　{say('出どころ ', 'from ')}{wordOf(words.bases[row.basis])}<ReviewMark of={row} /></div></li>
    );
  }
  const kinds = ['', say('の下にある', 'is below'), say('だけからなる', 'is all of'), say('を一部とする和', 'is part of')];
  return <li>{side(step.a)} <b class="rel">{kinds[step.kind]}</b> {side(step.b)}<div class="over">{say('目次の包含（行はありません）', 'by the outline (no row)')}</div></li>;
}

function Why({ link }: { link: Link }) {
  if (link.how !== 2) {
    const row = 'row' in link.steps[0] ? link.steps[0].row : null;
    return row && <><T of={row.rationale} /><div class="over"><code>{row.place}</code><ReviewMark of={row} /></div></>;
  }
  return (
    <details>
      <summary>{say(`証明（${link.steps.length} 段）を見る`, `Show the proof (${link.steps.length} steps)`)}</summary>
      <ol class="proof">{link.steps.map((step) => <StepText step={step} />)}</ol>
    </details>
  );
}

function LinkTable({ of: links, from, caption }: { of: Link[]; from: boolean; caption: string }) {
  return <DataTable rows={links} caption={caption} columns={[
    ...(from ? [{ title: say('この行の元', 'From'), cell: (l: Link) => <ControlLinks of={l.source} /> }] : []),
    { title: say('関係', 'Relation'), narrow: true, text: (l) => wordOf(words.relations[l.relation]), cell: (l) => <b class="rel">{wordOf(words.relations[l.relation])}</b> },
    { title: say('相手の項目', 'Other control'), head: true, text: (l) => l.target[0]?.index ?? -1, cell: (l) => <>{l.source.length > 1 && !from && <small>{say('次の和として: ', 'as the union: ')}<ControlLinks of={l.source} /><br /></small>}{l.target.length ? <ControlLinks of={l.target} /> : say('（相手の基準に対応する項目なし）', '(none in that framework)')}</> },
    { title: say('理由', 'Reason'), cell: (l) => <Why link={l} /> },
    { title: say('根拠', 'How'), narrow: true, text: (l) => l.how, cell: (l) => (l.how === 2 ? say('表から導出', 'derived') : say('対応表', 'table')) },
    { title: say('確度', 'Confidence'), narrow: true, text: (l) => l.confidence, cell: (l) => confidence(l.confidence) },
  ]} />;
}

function Towards({ of: c, framework, comparison }: { of: Control; framework: Framework; comparison?: Comparison }) {
  const own = c.links.filter((link) => link.targetFramework === framework);
  const inherited = (comparison?.links.get(c.place) ?? []).filter((link) => !own.includes(link));
  return (
    <section>
      <h3><T of={framework.short} />{comparison && <> <StateMark state={comparison.state(c.place)} /></>}</h3>
      {own.length > 0 && <LinkTable of={own} from={false} caption={of(framework.short)} />}
      {inherited.length > 0 && <details open={own.length === 0}><summary>{say(`上下の項目の行 ${inherited.length}`, `Rows of controls above or below: ${inherited.length}`)}</summary><LinkTable of={inherited} from caption={say('上下の項目の行', 'Rows around')} /></details>}
      {own.length + inherited.length === 0 && <p class="empty">{say('行がありません（未検討）。', 'No rows (not reviewed).')}</p>}
    </section>
  );
}

// From which answers a state follows, and by which rows.
export function InferredSteps({ of: c }: { of: Control }) {
  const steps = c.inferred?.steps ?? [];
  return (
    <ul class="from">
      {steps.map((step) => (
        <li>
          {step.answer
            ? <><span class="over"><T of={step.from[0].framework.short} /></span> <ControlLinks of={step.from} /> <StatusMark of={step.from[0]} />{step.from[0] === c && say('（この項目の回答）', ' (its own answer)')}</>
            : <>{say('全部をあわせた ', 'all together: ')}<ControlLinks of={step.from} /></>}
          {step.to[0] !== c && <small>{say(' → ', ' → ')}<ControlLinks of={step.to} /></small>}
          {step.proof.length > 0 && (
            <details><summary>{say(`根拠の行（${step.proof.length}）`, `By (${step.proof.length})`)}</summary><ol class="proof">{step.proof.map((s) => <StepText step={s} />)}</ol></details>
          )}
        </li>
      ))}
    </ul>
  );
}
export function InferredMark({ of: c }: { of: Control }) {
  if (!c.inferred) return null;
  const word = words.inferences[c.inferred.kind];
  return <Mark kind={'i-' + word.machine}>{wordOf(word)}</Mark>;
}

function Status({ of: c }: { of: Control }) {
  const { answer, inferred } = c;
  return (
    <>
      {c.status !== kUnanswered || !inferred ? <StatusMark of={c} /> : <Mark kind="s-unknown">{say('回答なし', 'no answer')}</Mark>}
      {answer && <div class="over"><T of={answer.evidence} />{answer.file && <>　<code>{answer.file}</code></>}　{[day(answer.date), answer.by].filter(Boolean).map((x) => <><T of={x} /> </>)}</div>}
      {inferred && (
        <div class="inferred">
          {inferred.kind === kConflict
            ? <p class="warning">{say('回答が矛盾しています。次の回答がすべて正しいことはありません。担当課で確かめてください。', 'Answers contradict each other: not all of these can be right. Ask the departments.')}</p>
            : <>{say('ほかの回答からの推論: ', 'Inferred from other answers: ')}<InferredMark of={c} /></>}
          <InferredSteps of={c} />
        </div>
      )}
    </>
  );
}

function Legal({ of: c }: { of: Control }) {
  const regime = regimes[c.regime];
  if (!regime) return <>{wordOf(words.bindings[c.framework.binding])}</>;
  return <>{wordOf(words.bindings[c.framework.binding])}　<T of={regime.stands} /><div><T of={regime.basis} /></div>{regime.submit && <div>{say('届出・報告: ', 'To be filed: ')}<T of={regime.submit} /></div>}</>;
}

export function ControlPage({ framework, id }: { framework: string; id: string }) {
  const c = findControl(framework, id);
  if (!c) return <Missing what={framework + ' ' + id} />;
  const above: Control[] = [];
  for (let at = c.parent; at; at = at.parent) above.unshift(at);
  const mine = comparisons.filter((x) => x.framework === c.framework);
  const topic = topics.filter((t) => t.control === c || t.members.some((m) => m.control === c));
  const others = ownFrameworks().filter((f) => f !== c.framework);
  const inside = c.links.filter((l) => l.targetFramework === c.framework);
  const siblings = c.framework.controls;
  const before = siblings[c.place - 1];
  const after = siblings[c.place + 1];
  return (
    <>
      <Heading over={<><a href={href(['framework', c.framework.id])}><T of={c.framework.short} /></a>{above.map((a) => <> › <ControlLink of={a} /></>)}</>}><span class="label"><T of={c.label} /></span> <T of={c.title} /></Heading>
      {of(c.gist) ? <p class="gist large"><T of={c.gist} /></p> : <p class="note">{say('要旨はありません（見出しだけの項目か、本文未確認）。', 'No gist (a heading only, or wording not read).')}</p>}
      <OnlyJapanese />
      <dl class="facts">
        <div><dt>{say('実施状況', 'Status')}</dt><dd>{c.item || c.answer || c.inferred ? <Status of={c} /> : say('自己点検の項目ではありません', 'not an item of the self-inspection')}</dd></div>
        <div><dt>{say('主担当', 'Lead')}</dt><dd>{c.level === 2 ? say('（求めのない見出し）', '(asks for nothing itself)') : <><b>{head.departments[c.lead].length ? <T of={names(head.departments[c.lead])} /> : say('未定', 'nobody')}</b> <span class="over">{roleText(c.lead)}</span></>}</dd></div>
        <div><dt>{say('関係課', 'Supporting')}</dt><dd>{c.support.length ? c.support.map((role) => <div>{head.departments[role].length ? <T of={names(head.departments[role])} /> : say('未定', 'nobody')} <span class="over">{roleText(role)}</span></div>) : say('なし', 'none')}</dd></div>
        <div><dt>{say('適用・期限', 'Applies, due')}</dt><dd>{c.applies === kNo ? say('適用なし', 'does not apply') : c.applies === kConfirm ? <><Mark kind="g-to-confirm">{say('要確認', 'to confirm')}</Mark> {of(c.confirm as any)}</> : c.from ? say(`${day(c.from)}から`, `from ${day(c.from)}`) : say('適用', 'applies')}</dd></div>
        <div><dt>{say('レベル', 'Level')}</dt><dd>{levelText(c)}</dd></div>
        <div><dt>{say('根拠', 'Legal basis')}</dt><dd><Legal of={c} /></dd></div>
        <div><dt>{say('確かさ', 'Evidence')}</dt><dd><EvidenceMark of={c} />{c.note && <div class="over"><T of={c.note} /></div>}</dd></div>
        <div><dt>ID</dt><dd><code>{c.framework.id}</code> <code>{c.id}</code></dd></div>
      </dl>
      {c.children.length > 0 && <section><h2>{say('下位の項目', 'Controls below')}</h2><ul class="list">{c.children.map((child) => <li><ControlLink of={child} />{child.applies === kNo && <small>{say('（適用なし）', ' (does not apply)')}</small>}</li>)}</ul></section>}
      <section>
        <h2>{say('他の基準との関係', 'Relations to other frameworks')}</h2>
        <p class="note">{say('関係は「この項目は、相手の項目に／を／と…」と読みます。導出した関係には証明が付きます。', 'Read: this control is … the other one. What is derived has its proof.')}</p>
        {others.map((f) => <Towards of={c} framework={f} comparison={mine.find((x) => x.against === f)} />)}
        {inside.length > 0 && <section><h3>{say('同じ基準の中', 'Within the same framework')}</h3><LinkTable of={inside} from={false} caption={say('同じ基準の中', 'Within the same framework')} /></section>}
      </section>
      {topic.length > 0 && <section><h2>{say('同じ話題', 'Same topic')}</h2><ul class="list">{topic.map((t) => <li><a href={href(['topic', t.control.id])}><span class="label">{t.control.id}</span> <T of={t.control.title} /></a></li>)}</ul></section>}
      <nav class="around" aria-label={say('前後の項目', 'Controls around')}>
        {before && <a href={href(['control', before.framework.id, before.id])}>← <T of={before.label} /></a>}
        {after && <a href={href(['control', after.framework.id, after.id])}><T of={after.label} /> →</a>}
      </nav>
    </>
  );
}
